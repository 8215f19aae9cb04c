import { type Call, secondsOf } from './call.ts';
import type { DeskData, DeskStep } from './types.ts';

/** What a call was, by what decided it. */
export const callKinds = [
  'answer',
  'transfer',
  'callback',
  'out-of-remit',
  'booking',
  'cancelling',
  'crisis',
  'other',
] as const;
export type CallKind = (typeof callKinds)[number];

/** What is kept of a call: counters without a name, a number or a word of the caller (CL-10, CL-12). */
export interface CallRecord {
  /** Random, so that the same counters sent twice count once. */
  readonly id: string;
  /** The day of the call in the agency's time zone, ISO. */
  readonly day: string;
  readonly function: string | null;
  readonly kind: CallKind;
  readonly seconds: number;
  readonly transfers: number;
  readonly callbacks: number;
  readonly unanswered: number;
  /** The number of the answer to each closing question; null when it was not given. */
  readonly closing: readonly (number | null)[];
}

/** The later in this list decides what a call was. */
const weight: readonly CallKind[] = [
  'answer',
  'cancelling',
  'booking',
  'out-of-remit',
  'transfer',
  'callback',
  'crisis',
];

/** The counters of a call that has ended. */
export function recordOf(data: DeskData, call: Call): CallRecord {
  const kinds = new Set<DeskStep['kind']>(
    call.passed.flatMap(({ step }) => data.steps.find(({ key }) => key === step)?.kind ?? []),
  );
  if (call.answers.length > 0) kinds.add('answer');
  const kind = weight.findLast((one) => one !== 'other' && kinds.has(one)) ?? 'other';
  return {
    id: call.id,
    day: dayIn(data.agency.timeZone, call.began),
    function: call.answers.at(-1)?.function ?? null,
    kind,
    seconds: secondsOf(call, call.ended ?? call.began),
    transfers: call.transfers,
    callbacks: kinds.has('callback') ? 1 : 0,
    unanswered: call.unanswered.length,
    closing: (data.rules.closing?.questions ?? []).map(({ options }, index) => {
      const answer = call.closing[index];
      const at = answer === undefined ? -1 : options.indexOf(answer);
      return at < 0 ? null : at;
    }),
  };
}

/** The ISO day of a moment in a time zone. */
export function dayIn(timeZone: string, moment: number): string {
  return new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(moment);
}
