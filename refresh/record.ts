import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { stringify } from 'yaml';
import { type Confirmation, type Content, formatMonth, type Ledger, type Page, type Unit } from '#knowledge';
import { actOf, citedActs, editionOf } from './acts/citing.ts';
import { RefreshError } from './error.ts';
import { git } from './git.ts';
import { monthOf } from './month.ts';

/** The two answers and what they are about. */
export interface Check {
  readonly content: Content;
  /** `id` of the unit, today's or a former one. */
  readonly unit: string;
  /** Changes of federal legislation (RF-2, a). */
  readonly law: Ledger['law'];
  /** Results of collected feedback (RF-2, b). */
  readonly feedback: Ledger['feedback'];
  /** `2026-11`; the current month when left out. */
  readonly month?: string;
  /** Pages that still have to be changed. */
  readonly toChange?: readonly string[];
  readonly now?: Temporal.Instant;
}

/** What was written. */
export interface RecordedCheck {
  /** Relative to the content folder. */
  readonly file: string;
  readonly unit: Unit;
  readonly ledger: Ledger;
  /** The month is over already: the check will count as late. */
  readonly late: boolean;
}

/**
 * Writes the check of one unit and month into the ledger. The ledger is add-only: a check that is there already is never
 * overwritten. It counts from the commit that brings it to the main line (`commitRecord`).
 */
export async function recordCheck(check: Check): Promise<RecordedCheck> {
  const { content } = check;
  const unit = unitOf(content, check.unit);
  const current = monthOf(check.now ?? Temporal.Now.instant(), content.agency.timeZone);
  const month = check.month ?? current;
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    throw new RefreshError(`«${month}» — не месяц. Напишите его так: ${current}.`);
  if (month > current)
    throw new RefreshError(
      `Месяц ${month} ещё не наступил: его проверку записать нельзя. Сейчас ${current}.`,
    );
  const pages = pagesOf(content, unit);
  if (pages.length === 0)
    throw new RefreshError(`За подразделением «${unit.id}» нет ни одной страницы, проверять нечего.`);
  const toChange = new Set(check.toChange ?? []);
  for (const id of toChange)
    if (!pages.some((page) => page.id === id))
      throw new RefreshError(
        `За подразделением «${unit.id}» нет страницы «${id}». Проверьте id в --to-change.`,
      );
  const ledger: Ledger = {
    unit: unit.id,
    month,
    law: check.law,
    feedback: check.feedback,
    pages: pages.map((page) => ({
      id: page.id,
      digest: page.digest,
      text: page.textDigest,
      result: resultOf(page),
    })),
    ...actsOf(pages, content),
  };
  const former = content.ledgers.find(
    (kept) => kept.month === month && content.unit(kept.unit)?.id === unit.id,
  );
  const file = `refresh/${month}/${unit.id}.yml`;
  if (former) throw alreadyThere(former.file, unit, month);
  if (!(await writeOnce(content, file, ledger))) throw alreadyThere(file, unit, month);
  return { file, unit, ledger, late: month < current };

  function resultOf(page: Page): Ledger['pages'][number]['result'] {
    if (toChange.has(page.id)) return 'to-change';
    const before = lastDigest(content, page.id, month);
    return before === undefined || before === page.digest ? 'unchanged' : 'changed';
  }
}

/** Commits one recorded check and nothing else, under the name of the person at the keyboard. */
export async function commitRecord(content: Content, { file, unit, ledger }: RecordedCheck): Promise<void> {
  const subject = `Проверка за ${formatMonth(ledger.month).replace('\u00a0', ' ')}: ${unit.name}`;
  await commitFile(content, file, subject);
}

/** Commits one file of the ledger, whatever else is staged or lies about. */
export async function commitFile(content: Content, file: string, subject: string): Promise<void> {
  await git(content.folder, ['add', '--', file]);
  await git(content.folder, ['commit', '--quiet', '--only', '--message', subject, '--', file]);
}

/** The pages that a unit keeps. */
export function pagesOf(content: Content, unit: Unit): Page[] {
  return content.pages.filter((page) => content.unit(page.unit)?.id === unit.id);
}

/** The editions of the acts that these pages cite, as they are today. */
function actsOf(pages: readonly Page[], content: Content): Pick<Ledger, 'acts'> {
  const cited = new Set(pages.flatMap((page) => [...citedActs(page, content)]));
  if (cited.size === 0) return {};
  return {
    acts: [...cited].toSorted().map((id) => {
      const act = actOf(content, id);
      const edition = act && editionOf(act);
      return edition === undefined ? { id } : { id, edition };
    }),
  };
}

/** A unit by its id, or the sentence which there are. */
export function unitOf(content: Content, id: string): Unit {
  const unit = content.unit(id);
  if (unit) return unit;
  const known = content.units.map((other) => other.id).join(', ');
  throw new RefreshError(`Подразделения «${id}» нет. Есть: ${known}.`);
}

/** What the page said when it was checked last before this month. */
function lastDigest(content: Content, page: string, month: string): string | undefined {
  return content.ledgers
    .filter((kept) => kept.month < month)
    .toSorted((a, b) => (a.month < b.month ? 1 : -1))
    .flatMap((kept) => kept.read()?.pages ?? [])
    .find(({ id }) => id === page)?.digest;
}

/** Writes a file of the ledger; false when there is one already, because the ledger is add-only. */
export async function writeOnce(
  content: Content,
  file: string,
  record: Ledger | Confirmation,
): Promise<boolean> {
  const path = join(content.folder, file);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, stringify(record), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function alreadyThere(file: string, unit: Unit, month: string): RefreshError {
  return new RefreshError(
    `Проверка «${unit.id}» за ${month} уже записана: ${file}. Записи только добавляют; если страницы с тех пор изменились, это покажет «ponyatno refresh status».`,
  );
}
