/** Floods a server in one way until it is ended; says once a second how often, and with what answers. */
import { setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutgoingMessage } from '@hocuspocus/server';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { connect } from '../../editor/collaboration/testing.ts';
import { headersOf, send } from './people.ts';

const [kind = '', server = '', room = ''] = process.argv.slice(2);
/** The measure is of the server: the flood itself must not take the processor from it. */
setPriority(15);

const headers = headersOf('flooder', '203.0.113.66');
const guest = { 'X-Forwarded-For': '203.0.113.66' };
const answers = new Map<string, number>();
const count = (what: string | number) => answers.set(String(what), (answers.get(String(what)) ?? 0) + 1);
let number = 0;

/** Does something so often a second, whether the last time has ended or not, with at most so many at once. */
async function keepOn(perSecond: number, most: number, work: () => Promise<string | number>): Promise<never> {
  let running = 0;
  const began = performance.now();
  for (let done = 0; ; done += 1) {
    await sleep(Math.max(0, began + (done * 1_000) / perSecond - performance.now()));
    while (running >= most) await sleep(2);
    running += 1;
    work()
      .catch((error: { code?: string }) => error.code ?? 'error')
      .then((what) => {
        running -= 1;
        count(what);
      });
  }
}

const status = async (answer: ReturnType<typeof send>) => (await answer).status;
const json = { ...headers, 'Content-Type': 'application/json' };
const form = { ...guest, 'Content-Type': 'application/x-www-form-urlencoded' };
const nested = `{"template":"${'а'.repeat(20_000)}","values":${'['.repeat(9_000)}${']'.repeat(9_000)}}`;
const words = [
  'срок',
  'ответ',
  'жалоба',
  'запись',
  'приём',
  'обращение',
  'документы',
  'отказ',
  'портал',
  'заявление',
];
const question = () => {
  number += 1;
  return Array.from({ length: 12 }, (_, place) => words[(number * (place + 3)) % words.length]).join(' ');
};

function socket(frames: readonly Uint8Array[], waitsMs: number): Promise<string | number> {
  return new Promise((resolve) => {
    const opened = new WebSocket(`${server.replace('http', 'ws')}/collaboration`, { headers });
    opened.on('unexpected-response', (_, { statusCode }) => {
      opened.terminate();
      resolve(statusCode ?? 0);
    });
    opened.on('error', () => undefined);
    opened.on('close', (code) => resolve(code));
    opened.on('open', () => {
      for (const frame of frames) opened.send(frame);
      setTimeout(() => opened.terminate(), waitsMs).unref();
    });
  });
}

/** Twenty thousand updates, then as many again: the socket of somebody who is in the room. */
async function updates(): Promise<never> {
  const client = connect(`${server.replace('http', 'ws')}/collaboration`, room, { headers });
  await client.saved();
  const document = new Y.Doc();
  const made: Uint8Array[] = [];
  document.on('update', (update) => made.push(update));
  const text = document.getText('flood');
  for (let letter = 0; letter < 20_000; letter += 1) text.insert(letter, 'а');
  const opened: unknown = client.provider.configuration.websocketProvider.webSocket;
  if (!(opened instanceof WebSocket)) throw new Error('No socket.');
  opened.on('close', (code) => count(code));
  for (const update of made)
    opened.send(new OutgoingMessage(room).createSyncMessage().writeUpdate(update).toUint8Array());
  for (;;) {
    await sleep(1_000);
    count(`${opened.bufferedAmount} bytes wait`);
  }
}

const garbage = Array.from({ length: 50 }, (_, length) => new Uint8Array(length * 40).fill(length * 5));
const kinds: Readonly<Record<string, () => Promise<never>>> = {
  bodies: () => keepOn(300, 64, () => status(send(new URL('/api/drafts', server), 'POST', json, nested))),
  search: () =>
    keepOn(500, 64, () =>
      status(
        send(
          new URL(`/api/search?limit=100&facets=1&q=${encodeURIComponent(question())}`, server),
          'GET',
          headers,
        ),
      ),
    ),
  pages: () =>
    keepOn(300, 64, () =>
      status(send(new URL(`/?q=${encodeURIComponent(question())}`, server), 'GET', headers)),
    ),
  'sign-in': () =>
    keepOn(200, 64, () => {
      number += 1;
      const body = `email=person-${number}%40example.ru&password=wrong-password-${number}`;
      return status(send(new URL('/sign-in', server), 'POST', form, body));
    }),
  guests: () => keepOn(500, 64, () => status(send(new URL('/api/drafts', server), 'GET', guest))),
  sockets: () => keepOn(200, 500, () => socket([], 60_000)),
  garbage: () => keepOn(100, 64, () => socket(garbage, 1_000)),
  updates,
};

setInterval(() => process.send?.(Object.fromEntries(answers)), 500);
await kinds[kind]?.();
