import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
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
      false,
    );
    await vi.advanceTimersByTimeAsync(5_000);
    expect(QuietSocket.made.map(({ readyState }) => readyState)).toEqual([1]);
    connection.destroy();
  });
});
