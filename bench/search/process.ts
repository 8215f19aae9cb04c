/** A process of its own for one engine: it builds, or it opens what was built and answers. Started by `engine-process.ts`. */
import { readFileSync } from 'node:fs';
import type { PageSource } from '#search';
import type { Ask } from './engine.ts';
import type { Asked, Opened, Task } from './engine-process.ts';
import { engines } from './engines/index.ts';

let ask: Ask | undefined;

process.on('message', async (task: Task) => {
  try {
    process.send?.(await done(task));
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
});

async function done(task: Task): Promise<number | Opened | Asked> {
  switch (task.kind) {
    case 'build':
      return build(task);
    case 'open':
      return open(task);
    case 'ask':
      return answer(task);
  }
}

async function build({ engine, pages, folder }: Extract<Task, { kind: 'build' }>): Promise<number> {
  const read: PageSource[] = JSON.parse(readFileSync(pages, 'utf8'));
  const started = performance.now();
  await engines[engine]?.build(read, folder);
  return performance.now() - started;
}

async function open({ engine, folder }: Extract<Task, { kind: 'open' }>): Promise<Opened> {
  const started = performance.now();
  ask = await engines[engine]?.open(folder);
  await ask?.('срок ответа', true);
  const milliseconds = performance.now() - started;
  globalThis.gc?.();
  return { milliseconds, memory: process.memoryUsage.rss() };
}

async function answer({ query, facets }: Extract<Task, { kind: 'ask' }>): Promise<Asked> {
  const before = process.cpuUsage();
  const started = performance.now();
  const hits = (await ask?.(query, facets)) ?? 0;
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, cpu: (user + system) / 1000, hits };
}
