/** Checks pages in a thread of its own: a long page takes seconds, in which the server must answer everybody else. */
import { parentPort, workerData } from 'node:worker_threads';
import { PageChecker, ProposalError } from '#proposals';
import { previewPage } from '#site';
import type { Reply, Wish } from './protocol.ts';

const { contentFolder } = workerData as { contentFolder: string };
const checker = new PageChecker(contentFolder, previewPage);

parentPort?.on('message', async ({ id, page }: Wish) => {
  const say = (reply: Reply) => parentPort?.postMessage(reply);
  try {
    if (page === undefined) await checker.warm();
    const checked = page === undefined ? undefined : await checker.check(page.file, page.text);
    say({ id, kind: 'checked', checked });
  } catch (error) {
    if (error instanceof ProposalError)
      say({ id, kind: 'refused', code: error.code, message: error.message, problems: error.problems });
    else
      say({
        id,
        kind: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
  }
});
