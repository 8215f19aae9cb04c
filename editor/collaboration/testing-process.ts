// A server of drafts in a process of its own, so that the test can kill it. Arguments: data folder, port.
import { draftRecord, startTestServer } from './testing.ts';

const [dataFolder = '', port = '0'] = process.argv.slice(2);
const server = await startTestServer(dataFolder, Number(port));
if ((await server.writer.find('one')) === undefined)
  await server.writer.create({ record: draftRecord('one'), document: new Uint8Array([0, 0]) });
console.log(server.url);
