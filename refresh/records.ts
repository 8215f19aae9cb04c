import type { Temporal } from 'temporal-polyfill';
import type { ConfirmationFile, Content, LedgerFile } from '#knowledge';
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

/** A confirmation that is proven like a check. */
export interface ProvenConfirmation {
  readonly file: string;
  readonly confirmation: ConfirmationFile['confirmation'];
  readonly at: Temporal.ZonedDateTime;
  readonly by: Person;
}

/** The ledger, sorted. */
export interface SortedRecords {
  readonly records: readonly CheckRecord[];
  readonly rejected: readonly RejectedRecord[];
  readonly confirmations: readonly ProvenConfirmation[];
}

/** Accounts that are programs: what they add is not a check by the unit. */
const bots =
  /(?<![\p{L}\d])(?:bot|teabot|dependabot|renovate|(?:github|gitlab|gitea|forgejo)[ -](?:actions?|ci|bot|runner))(?![\p{L}\d])|^(?:бот|робот)(?!\p{L})/iu;

/** A file of the ledger is proven by its commit, or it is not, and this is why. */
type Proof = { readonly at: Temporal.ZonedDateTime; readonly by: Person } | { readonly why: string };

/** Proves files of the ledger: in git, unaltered, added by a person. */
async function prover(content: Content, { additions }: LedgerHistory): Promise<(file: string) => Proof> {
  const dirty = await uncommitted(content.folder);
  return (file) => {
    const addition = additions.get(file);
    if (!addition) return { why: 'Запись есть, но в git её ещё нет. Внесите её коммитом в основную ветку.' };
    const { at, by, altered, commit } = addition;
    if (dirty.has(file) || altered)
      return {
        why: `Запись правили после того, как внесли, а записи только добавляют. Верните её: git checkout ${commit.slice(0, 12)} -- ${file} (из папки с содержанием) и внесите коммитом.`,
      };
    if (bots.test(by.name) || bots.test(by.email))
      return {
        why: `Запись внесла программа (${by.name}), а проверяет человек. Внесите её от своего имени.`,
      };
    return { at: at.toZonedDateTimeISO(content.agency.timeZone), by };
  };
}

/** Sorts the ledger into what proves a check and what does not. */
export async function sortRecords(content: Content, history: LedgerHistory): Promise<SortedRecords> {
  const prove = await prover(content, history);
  const records: CheckRecord[] = [];
  const rejected: RejectedRecord[] = [];
  for (const { file, ledger } of content.ledgers) {
    const { month } = ledger;
    const unit = content.unit(ledger.unit)?.id ?? ledger.unit;
    const proof = prove(file);
    if ('why' in proof) {
      rejected.push({ file, month, unit, why: proof.why });
      continue;
    }
    const recorded = proof.at.toPlainDate().toPlainYearMonth().toString();
    if (recorded < month)
      rejected.push({
        file,
        month,
        unit,
        why: `Запись внесена раньше, чем начался её месяц (${recorded}). Проверьте страницы в самом месяце.`,
      });
    else records.push({ file, month, unit, ledger, ...proof, late: recorded > month });
  }
  const confirmations = content.confirmations.flatMap(({ file, confirmation }) => {
    const proof = prove(file);
    return 'why' in proof ? [] : [{ file, confirmation, ...proof }];
  });
  return { records, rejected, confirmations };
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
