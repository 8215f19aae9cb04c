/** The worker that answers: opens the published index, keeps up with the content, answers one query after another. */
import { watch } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { openDictionary } from '@ponyatno/russian/node';
import { counted, readContent } from '#knowledge';
import type { SearchIndex } from '../engine/search-index.ts';
import { openNewest } from '../file/store.ts';
import { buildIndex } from '../index.ts';
import { MeilisearchEngine } from '../meilisearch/engine.ts';
import { contentSource } from '../publish/content-pages.ts';
import { type Changes, LiveIndex } from '../publish/live.ts';
import type { Answer } from '../types.ts';
import { indexFileOf } from './places.ts';
import type { Reply, Request, WorkerSettings } from './protocol.ts';
import { RecentAnswers } from './recent.ts';

/** An editor saves a file in several steps, git writes many files at once. */
const quietMs = 300;
/** Where the system cannot watch a folder it is looked into so often. */
const lookMs = 30_000;

const { contentFolder, indexFolder, cache, meilisearch }: WorkerSettings = workerData;
const dictionary = openDictionary();
const servers =
  meilisearch === undefined
    ? undefined
    : new MeilisearchEngine(meilisearch, say, (states) => reply({ kind: 'servers', servers: states }));
const recent = new RecentAnswers();
let live: LiveIndex | undefined;
let refreshing: Promise<void> | undefined;
let again = false;

type Question = Extract<Request, { kind: 'ask' }>;

function reply(message: Reply): void {
  parentPort?.postMessage(message);
}

function say(line: string): void {
  reply({ kind: 'say', line });
}

parentPort?.on('message', (request: Request) => {
  if (request.kind === 'ask') answer(request);
  else if (request.kind === 'open') open();
  else build();
});
watchContent();
open();

function open(): void {
  const { index, troubles } = openNewest(indexFileOf(indexFolder, 'staff'), dictionary);
  for (const trouble of troubles) say(trouble);
  if (index === undefined) {
    reply({ kind: 'missing' });
    return;
  }
  take(index);
}

async function build(): Promise<void> {
  try {
    const { content } = await readContent(contentFolder, { cache });
    take(buildIndex(content, dictionary));
  } catch (error) {
    say(`Поиск не смог прочитать содержание: ${messageOf(error)}`);
  }
}

function take(index: SearchIndex): void {
  live = new LiveIndex(index, dictionary);
  servers?.publish(index);
  reply({ kind: 'ready' });
  refresh();
}

async function answer({ id, query, options, until }: Question): Promise<void> {
  if (Date.now() > until) return;
  try {
    reply({ kind: 'answer', id, answer: await answerTo(query, options) });
  } catch (error) {
    reply({ kind: 'failure', id, message: messageOf(error) });
  }
}

function answerTo(query: string, options: Question['options']): Answer | Promise<Answer> {
  if (live === undefined) throw new Error('Поисковый индекс ещё не собран.');
  return servers?.ask(live.current, query, options) ?? recent.of(live.current, query, options);
}

function refresh(): void {
  if (refreshing !== undefined) {
    again = true;
    return;
  }
  refreshing = readChanges().finally(() => {
    refreshing = undefined;
    if (!again) return;
    again = false;
    refresh();
  });
}

async function readChanges(): Promise<void> {
  try {
    const { content } = await readContent(contentFolder, { cache });
    if (live === undefined) return;
    const changes = live.update(contentSource(content));
    if (changesIn(changes) > 0) {
      say(describe(changes));
      servers?.publish(live.current);
    }
    if (live.unpublished > 0) reply({ kind: 'unpublished', pages: live.unpublished });
  } catch (error) {
    // Half-written content is read again when it changes next.
    say(`Поиск не смог прочитать содержание: ${messageOf(error)}`);
  }
}

function changesIn({ added, changed, removed }: Changes): number {
  return added.length + changed.length + removed.length;
}

function describe({ added, changed, removed }: Changes): string {
  const parts = [
    [changed, 'изменено'],
    [added, 'добавлено'],
    [removed, 'убрано'],
  ] as const;
  const told = parts
    .filter(([ids]) => ids.length > 0)
    .map(([ids, verb]) => `${verb} ${counted(ids.length, ['страница', 'страницы', 'страниц'])}`);
  return `Поиск заметил новое содержание: ${told.join(', ')}.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function watchContent(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, quietMs);
  };
  const lookNowAndThen = () => setInterval(look, lookMs).unref();
  try {
    watch(contentFolder, { recursive: true, persistent: false }, look).on('error', lookNowAndThen);
  } catch {
    lookNowAndThen();
  }
}
