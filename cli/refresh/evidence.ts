import { existsSync } from 'node:fs';
import { openDictionary } from '@ponyatno/russian/node';
import { Temporal } from 'temporal-polyfill';
import { callRecordsFile, callReport, openCallRecords } from '#calls';
import {
  type CheckedReading,
  type Content,
  checkContent,
  type Page,
  type Problem,
  type Unit,
} from '#knowledge';
import { type ActAlarm, type PageStatus, type RefreshStatus, ratingsSince } from '#refresh';
import { type Gap, GapLog, gapFileOf } from '#search';

/** One answer to a closing question of the line, and how often it was given about the unit's functions. */
export interface Rating {
  readonly question: string;
  readonly answers: readonly { readonly answer: string; readonly count: number }[];
}

/** What a unit should look at before it answers the two questions of the order (RF-2, RF-3, RF-5). */
export interface Evidence {
  readonly unit: Unit;
  /** The day after which things are new: of the last check of any of its pages; undefined when there was none. */
  readonly since: string | undefined;
  /** Pages that say something else than what was checked. */
  readonly changed: readonly Page[];
  /** Pages that no check names. */
  readonly unchecked: readonly Page[];
  /** Acts whose edition changed, with the unit's pages that cite them. */
  readonly acts: readonly { readonly alarm: ActAlarm; readonly pages: readonly Page[] }[];
  /** Questions about the unit's functions that got no answer, the most frequent first. */
  readonly gaps: readonly Gap[];
  readonly ratings: readonly Rating[];
  /** What citizens said of the unit's pages on the public site, those that helped least first. */
  readonly pageRatings: readonly {
    readonly page: Page;
    readonly helped: number;
    readonly notHelped: number;
  }[];
  /** What the check finds in the unit's pages, and average terms of the unit that are out of date. */
  readonly problems: readonly Problem[];
}

/** Gathers the evidence for one unit from the base, the ledger and the data folder. */
export function evidenceOf(
  unit: Unit,
  reading: CheckedReading & { readonly content: Content },
  status: RefreshStatus,
  dataFolder: string,
): Evidence {
  const { content } = reading;
  const own = [...status.pages.values()].filter(({ page }) => content.unit(page.unit)?.id === unit.id);
  const since = lastCheck(own);
  const functions = content.pagesOf('function').filter((page) => content.unit(page.unit)?.id === unit.id);
  const ids = new Set(functions.map(({ id }) => id));
  return {
    unit,
    since,
    changed: own.filter(({ changedSince }) => changedSince).map(({ page }) => page),
    unchecked: own.filter(({ state }) => state === 'never').map(({ page }) => page),
    acts: actsOf(own, status),
    gaps: gapsOf(dataFolder, since).filter((gap) => ids.has(gap.function)),
    ratings: ratingsOf(content, ids, dataFolder, since),
    pageRatings: pageRatingsOf(own, dataFolder, since),
    problems: problemsOf(reading, unit, new Set(own.map(({ page }) => page.file))),
  };
}

function lastCheck(own: readonly PageStatus[]): string | undefined {
  return own
    .flatMap(({ lastCheck: check }) => (check ? [check.at.toPlainDate().toString()] : []))
    .toSorted()
    .at(-1);
}

function actsOf(own: readonly PageStatus[], { alarms }: RefreshStatus): Evidence['acts'] {
  const found = own.flatMap(({ page }) => (alarms.get(page.id) ?? []).map((alarm) => ({ alarm, page })));
  return [...Map.groupBy(found, ({ alarm }) => alarm.act.id).values()].flatMap((citing) => {
    const [first] = citing;
    return first ? [{ alarm: first.alarm, pages: citing.map(({ page }) => page) }] : [];
  });
}

function gapsOf(dataFolder: string, since: string | undefined): readonly Gap[] {
  if (!existsSync(gapFileOf(dataFolder))) return [];
  const log = new GapLog(dataFolder, openDictionary);
  try {
    return log.list(since).toSorted((a, b) => b.zero + b.filed - a.zero - a.filed);
  } finally {
    log.close();
  }
}

function ratingsOf(
  { agency }: Content,
  functions: ReadonlySet<string>,
  dataFolder: string,
  since = '0000-01-01',
): Rating[] {
  const questions = agency.calls?.closingQuestions?.questions ?? [];
  if (questions.length === 0 || !existsSync(callRecordsFile(dataFolder))) return [];
  const records = openCallRecords(dataFolder);
  try {
    const today = Temporal.Now.plainDateISO(agency.timeZone).toString();
    const calls = records
      .between(since, today)
      .filter(({ function: owner }) => typeof owner === 'string' && functions.has(owner));
    const { closing } = callReport(calls, []).total;
    return questions
      .map(({ text, options }, question) => ({
        question: text,
        answers: options.map((answer, option) => ({ answer, count: closing[question]?.[option] ?? 0 })),
      }))
      .filter(({ answers }) => answers.some(({ count }) => count > 0));
  } finally {
    records.close();
  }
}

function pageRatingsOf(
  own: readonly PageStatus[],
  dataFolder: string,
  since: string | undefined,
): Evidence['pageRatings'] {
  const pages = new Map(own.map(({ page }) => [page.id, page]));
  return ratingsSince(dataFolder, since).flatMap(({ page: id, helped, notHelped }) => {
    const page = pages.get(id);
    return page ? [{ page, helped, notHelped }] : [];
  });
}

function problemsOf(reading: CheckedReading & { content: Content }, unit: Unit, files: ReadonlySet<string>) {
  const terms = Object.values(reading.content.agency.line?.averageTerms ?? {});
  const measures = terms.some((term) => reading.content.unit(term.unit)?.id === unit.id);
  return checkContent(reading).filter(
    ({ file, rule, severity }) =>
      severity !== 'missing' && (files.has(file) || (rule === 'average-term' && measures)),
  );
}
