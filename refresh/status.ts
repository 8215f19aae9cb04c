import { Temporal } from 'temporal-polyfill';
import { type Content, formatMonth, type Page, type Unit } from '#knowledge';
import { type ActAlarm, actAlarms } from './acts/alarms.ts';
import { RefreshError } from './error.ts';
import type { ProvenFreshness } from './freshness/read.ts';
import { monthOf } from './month.ts';
import { type GitEvidence, type LedgerProof, proveLedger } from './proof.ts';
import {
  type CheckRecord,
  type LastCheck,
  lastChecks,
  type ProvenFile,
  type RejectedConfirmation,
  type RejectedRecord,
  readRecord,
  sortRecords,
} from './records.ts';

/**
 * One unit in one month: `checked` in time, `late` after the month was over, `owed` not yet or never; `no-pages` when the unit
 * keeps no page and so has nothing to check.
 */
export type UnitState = 'checked' | 'late' | 'owed' | 'no-pages';

/** The month's check of one unit (RF-1). */
export interface UnitStatus {
  readonly unit: Unit;
  readonly state: UnitState;
  /** The pages the unit keeps. */
  readonly pages: readonly Page[];
  readonly record: CheckRecord | undefined;
  /** Files that were meant as this check and prove nothing, each with the reason. */
  readonly rejected: readonly RejectedRecord[];
}

/**
 * One page: `checked` this month and the same since, `changed` since its last check, `stale` when that check was in an earlier
 * month, `never` when no check names it.
 */
export type PageState = 'checked' | 'changed' | 'stale' | 'never';

/** When a page was last looked at. */
export interface PageStatus {
  readonly page: Page;
  readonly state: PageState;
  /** The last check that names the page. */
  readonly lastCheck: CheckRecord | undefined;
  /** The page says something else than what was checked: «изменено после проверки». */
  readonly changedSince: boolean;
}

/** The monthly check in one month. */
export interface RefreshStatus {
  /** `2026-11`. */
  readonly month: string;
  /** «ноябрь 2026 года». */
  readonly monthText: string;
  /** The last day to check in time. */
  readonly lastDay: Temporal.PlainDate;
  /** The clause that demands the check; undefined when the profile asks for none. */
  readonly clause: string | undefined;
  readonly units: readonly UnitStatus[];
  /** The units that owe the check of this month. */
  readonly owed: readonly UnitStatus[];
  /** By id of the page. */
  readonly pages: ReadonlyMap<string, PageStatus>;
  /** Pages whose acts changed since the unit last looked, by id of the page. */
  readonly alarms: ReadonlyMap<string, readonly ActAlarm[]>;
  /** Confirmations that prove nothing, each with the reason. */
  readonly rejectedConfirmations: readonly RejectedConfirmation[];
  /** Set when there is no git and the state is that of `freshness.json`: what came later is not known. */
  readonly freshness: ProvenFreshness | undefined;
}

/** What the status is asked about. */
export interface StatusQuestion {
  readonly content: Content;
  readonly now?: Temporal.Instant;
  /** `2026-11`; the current month of the agency's time zone when left out. */
  readonly month?: string;
  /** What git was asked while the content was read; asked now when left out. */
  readonly evidence?: GitEvidence;
}

/**
 * Which unit has checked its pages in a month, proven by the ledger and git (RF-1, RF-2). Throws a `RefreshError` when git cannot
 * prove anything: a shallow or empty history, or no repository and no `freshness.json` in its stead.
 */
export async function refreshStatus(question: StatusQuestion): Promise<RefreshStatus> {
  return statusFrom(await proveLedger(question.content, question.now, question.evidence), question);
}

/** The same from a proof that was asked for before: a report asks once for all its months. */
export function statusFrom(
  proof: LedgerProof,
  { content, now, month: asked }: StatusQuestion,
): RefreshStatus {
  const { agency } = content;
  const current = monthOf(now ?? Temporal.Now.instant(), agency.timeZone);
  const month = asked ?? current;
  checkMonth(month, monthOf(proof.begun, agency.timeZone), current);
  const sorted = sortRecords(content, proof);
  const { proven, rejected } = sorted;
  const last = lastChecks(proven, content.pages);
  const pagesByUnit = Map.groupBy(content.pages, (page) => content.unit(page.unit)?.id ?? page.unit);
  const units = content.units.map((unit): UnitStatus => {
    const pages = pagesByUnit.get(unit.id) ?? [];
    const own = <Kept extends { month: string; unit: string }>(kept: Kept) =>
      kept.month === month && kept.unit === unit.id;
    const files = proven.filter(own);
    const [record] = files.flatMap((file) => readRecord(file) ?? []);
    const unreadable = files.filter((file) => !readRecord(file)).map(asUnreadable);
    return {
      unit,
      pages,
      record,
      state: stateOf(record, pages),
      rejected: [...rejected.filter(own), ...unreadable],
    };
  });
  const duty = agency.refresh;
  return {
    month,
    monthText: formatMonth(month),
    lastDay: lastDayOf(month),
    clause: duty?.clause,
    units,
    owed: duty ? units.filter(({ state }) => state === 'owed') : [],
    pages: pageStates(content, last, current),
    alarms: actAlarms(content, { last, confirmations: sorted.confirmations, begun: proof.begun }),
    rejectedConfirmations: sorted.rejectedConfirmations,
    freshness: proof.freshness,
  };
}

function checkMonth(month: string, begun: string, current: string): void {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    throw new RefreshError(`«${month}» — не месяц. Напишите его так: ${current}.`);
  if (month > current)
    throw new RefreshError(`Месяц ${month} ещё не наступил. Назовите ${current} или более ранний.`);
  if (month < begun)
    throw new RefreshError(
      `В месяце ${month} проверять было нечего: содержание внесено в git в ${begun}. Назовите ${begun} или более поздний.`,
    );
}

function stateOf(record: CheckRecord | undefined, pages: readonly Page[]): UnitState {
  if (record) return record.late ? 'late' : 'checked';
  return pages.length === 0 ? 'no-pages' : 'owed';
}

function lastDayOf(month: string): Temporal.PlainDate {
  const first = Temporal.PlainYearMonth.from(month);
  return first.toPlainDate({ day: first.daysInMonth });
}

function asUnreadable({ file, month, unit }: ProvenFile): RejectedRecord {
  return {
    file,
    month,
    unit,
    why: 'Запись не читается, поэтому проверкой не считается. Что в ней не так, покажет «ponyatno check».',
  };
}

function pageStates(
  content: Content,
  last: ReadonlyMap<string, LastCheck>,
  current: string,
): Map<string, PageStatus> {
  const records = new Set([...last.values()].map(({ record }) => record));
  const months = new Map(
    [...records].map((record) => [record, monthOf(record.at.toInstant(), content.agency.timeZone)]),
  );
  return new Map(
    content.pages.map((page) => {
      const check = last.get(page.id);
      const changedSince = check !== undefined && saysElse(page, check.found);
      return [page.id, { page, lastCheck: check?.record, changedSince, state: pageState() }];

      function pageState(): PageState {
        if (!check) return 'never';
        if (changedSince) return 'changed';
        return months.get(check.record) === current ? 'checked' : 'stale';
      }
    }),
  );
}

/** Whether a page says something else than what was checked. The same file says the same: only another one has to be parsed. */
function saysElse(page: Page, found: LastCheck['found']): boolean {
  return found.text !== page.textDigest && found.digest !== page.digest;
}
