import type { CallRecord } from '../desk/record.ts';
import type { MissedCalls } from './database.ts';

/** The sums of some calls. */
export interface CallSums {
  readonly calls: number;
  readonly seconds: number;
  readonly transfers: number;
  readonly callbacks: number;
  readonly unanswered: number;
  /** Calls by what decided them. */
  readonly kinds: Readonly<Record<string, { readonly calls: number; readonly seconds: number }>>;
  /** How often each answer was given, by question. */
  readonly closing: readonly (readonly number[])[];
}

/** A line of the report: a day and a function. */
export interface ReportRow extends CallSums {
  readonly day: string;
  /** Undefined for calls in which no page was read. */
  readonly function: string | undefined;
}

/** The report on the line: by day and function, with the calls that nobody answered (CL-10). */
export interface CallReport {
  readonly rows: readonly ReportRow[];
  readonly total: CallSums;
  readonly missed: readonly MissedCalls[];
}

/** Sums calls up. */
export function callReport(calls: readonly CallRecord[], missed: readonly MissedCalls[]): CallReport {
  const groups = Map.groupBy(calls, ({ day, function: owner }) => JSON.stringify([day, owner]));
  const rows = [...groups.values()].map((group): ReportRow => {
    const [first] = group;
    return { day: first?.day ?? '', function: first?.function ?? undefined, ...sums(group) };
  });
  return {
    rows: rows.toSorted(
      (one, two) => two.day.localeCompare(one.day) || (one.function ?? '').localeCompare(two.function ?? ''),
    ),
    total: sums(calls),
    missed,
  };
}

function sums(calls: readonly CallRecord[]): CallSums {
  const sum = (key: 'seconds' | 'transfers' | 'callbacks' | 'unanswered') =>
    calls.reduce((total, call) => total + call[key], 0);
  const kinds: Record<string, { calls: number; seconds: number }> = {};
  const closing: number[][] = [];
  for (const { kind, seconds, closing: answers } of calls) {
    const own = kinds[kind] ?? { calls: 0, seconds: 0 };
    kinds[kind] = { calls: own.calls + 1, seconds: own.seconds + seconds };
    for (const [question, answer] of answers.entries()) {
      const counts = closing[question] ?? [];
      closing[question] = counts;
      if (answer !== null) counts[answer] = (counts[answer] ?? 0) + 1;
    }
  }
  return {
    calls: calls.length,
    seconds: sum('seconds'),
    transfers: sum('transfers'),
    callbacks: sum('callbacks'),
    unanswered: sum('unanswered'),
    kinds,
    closing: closing.map((counts) => Array.from(counts, (count) => count ?? 0)),
  };
}
