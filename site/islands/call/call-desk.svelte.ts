import {
  beginCall,
  beginTransfer,
  type Call,
  type CallbackCard,
  type Colleague,
  colleagueName,
  colleaguesFor,
  currentScript,
  currentStep,
  type DeskData,
  endCall,
  firstOfKind,
  goBack,
  goOn,
  jump,
  type Operator,
  readAloud,
  recordOf,
  speechHint,
  type VisitCard,
  waysOf,
} from '#calls/browser';
import type { Answer, Hit } from '#search';
import { ask, shortestQuery } from '../search/ask.ts';
import { keepCalls, keepOperator, keptCalls, keptOperator } from './kept.ts';
import { Outbox } from './outbox.ts';

/** At most two calls at once: one is talked to, the other holds (see the issue of the call screen). */
const maxCalls = 2;
const hitsShown = 8;

/** The call screen's state: up to two calls, the search, the connection. */
export class CallDesk {
  data = $state.raw<DeskData>() as DeskData;
  readonly outbox: Outbox;
  calls = $state.raw<readonly Call[]>([]);
  active = $state(0);
  operator = $state.raw<Operator>({ name: '' });
  now = $state(Date.now());

  query = $state('');
  answer = $state.raw<Answer>();
  /** The query that `answer` belongs to. */
  answered = $state('');
  trouble = $state<'offline' | 'failed'>();
  chosen = $state(0);
  /** Said to a screen reader. */
  said = $state('');

  readonly call = $derived(this.calls[this.active]);
  readonly step = $derived.by(() => this.call && currentStep(this.data, this.call));
  readonly script = $derived.by(() => this.call && currentScript(this.data, this.call));
  readonly ways = $derived.by(() => (this.call ? waysOf(this.data, this.call) : []));
  readonly hits = $derived(this.answer?.hits ?? []);
  readonly hit = $derived<Hit | undefined>(this.hits[this.chosen]);

  #running: AbortController | undefined;

  constructor(data: DeskData) {
    this.data = data;
    this.outbox = new Outbox();
    this.operator = { name: keptOperator() };
    const kept = keptCalls(data);
    this.calls = kept.length > 0 ? kept : [this.#fresh()];
    // A tab may be closed with the note still open: its counters are not lost with it.
    addEventListener('pagehide', () => {
      for (const call of this.calls)
        if (call.ended !== undefined) this.outbox.keep(recordOf(this.data, call));
    });
  }

  /** Takes newer data, once no call is under way that stands at the steps of the old ones. */
  renew(data: DeskData): void {
    const idle = this.calls.every(({ passed, answers }) => passed.length === 1 && answers.length === 0);
    if (data.version === this.data.version || !idle) return;
    this.data = data;
    this.calls = this.calls.map(() => this.#fresh());
    keepCalls(this.calls);
  }

  #fresh(): Call {
    const script =
      this.data.scripts.find(({ id }) => id === 'consultation') ??
      this.data.scripts.find(
        ({ start }) => this.data.steps.find(({ key }) => key === start)?.kind === 'greeting',
      ) ??
      this.data.scripts[0];
    return beginCall(this.data, script?.id ?? '', crypto.randomUUID(), Date.now());
  }

  #set(change: (call: Call) => Call): void {
    this.calls = this.calls.map((call, index) => (index === this.active ? change(call) : call));
    keepCalls(this.calls);
    this.said = this.call?.refused ?? this.step?.title ?? '';
  }

  /** Goes on by the number of a way, from 0. */
  goOn(way: number): void {
    this.#set((call) => goOn(this.data, call, way, Date.now()));
  }

  jump(step: string | undefined): void {
    if (step !== undefined) this.#set((call) => jump(this.data, call, step));
  }

  /** Whether the scripts have a step of a kind: without it there is nothing to jump to. */
  has(kind: Parameters<typeof firstOfKind>[1]): boolean {
    return firstOfKind(this.data, kind) !== undefined;
  }

  /** To the first step of a kind: one key away from everywhere. */
  jumpToKind(kind: Parameters<typeof firstOfKind>[1]): void {
    this.jump(firstOfKind(this.data, kind));
  }

  back(): void {
    this.#set(goBack);
  }

  /** The function of the chosen answer; once the search is cleared, of the answer that was read last. */
  readonly subject = $derived(this.hit?.function ?? this.call?.answers.at(-1)?.function);
  /** The minute by the clock: who answers now need not be counted every second. */
  readonly #minute = $derived(Math.floor(this.now / 60_000) * 60_000);
  /** Whom to transfer to, the best first (CL-6). */
  readonly colleagues = $derived.by(() => colleaguesFor(this.data, this.subject, this.#minute));
  readonly hint = $derived.by(() => speechHint(this.data, this.step, this.script));

  /** Transfers to a colleague, the best one when none is named. */
  transfer(colleague: Colleague | undefined = this.colleagues[0]): void {
    const name = colleague ? colleagueName(colleague) : '';
    this.#set((call) => beginTransfer(this.data, call, name));
  }

  setValue(name: string, value: string | boolean): void {
    this.#set((call) => ({ ...call, values: { ...call.values, [name]: value } }));
  }

  setCallback(card: CallbackCard): void {
    this.#set((call) => ({ ...call, callback: card }));
  }

  setVisit(card: VisitCard): void {
    this.#set((call) => ({ ...call, visit: card }));
  }

  /** Names another body, and goes to the words for it (CL-11). */
  nameBody(page: string): void {
    this.#set((call) => ({ ...call, body: page }));
    this.jumpToKind('out-of-remit');
  }

  setClosing(question: number, answer: string): void {
    this.#set((call) => ({ ...call, closing: { ...call.closing, [question]: answer } }));
  }

  setOperator(name: string): void {
    this.operator = { name };
    keepOperator(name);
  }

  /** Notes that the chosen answer was read to the caller. */
  read(): void {
    const { hit } = this;
    if (hit?.spoken === undefined) return;
    const { page, title, function: owner, spoken } = hit;
    this.#set((call) => readAloud(call, { page, title, function: owner, spoken }));
    this.said = 'Отмечено: прочитано';
  }

  /** Notes that the base has no answer to what was asked (KB-7). */
  noAnswer(): string | undefined {
    const question = this.query.trim();
    if (question.length < shortestQuery || this.call?.unanswered.includes(question)) return undefined;
    this.#set((call) => ({ ...call, unanswered: [...call.unanswered, question] }));
    this.said = 'Вопрос записан';
    return question;
  }

  /** Takes a second call, the first one holds; or switches between them. */
  otherCall(): void {
    if (this.calls.length < maxCalls) this.calls = [...this.calls, this.#fresh()];
    const before = this.active;
    this.active = (before + 1) % this.calls.length;
    const now = Date.now();
    this.calls = this.calls.map((call, index) => ({
      ...call,
      heldSince: index === this.active || call.ended !== undefined ? undefined : (call.heldSince ?? now),
    }));
    keepCalls(this.calls);
    this.clearSearch();
    this.said = `Звонок ${this.active + 1}`;
  }

  /** Ends the call: its counters go out, its note stays until it is closed. */
  end(): void {
    this.#set((call) => endCall(call, Date.now()));
  }

  /** Closes the note of an ended call: nothing of it is left in the browser. */
  close(): void {
    const { call } = this;
    if (call?.ended === undefined) return;
    this.outbox.put(recordOf(this.data, call));
    const left = this.calls.filter((one) => one !== call);
    this.active = 0;
    this.calls = left.length > 0 ? left.map((one) => ({ ...one, heldSince: undefined })) : [this.#fresh()];
    keepCalls(this.calls);
    this.clearSearch();
    this.said = 'Звонок закрыт';
  }

  clearSearch(): void {
    this.#running?.abort();
    this.query = '';
    this.answer = undefined;
    this.answered = '';
    this.trouble = undefined;
  }

  /** Asks for what stands in the box; an older question is given up. */
  async search(query: string): Promise<void> {
    this.query = query;
    this.chosen = 0;
    this.#running?.abort();
    const asked = query.trim();
    if (asked.length < shortestQuery) {
      this.answer = undefined;
      this.answered = '';
      this.trouble = undefined;
      return;
    }
    this.#running = new AbortController();
    const came = await ask(asked, { limit: hitsShown }, this.#running.signal);
    if (came === undefined) return;
    if (came.kind === 'answer') {
      this.answer = came.answer;
      this.answered = asked;
      this.trouble = undefined;
    } else this.trouble = came.kind;
  }
}
