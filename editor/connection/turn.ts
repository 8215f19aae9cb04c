import { isTurnWord, turnWords } from '../collaboration/protocol.ts';

/** What is needed of the connection. */
export interface TurnLine {
  sendStateless(payload: string): void;
  on(event: 'stateless', hear: (message: { payload: string }) => void): unknown;
  off(event: 'stateless', hear: (message: { payload: string }) => void): unknown;
}

/** Longer than everybody before takes in their turns, mostly; a person waits no longer. */
const patienceMs = 5_000;

/**
 * Does something while nobody else does the like in this draft; `work` must change the document before it returns.
 *
 * @returns what `work` gives; undefined when there was no turn in time, and nothing was done
 */
export async function inTurn<Result>(line: TurnLine, work: () => Result): Promise<Result | undefined> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const hear = ({ payload }: { payload: string }) => {
    if (isTurnWord(payload, 'yours')) resolve(true);
  };
  const timer = setTimeout(resolve, patienceMs, false);
  line.on('stateless', hear);
  line.sendStateless(turnWords.wanted);
  try {
    return (await promise) ? work() : undefined;
  } finally {
    clearTimeout(timer);
    line.off('stateless', hear);
    line.sendStateless(turnWords.over);
  }
}
