// A server of drafts in a process of its own, so that a test can kill it. Arguments: data folder, drafts that are made when
// there are none yet.
import { draftRecord, startTestServer } from './testing.ts';

const [dataFolder = '', ...drafts] = process.argv.slice(2);
const server = await startTestServer(dataFolder);
for (const draft of drafts)
  if ((await server.writer.find(draft)) === undefined)
    await server.writer.create({ record: draftRecord(draft), document: new Uint8Array([0, 0]) });
console.log(server.url);
