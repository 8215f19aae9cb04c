import type { Temporal } from 'temporal-polyfill';
import type { Content, LedgerFile } from '#knowledge';
import { git } from './git.ts';
import type { LedgerHistory, Person } from './history.ts';

/** A check that is proven: recorded, in git, unaltered, by a person. */
export interface CheckRecord {
  readonly file: string;
  readonly month: string;
  /** `id` of the unit as it is called today. */
  readonly unit: string;
  readonly ledger: LedgerFile['ledger'];
  /** When the main line got it, in the agency's time zone. */
  readonly at: Temporal.ZonedDateTime;
  readonly by: Person;
  /** Came to the main line after its month was over. */
  readonly late: boolean;
}

/** A file of the ledger that proves nothing. */
export interface RejectedRecord {
  readonly file: string;
  readonly month: string;
  readonly unit: string;
  /** Why, and what to do; full sentences in Russian. */
  readonly why: string;
}

/** Accounts that are programs: what they add is not a check by the unit. */
const bots =
  /(?<![\p{L}\d])(?:bot|teabot|dependabot|renovate|(?:github|gitlab|gitea|forgejo)[ -](?:actions?|ci|bot|runner))(?![\p{L}\d])|^(?:бот|робот)(?!\p{L})/iu;

/** Sorts the ledger into what proves a check and what does not. */
export async function sortRecords(
  content: Content,
  { additions }: LedgerHistory,
): Promise<{ records: CheckRecord[]; rejected: RejectedRecord[] }> {
  const dirty = await uncommitted(content.folder);
  const records: CheckRecord[] = [];
  const rejected: RejectedRecord[] = [];
  for (const { file, ledger } of content.ledgers) {
    const { month } = ledger;
    const unit = content.unit(ledger.unit)?.id ?? ledger.unit;
    const reject = (why: string) => rejected.push({ file, month, unit, why });
    const addition = additions.get(file);
    if (!addition) reject('Запись есть, но в git её ещё нет. Внесите её коммитом в основную ветку.');
    else if (dirty.has(file) || addition.altered)
      reject(
        `Запись правили после того, как внесли, а записи только добавляют. Верните её: git checkout ${addition.commit.slice(0, 12)} -- ${file} (из папки с содержанием) и внесите коммитом.`,
      );
    else if (bots.test(addition.by.name) || bots.test(addition.by.email))
      reject(
        `Запись внесла программа (${addition.by.name}), а проверяет человек. Внесите её от своего имени.`,
      );
    else {
      const at = addition.at.toZonedDateTimeISO(content.agency.timeZone);
      const recorded = at.toPlainDate().toPlainYearMonth().toString();
      if (recorded < month)
        reject(
          `Запись внесена раньше, чем начался её месяц (${recorded}). Проверьте страницы в самом месяце.`,
        );
      else records.push({ file, month, unit, ledger, at, by: addition.by, late: recorded > month });
    }
  }
  return { records, rejected };
}

/** Files of the ledger that differ from the last commit. */
async function uncommitted(contentFolder: string): Promise<Set<string>> {
  const output = await git(contentFolder, [
    'diff',
    '--name-only',
    '--relative',
    '-z',
    'HEAD',
    '--',
    'refresh',
  ]);
  return new Set(output.split('\0').filter((path) => path !== ''));
}
