// The thread that owns the file of drafts: the only writer, so that appends, loads and compaction have one order.
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './database.ts';
import { GroupCommit } from './group-commit.ts';
import type { WriterReply, WriterRequest } from './messages.ts';

const port = parentPort;
if (port === null) throw new Error('The writer runs in a thread of its own.');
const commits = new GroupCommit(openDatabase(String(workerData.file)), (reply: WriterReply) =>
  port.postMessage(reply),
);

let waiting: WriterRequest[] = [];

/** Takes everything that has arrived: while one group was being written, the next one gathered. */
function drain(): void {
  const requests = waiting;
  waiting = [];
  commits.run(requests);
  if (requests.some(({ name }) => name === 'close')) {
    port?.close();
    return;
  }
  if (waiting.length === 0) setImmediate(compactWhenIdle);
}

function compactWhenIdle(): void {
  if (waiting.length === 0 && commits.compactOne()) setImmediate(compactWhenIdle);
}

port.on('message', (request: WriterRequest) => {
  waiting.push(request);
  if (waiting.length === 1) setImmediate(drain);
});
