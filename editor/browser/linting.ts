import type { LintedLetter } from '../lint/lint-letter.ts';
import type { LetterTexts, LintReply, LintRequest } from '../lint/messages.ts';
import { NewestFirst } from '../lint/newest.ts';
import type { PartState } from '../lint/part-states.ts';

/** A pause in typing after which the linter looks: short enough for a finding within 300 ms. */
const pauseMs = 120;

/** The linter in its own thread. */
export class Linting {
  readonly #worker: Worker;
  readonly #questions: NewestFirst<LetterTexts>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: (() => LetterTexts) | undefined;

  /**
   * @param letter kind of the letter
   * @param onLinted told what was found
   * @param onState told when the linter is ready, and when it cannot work
   */
  constructor(
    letter: string,
    onLinted: (linted: LintedLetter, parts: readonly PartState[]) => void,
    onState: (state: 'ready' | 'failed', checksParts: boolean) => void,
  ) {
    this.#worker = new Worker(new URL('../lint/lint-worker.ts', import.meta.url), { type: 'module' });
    this.#questions = new NewestFirst((texts) => this.#send({ kind: 'lint', ...texts }));
    this.#worker.addEventListener('error', () => onState('failed', false));
    this.#worker.addEventListener('message', ({ data }: MessageEvent<LintReply>) => {
      if (data.kind === 'ready') {
        onState('ready', data.checksParts);
        return;
      }
      if (data.kind === 'spells') {
        if (this.#asked) this.ask(this.#asked);
        return;
      }
      this.#questions.answered();
      if (data.kind === 'linted') onLinted(data.letter, data.parts);
      else {
        console.error(data.reason);
        onState('failed', false);
      }
    });
    this.#send({ kind: 'start', letter });
  }

  /** Asks about the letter after a pause; `texts` is called only then. */
  ask(texts: () => LetterTexts): void {
    clearTimeout(this.#timer);
    this.#asked = texts;
    this.#timer = setTimeout(() => this.#questions.ask(texts()), pauseMs);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#worker.terminate();
  }

  #send(request: LintRequest): void {
    this.#worker.postMessage(request);
  }
}
