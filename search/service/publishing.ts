/** The worker that publishes: reads the content, builds the index for each audience, writes both, ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { openDictionary } from '@ponyatno/russian/node';
import { readContent } from '#knowledge';
import { writeIndexFile } from '../file/store.ts';
import { buildIndex } from '../index.ts';
import { indexFileOf } from './places.ts';
import type { Publication, WorkerSettings } from './protocol.ts';

const { contentFolder, indexFolder, cache }: WorkerSettings = workerData;
parentPort?.postMessage(await publish());

async function publish(): Promise<Publication> {
  const started = performance.now();
  try {
    const { content } = await readContent(contentFolder, { cache });
    const dictionary = openDictionary();
    let pages = 0;
    for (const audience of ['public', 'staff'] as const) {
      const index = buildIndex(content, dictionary, { audience });
      writeIndexFile(indexFileOf(indexFolder, audience), index);
      pages = index.pages;
    }
    return { kind: 'published', pages, milliseconds: performance.now() - started };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
