import type { Missing } from '../approval/completeness.ts';
import { type DraftState, isReturn } from '../approval/state.ts';
import { blocksHtml } from '../export/html.ts';
import type { ExitWay, Signer } from '../storage/event.ts';
import { type Answer, post } from './api.ts';
import type { Desk } from './desk.svelte.ts';

/** How long it takes a colleague's last key to come here. */
const settleMs = 400;
const patienceMs = 8_000;

/** A letter is held at the gate: what it lacks, and how to go on with a reason. */
export interface Held {
  readonly way: ExitWay | DraftState;
  readonly missing: readonly Missing[];
  goOn(reason: string): Promise<void>;
}

/** The gate of the desk: the same for the file, the print, the clipboard, the approval and the sending. */
export class Gate {
  readonly #desk: Desk;
  held = $state.raw<Held>();
  problem = $state('');
  /** What has been done, for a while. */
  said = $state('');
  busy = $state(false);

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Lets the letter out, or shows what it lacks. */
  async leave(way: ExitWay): Promise<void> {
    await this.#once(async () => {
      // A complete letter is copied at once, also without connection.
      if (way === 'copy' && this.#desk.missing('copy')?.length === 0) await this.#copy(Promise.resolve(true));
      else if (way === 'copy' && (this.#desk.missing('copy')?.length ?? 0) > 0) this.#hold(way);
      else await this.#exit(way, undefined);
    });
  }

  /** Takes the letter a step further, or back. */
  async step(to: DraftState, more: { reason?: string; signer?: string | Signer } = {}): Promise<boolean> {
    const from = this.#desk.state;
    const answer = await this.#once(async (): Promise<Answer> => {
      if (!isReturn(from, to) && !(await this.#saved())) return unsaved;
      return post(`/api/drafts/${this.#desk.view.id}/state`, {
        from,
        to,
        seen: this.#desk.seen(),
        by: this.#desk.name,
        ...more,
      });
    });
    if (answer === undefined) return false;
    if (answer.kind === 'done') {
      if (isReturn(from, to) && from !== 'approval') location.reload();
      else this.#desk.moved(to);
      return true;
    }
    if (answer.kind === 'incomplete')
      this.held = {
        way: to,
        missing: answer.missing,
        goOn: async (reason) => {
          if (await this.step(to, { ...more, reason })) this.held = undefined;
        },
      };
    else this.problem = answer.message;
    return false;
  }

  /** One thing after another: what is asked for meanwhile is not done. Whatever goes wrong is said. */
  async #once<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.problem = '';
    this.said = '';
    try {
      return await work();
    } catch (error) {
      console.error(error);
      this.problem = 'Не\u00a0получилось из-за ошибки на\u00a0странице. Обновите её и\u00a0повторите.';
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  #hold(way: ExitWay, missing: readonly Missing[] = this.#desk.missing(way) ?? []): void {
    this.held = {
      way,
      missing,
      goOn: async (reason) => {
        await this.#once(() => (way === 'copy' ? this.#copyWith(reason) : this.#exitWith(way, reason)));
      },
    };
  }

  async #exitWith(way: ExitWay, reason: string): Promise<void> {
    if (await this.#exit(way, reason)) this.held = undefined;
  }

  async #copyWith(reason: string): Promise<void> {
    const recorded = this.#record('copy', reason);
    await this.#copy(recorded.then((answer) => answer.kind === 'done'));
    const answer = await recorded;
    if (answer.kind === 'refused' || answer.kind === 'changed') this.problem = answer.message;
    else this.held = undefined;
  }

  /** Lets a file or a print out of the letter that is on the server's disk. */
  async #exit(way: ExitWay, reason: string | undefined): Promise<boolean> {
    const answer = await this.#record(way, reason);
    if (answer.kind === 'incomplete') this.#hold(way, answer.missing);
    else if (answer.kind !== 'done') this.problem = answer.message;
    else if (way === 'copy') await this.#copy(Promise.resolve(true));
    else this.#open(way, Number(answer.body.exit));
    return answer.kind === 'done';
  }

  /** Asks again while a change is on its way: then the letter is the same on both sides. */
  async #record(way: ExitWay, reason: string | undefined): Promise<Answer> {
    if (!(await this.#saved())) return unsaved;
    const until = Date.now() + patienceMs;
    for (;;) {
      const answer = await post(`/api/drafts/${this.#desk.view.id}/exits`, {
        way,
        seen: this.#desk.seen(),
        by: this.#desk.name,
        ...(reason === undefined ? {} : { reason }),
      });
      if (answer.kind !== 'changed' || Date.now() > until) return answer;
      await pause(settleMs);
    }
  }

  async #saved(): Promise<boolean> {
    return (await this.#desk.whenSaved()).kind === 'saved';
  }

  #open(way: ExitWay, exit: number): void {
    const link = document.createElement('a');
    if (way === 'docx') {
      link.href = `/api/drafts/${this.#desk.view.id}/letter.docx?exit=${exit}`;
      link.download = '';
      this.#say('Файл готов');
    } else {
      link.href = `/drafts/${this.#desk.view.id}/print?exit=${exit}`;
      link.target = '_blank';
      link.rel = 'noopener';
      this.#say('Открыто в\u00a0новой вкладке');
    }
    link.click();
  }

  /** Puts the letter into the clipboard as plain and as rich text together, once it may leave. */
  async #copy(allowed: Promise<boolean>): Promise<void> {
    const { text } = this.#desk.text();
    const html = blocksHtml(this.#desk.resolved());
    const blob = (type: string, content: string) =>
      allowed.then((may) => {
        if (!may) throw new Error('The letter may not leave.');
        return new Blob([content], { type });
      });
    // The clipboard is asked at once: a browser forgets the person's key press while the server is being asked.
    const item = new ClipboardItem({
      'text/plain': blob('text/plain', text),
      'text/html': blob('text/html', html),
    });
    const done = await navigator.clipboard.write([item]).then(
      () => true,
      () => false,
    );
    if (done) {
      this.#say('Скопировано');
      if (!this.#desk.locked) this.#desk.versions.keep('copied');
    } else if (await allowed)
      this.problem = 'Браузер не дал скопировать письмо: разрешите доступ к\u00a0буферу обмена.';
  }

  #say(words: string): void {
    this.said = words;
    setTimeout(() => {
      if (this.said === words) this.said = '';
    }, 2_500);
  }
}

const unsaved: Answer = {
  kind: 'refused',
  message:
    'Правки ещё не\u00a0на\u00a0сервере, поэтому письмо не\u00a0вышло. Дождитесь слова «Сохранено» и\u00a0повторите.',
};

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
