import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { closings } from '../collaboration/protocol.ts';
import type { SaveState } from '../connection/save-state.ts';
import { connect } from './connection.ts';

/** A line that opens and then carries nothing. */
class QuietSocket extends EventTarget {
  static readonly made: QuietSocket[] = [];
  binaryType = '';
  readyState = 0;

  constructor() {
    super();
    QuietSocket.made.push(this);
    setTimeout(() => {
      this.readyState = 1;
      this.dispatchEvent(new Event('open'));
    }, 20);
  }

  send(): void {}

  close(): void {
    this.readyState = 3;
  }
}

describe('connect', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    QuietSocket.made.length = 0;
    vi.stubGlobal('WebSocket', QuietSocket);
    vi.stubGlobal('location', { protocol: 'http:', host: 'localhost' });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('opens one line and stays on it', async () => {
    const connection = connect(
      'draft.a.1',
      new Y.Doc(),
      () => 'Анна',
      () => undefined,
      undefined,
    );
    await vi.advanceTimersByTimeAsync(5_000);
    expect(QuietSocket.made.map(({ readyState }) => readyState)).toEqual([1]);
    connection.destroy();
  });

  it('stays away for a while when it was turned away, says so, and sends what was typed when it is let in', async () => {
    const states: SaveState[] = [];
    const document = new Y.Doc();
    const connection = connect(
      'draft.a.1',
      document,
      () => 'Анна',
      (state) => states.push(state),
      undefined,
    );
    const turnAway = async (socket: QuietSocket | undefined) => {
      await vi.advanceTimersByTimeAsync(30);
      if (socket === undefined) throw new Error('No socket.');
      socket.readyState = 3;
      socket.dispatchEvent(Object.assign(new Event('close'), { code: closings.busy.code, reason: 'busy' }));
    };
    document.getText('text').insert(0, 'Здравствуйте!');
    for (let times = 1; times <= 3; times += 1) {
      await turnAway(QuietSocket.made.at(-1));
      await vi.advanceTimersByTimeAsync(9_000);
      expect(QuietSocket.made).toHaveLength(times);
      expect(states.at(-1)).toMatchObject({ kind: 'offline', unsafe: true });
      expect(states.at(-1)?.text).toMatch(/^Открыто слишком много писем/);
      await vi.advanceTimersByTimeAsync(12_000);
      expect(QuietSocket.made).toHaveLength(times + 1);
    }
    expect(document.getText('text').toString()).toBe('Здравствуйте!');
    connection.destroy();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(QuietSocket.made).toHaveLength(4);
  });
});
