/**
 * Sends questions to something slow one at a time. While it works, only the newest question waits: an answer about a text
 * that has changed since is of no use.
 */
export class NewestFirst<Question> {
  readonly #send: (question: Question) => void;
  #busy = false;
  #waiting: { question: Question } | undefined;

  constructor(send: (question: Question) => void) {
    this.#send = send;
  }

  /** Asks now, or as soon as the running question is answered. */
  ask(question: Question): void {
    if (this.#busy) {
      this.#waiting = { question };
      return;
    }
    this.#busy = true;
    this.#send(question);
  }

  /** To be called when an answer has come. */
  answered(): void {
    this.#busy = false;
    const next = this.#waiting;
    this.#waiting = undefined;
    if (next !== undefined) this.ask(next.question);
  }
}
