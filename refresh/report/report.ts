import { Temporal } from 'temporal-polyfill';
import type { Content, Unit } from '#knowledge';
import { RefreshError } from '../error.ts';
import type { ProvenFreshness } from '../freshness/read.ts';
import type { Person } from '../history.ts';
import { monthOf } from '../month.ts';
import { proveLedger } from '../proof.ts';
import { type RefreshStatus, statusFrom, type UnitStatus } from '../status.ts';

/** One unit in one month: `missing` when the month is over without a check, `pending` while there still is time. */
export type ReportState = 'checked' | 'late' | 'missing' | 'pending' | 'no-pages';

/** What each state is called in the report. */
export const reportStates: Readonly<Record<ReportState, string>> = {
  checked: 'проверено',
  late: 'проверено с опозданием',
  missing: 'не проверено',
  pending: 'срок ещё не вышел',
  'no-pages': 'проверять нечего',
};

/** What one unit did in one month. */
export interface ReportRow {
  readonly month: string;
  readonly unit: Unit;
  readonly state: ReportState;
  /** Pages of the record; without one the pages the unit keeps today. */
  readonly pages: number;
  /** When the main line got the record, in the agency's zone. */
  readonly at: Temporal.ZonedDateTime | undefined;
  readonly by: Person | undefined;
  /** Pages by what the record says of them. */
  readonly results: { readonly unchanged: number; readonly changed: number; readonly toChange: number };
  /** Pages that say something else today than this record, their last one. */
  readonly changedSince: number;
  /** The two answers of the record. */
  readonly law: string;
  readonly feedback: string;
  /** Files that were meant as this check and prove nothing. */
  readonly rejected: readonly string[];
}

/** «Справка об актуализации» (RF-4). */
export interface RefreshReport {
  readonly from: string;
  readonly to: string;
  /** The clause that demands the check; undefined when the profile asks for none. */
  readonly clause: string | undefined;
  /** By month, then in the order of `units.yml`. */
  readonly rows: readonly ReportRow[];
  readonly totals: Readonly<Record<ReportState, number>>;
  /** Set when there is no git and the report is that of `freshness.json`. */
  readonly freshness: ProvenFreshness | undefined;
}

/** Which months the report is about. */
export interface ReportQuestion {
  readonly content: Content;
  readonly now?: Temporal.Instant;
  /** `2026-09`; the same as `to` when left out. */
  readonly from?: string;
  /** `2026-11`; the current month when left out. */
  readonly to?: string;
}

/** Months in one report at most: five years, as long as such papers are kept. */
const maxMonths = 60;

/** Says for every unit and month whether the pages were checked, changed, checked late or not at all (RF-4, OT-7). */
export async function refreshReport({ content, now, from, to }: ReportQuestion): Promise<RefreshReport> {
  const moment = now ?? Temporal.Now.instant();
  const current = monthOf(moment, content.agency.timeZone);
  const last = to ?? current;
  const months = monthsBetween(from ?? last, last, current);
  const proof = await proveLedger(content, moment);
  const statuses = months.map((month) => statusFrom(proof, { content, now: moment, month }));
  const rows = statuses.flatMap((status) =>
    status.units.map((unit) => rowOf(unit, status, status.month === current)),
  );
  const totals = { checked: 0, late: 0, missing: 0, pending: 0, 'no-pages': 0 };
  for (const { state } of rows) totals[state]++;
  return {
    from: months[0] ?? last,
    to: last,
    clause: statuses[0]?.clause,
    rows,
    totals,
    freshness: proof.freshness,
  };
}

function monthsBetween(from: string, to: string, current: string): string[] {
  for (const month of [from, to])
    if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
      throw new RefreshError(`«${month}» — не месяц. Напишите его так: ${current}.`);
  const first = Temporal.PlainYearMonth.from(from);
  const count = first.until(to, { largestUnit: 'months' }).months + 1;
  if (count < 1) throw new RefreshError(`Справку нельзя составить с ${from} по ${to}: начало позже конца.`);
  if (count > maxMonths)
    throw new RefreshError(`В одну справку входит не больше ${maxMonths} месяцев. Назовите меньше.`);
  return Array.from({ length: count }, (_, index) => first.add({ months: index }).toString());
}

function rowOf(
  { unit, state, pages, record, rejected }: UnitStatus,
  status: RefreshStatus,
  isCurrent: boolean,
): ReportRow {
  const found = record?.ledger.pages ?? [];
  const count = (result: (typeof found)[number]['result']) =>
    found.filter((page) => page.result === result).length;
  const changedSince = [...status.pages.values()].filter(
    (page) => page.changedSince && page.lastCheck?.file === record?.file,
  ).length;
  return {
    month: status.month,
    unit,
    state: state === 'owed' ? (isCurrent ? 'pending' : 'missing') : state,
    pages: record ? found.length : pages.length,
    at: record?.at,
    by: record?.by,
    results: {
      unchanged: count('unchanged'),
      changed: count('changed'),
      toChange: count('to-change'),
    },
    changedSince,
    law: record?.ledger.law.note ?? '',
    feedback: record?.ledger.feedback.note ?? '',
    rejected: rejected.map(({ file, why }) => `${file}: ${why}`),
  };
}
