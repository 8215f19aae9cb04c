import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { closings } from '../collaboration/protocol.ts';
import { connect } from './connection.ts';
import { copyName } from './local-copy.ts';

// The copy is there and complete: what is tested is what is said of it.
vi.mock('./local-copy.ts', async (original) => ({
  ...(await original<typeof import('./local-copy.ts')>()),
  keepLocally: () => ({
    loaded: Promise.resolve(),
    isOrigin: () => false,
    complete: true,
    destroy: () => undefined,
  }),
}));

/** A line that opens, and carries nothing. */
class Line extends EventTarget {
  static last: Line | undefined;
  binaryType = '';
  readyState = 1;

  constructor() {
    super();
    Line.last = this;
    setTimeout(() => this.dispatchEvent(new Event('open')), 20);
  }

  send(): void {}

  close(): void {
    this.readyState = 3;
  }

  closeWith(code: number): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason: '' }));
  }
}

const kept = new Map<string, string>();
beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  vi.stubGlobal('WebSocket', Line);
  vi.stubGlobal('location', { protocol: 'http:', host: 'localhost' });
  vi.stubGlobal('localStorage', {
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = (document: Y.Doc, copy: string | undefined) =>
  connect(
    'draft.a.1',
    document,
    () => 'Анна',
    () => undefined,
    copy,
  );

it('bears the account in its name, so that nobody else sends it', () => {
  const view = { room: 'draft.a.1', account: 'anna' };
  expect(copyName(view)).toBe('draft.a.1@anna');
  expect(copyName({ ...view, account: 'boris' })).not.toBe(copyName(view));
  expect(copyName({ ...view, account: '' })).toBe('draft.a.1');
});

it('is marked as soon as there are words that the server has not, and stays so without connection', async () => {
  const document = new Y.Doc();
  const connection = open(document, 'draft.a.1@anna');
  await vi.advanceTimersByTimeAsync(100);
  expect([...kept.keys()]).toEqual([]);
  document.getText('text').insert(0, 'Слово.');
  expect([...kept.keys()]).toEqual(['ponyatno.unsent:draft.a.1@anna']);
  Line.last?.closeWith(closings.revoked.code);
  await vi.advanceTimersByTimeAsync(5_000);
  connection.destroy();
  expect([...kept.keys()]).toEqual(['ponyatno.unsent:draft.a.1@anna']);
});

it('is marked no longer when the draft is gone: there is nothing left to send it to', async () => {
  const document = new Y.Doc();
  const connection = open(document, 'draft.a.1@anna');
  await vi.advanceTimersByTimeAsync(100);
  document.getText('text').insert(0, 'Слово.');
  Line.last?.closeWith(closings.gone.code);
  expect([...kept.keys()]).toEqual([]);
  connection.destroy();
});

it('is never marked where this browser keeps no copy', async () => {
  const document = new Y.Doc();
  const connection = open(document, undefined);
  await vi.advanceTimersByTimeAsync(100);
  document.getText('text').insert(0, 'Слово.');
  expect([...kept.keys()]).toEqual([]);
  connection.destroy();
});
