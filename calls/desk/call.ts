import type { DeskData, DeskScript, DeskStep, DeskWay } from './types.ts';

/** A page whose answer was read to the caller. */
export interface ReadAnswer {
  readonly page: string;
  readonly title: string;
  readonly function: string;
  readonly spoken: string;
}

/** What a callback needs (CL-8). */
export interface CallbackCard {
  readonly number: string;
  readonly time: string;
  /** The day of the working calendar, ISO. */
  readonly day: string;
}

/** The day and the time of a visit that is being booked (PV-3). */
export interface VisitCard {
  /** ISO; empty while it is not chosen. */
  readonly day: string;
  /** «11:00»; empty while it is not chosen. */
  readonly time: string;
  /** The client wants to be reminded. */
  readonly reminders: boolean;
}

/** A step that was come to. */
export interface Passed {
  readonly step: string;
  /** The caller's answer that led there; undefined for a free jump (CL-13). */
  readonly when: string | undefined;
  readonly jumped: boolean;
}

/** One call as it goes: it lives in the tab and nowhere else. */
export interface Call {
  /** Random: the counters of a call are taken once. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly began: number;
  readonly ended: number | undefined;
  /** Since when the caller waits on hold. */
  readonly heldSince: number | undefined;
  readonly passed: readonly Passed[];
  readonly transfers: number;
  readonly values: Readonly<Record<string, string | boolean>>;
  readonly answers: readonly ReadAnswer[];
  readonly unanswered: readonly string[];
  readonly callback: CallbackCard | undefined;
  readonly visit: VisitCard | undefined;
  /** The page of the other body that was named. */
  readonly body: string | undefined;
  readonly colleague: string | undefined;
  /** Answers to the closing questions, by the number of the question. */
  readonly closing: Readonly<Record<number, string>>;
  /** Why the last action was refused, to be shown; undefined when it was not. */
  readonly refused: string | undefined;
}

/** Begins a call at the first step of a script. */
export function beginCall(data: DeskData, script: string, id: string, now: number): Call {
  const start = data.scripts.find((one) => one.id === script)?.start ?? '';
  return {
    id,
    began: now,
    ended: undefined,
    heldSince: undefined,
    passed: [{ step: start, when: undefined, jumped: false }],
    transfers: 0,
    values: {},
    answers: [],
    unanswered: [],
    callback: undefined,
    visit: undefined,
    body: undefined,
    colleague: undefined,
    closing: {},
    refused: undefined,
  };
}

/** The step a call stands at. */
export function currentStep(data: DeskData, call: Call): DeskStep | undefined {
  const key = call.passed.at(-1)?.step;
  return data.steps.find((step) => step.key === key);
}

/** The script of that step. */
export function currentScript(data: DeskData, call: Call): DeskScript | undefined {
  const step = currentStep(data, call);
  return data.scripts.find(({ id }) => id === step?.script);
}

/** The ways on that are open after the transfers made so far (CL-7). */
export function waysOf(data: DeskData, call: Call): readonly DeskWay[] {
  const left = transfersLeft(data, call) > 0;
  return (currentStep(data, call)?.ways ?? []).filter(
    ({ transfers }) => transfers === undefined || (transfers === 'left') === left,
  );
}

/** How many more times the caller may be transferred; Infinity where the order sets no limit. */
export function transfersLeft({ rules }: DeskData, { transfers }: Call): number {
  return rules.maxTransfers === undefined ? Number.POSITIVE_INFINITY : rules.maxTransfers.value - transfers;
}

/** Goes on by the number of an open way, from 0. A way to the end ends the call. */
export function goOn(data: DeskData, call: Call, way: number, now: number): Call {
  const chosen = waysOf(data, call)[way];
  if (chosen === undefined) return call;
  if (chosen.to === 'end') return endCall(call, now);
  return come(data, call, { step: chosen.to, when: chosen.when, jumped: false });
}

/** Goes to any step: a script is an approximate scenario, never a locked path (CL-13). */
export function jump(data: DeskData, call: Call, step: string): Call {
  return come(data, call, { step, when: undefined, jumped: true });
}

/** Goes back to the step before. What was said is not unsaid: a transfer that was made stays counted. */
export function goBack(call: Call): Call {
  return call.passed.length < 2 ? call : { ...call, passed: call.passed.slice(0, -1), refused: undefined };
}

function come(data: DeskData, call: Call, passed: Passed): Call {
  const step = data.steps.find(({ key }) => key === passed.step);
  if (step === undefined) return call;
  const { maxTransfers } = data.rules;
  if (step.kind === 'transfer' && transfersLeft(data, call) <= 0)
    return {
      ...call,
      refused: `Звонок уже переключали ${maxTransfers?.value} раза: больше нельзя (${maxTransfers?.clause}). Предложите перезвонить.`,
    };
  return {
    ...call,
    passed: [...call.passed, passed],
    transfers: call.transfers + (step.kind === 'transfer' ? 1 : 0),
    refused: undefined,
  };
}

/** Begins a transfer: at the words that warn the caller (CL-6); refused when none is left (CL-7). */
export function beginTransfer(data: DeskData, call: Call, colleague: string): Call {
  const script = data.scripts.find(({ steps }) =>
    steps.some((key) => data.steps.find((step) => step.key === key)?.kind === 'transfer'),
  );
  const transfer = data.steps.find(({ kind }) => kind === 'transfer');
  if (script === undefined || transfer === undefined) return call;
  if (transfersLeft(data, call) <= 0)
    return come(data, call, { step: transfer.key, when: undefined, jumped: true });
  return { ...jump(data, call, script.start), colleague };
}

/** The first step of a kind, for keys that lead there: a callback, a crisis, a farewell. Scripts of the line first. */
export function firstOfKind({ steps, scripts }: DeskData, kind: DeskStep['kind']): string | undefined {
  const inbound = new Set(scripts.filter(({ direction }) => direction === 'inbound').map(({ id }) => id));
  const found = steps.filter((step) => step.kind === kind);
  return (found.find(({ script }) => inbound.has(script)) ?? found[0])?.key;
}

/** Notes that an answer was read aloud; the same one is noted once. */
export function readAloud(call: Call, answer: ReadAnswer): Call {
  if (call.answers.some(({ page }) => page === answer.page)) return call;
  return { ...call, answers: [...call.answers, answer] };
}

/** Ends a call. */
export function endCall(call: Call, now: number): Call {
  return call.ended === undefined ? { ...call, ended: now, heldSince: undefined, refused: undefined } : call;
}

/** Seconds since the call began, up to its end. */
export function secondsOf(call: Call, now: number): number {
  return Math.max(0, Math.round(((call.ended ?? now) - call.began) / 1000));
}
