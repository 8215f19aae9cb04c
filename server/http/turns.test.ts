import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

/** A response as far as it is asked about. */
class Answer extends EventEmitter {
  closed = false;
  state: 'waiting' | 'working' | 'refused' = 'waiting';

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.emit('close');
  }
}

const settled = () => new Promise((done) => setImmediate(done));

function ask(turns: Turns, who: string, atOnce: number): Answer {
  const answer = new Answer();
  turns.take(who, atOnce, answer as unknown as ServerResponse).then(
    () => {
      answer.state = 'working';
    },
    () => {
      answer.state = 'refused';
    },
  );
  return answer;
}

describe('turns', () => {
  it('are never more than so many at once, come in order, and none is lost, whoever closes when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.nat(30), { maxLength: 80 }),
        async (atOnce, steps) => {
          const turns = new Turns((work) => work());
          const asked: Answer[] = [];
          for (const step of steps) {
            if (step > 15 || asked.length === 0) asked.push(ask(turns, 'anna', atOnce));
            else asked[step % asked.length]?.close();
            if (step % 3 === 0) await settled();
          }
          await settled();
          const open = asked.filter(({ closed }) => !closed);
          expect(open.map(({ state }) => state)).toEqual(
            open.map((_, place) => (place < atOnce ? 'working' : 'waiting')),
          );
          for (const answer of asked) answer.close();
          await settled();
          const next = ask(turns, 'anna', 1);
          await settled();
          expect(next.state).toBe('working');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of one keep nobody else waiting', async () => {
    const pauses: number[] = [];
    const turns = new Turns((work, milliseconds) => {
      pauses.push(milliseconds);
      work();
    });
    const flood = Array.from({ length: 150 }, () => ask(turns, 'anna', 2));
    const other = ask(turns, 'boris', 2);
    await settled();
    expect(other.state).toBe('working');
    expect(flood.filter(({ state }) => state === 'refused')).toHaveLength(48);
    await new Promise((done) => setTimeout(done, 30));
    flood[0]?.close();
    await settled();
    expect(flood[2]?.state).toBe('working');
    expect(pauses[0]).toBeGreaterThan(25);
    other.close();
    expect(pauses).toHaveLength(1);
  });
});
