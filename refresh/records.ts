import { Temporal } from 'temporal-polyfill';
import type { ConfirmationFile, Content, Ledger, LedgerFile, Page } from '#knowledge';
import type { Person } from './history.ts';
import type { LedgerProof } from './proof.ts';

/** A file of the ledger that is proven: in git, unaltered, added by a person. What it says was not looked at yet. */
export interface ProvenFile {
  readonly kept: LedgerFile;
  readonly file: string;
  readonly month: string;
  /** `id` of the unit as it is called today. */
  readonly unit: string;
  /** When the main line got it, in the agency's time zone. */
  readonly at: Temporal.ZonedDateTime;
  readonly by: Person;
  /** Came to the main line after its month was over. */
  readonly late: boolean;
}

/** A check that is proven, with what it says. */
export interface CheckRecord extends ProvenFile {
  readonly ledger: Ledger;
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

/** A confirmation that proves nothing: the alarm of the act stays. */
export interface RejectedConfirmation {
  readonly file: string;
  /** `id` of the unit as it is called today. */
  readonly unit: string;
  /** `id` of the act. */
  readonly act: string;
  /** Why, and what to do; full sentences in Russian. */
  readonly why: string;
}

/** The ledger, sorted. */
export interface SortedRecords {
  /** The earliest first. */
  readonly proven: readonly ProvenFile[];
  readonly rejected: readonly RejectedRecord[];
  readonly confirmations: readonly ProvenConfirmation[];
  readonly rejectedConfirmations: readonly RejectedConfirmation[];
}

/** Sorts the ledger into what proves a check and what does not. */
export function sortRecords(content: Content, ledgerProof: LedgerProof): SortedRecords {
  const proven: ProvenFile[] = [];
  const rejected: RejectedRecord[] = [];
  for (const kept of content.ledgers) {
    const { file, month } = kept;
    const unit = content.unit(kept.unit)?.id ?? kept.unit;
    const proof = ledgerProof.of(file);
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
    else proven.push({ kept, file, month, unit, ...proof, late: recorded > month });
  }
  const confirmations: ProvenConfirmation[] = [];
  const rejectedConfirmations: RejectedConfirmation[] = [];
  for (const { file, confirmation } of content.confirmations) {
    const proof = ledgerProof.of(file);
    const unit = content.unit(confirmation.unit)?.id ?? confirmation.unit;
    if ('why' in proof) rejectedConfirmations.push({ file, unit, act: confirmation.act, why: proof.why });
    else confirmations.push({ file, confirmation, ...proof });
  }
  proven.sort((a, b) => Temporal.ZonedDateTime.compare(a.at, b.at));
  return { proven, rejected, confirmations, rejectedConfirmations };
}

/** What a proven file says; undefined where it cannot be read. */
export function readRecord(file: ProvenFile): CheckRecord | undefined {
  const ledger = file.kept.read();
  return ledger && { ...file, ledger };
}

/** What a check found of a page. */
export interface LastCheck {
  readonly record: CheckRecord;
  readonly found: Ledger['pages'][number];
}

/**
 * The last check that names each page, by id, whichever unit made it. Goes back from the newest record, and in a base whose units check
 * in time needs one or two of them.
 *
 * @param proven the earliest first
 */
export function lastChecks(proven: readonly ProvenFile[], pages: readonly Page[]): Map<string, LastCheck> {
  const last = new Map<string, LastCheck>();
  const missing = new Set(pages.map(({ id }) => id));
  for (const file of proven.toReversed()) {
    if (missing.size === 0) break;
    const record = file.kept.mayName(missing) ? readRecord(file) : undefined;
    for (const found of record?.ledger.pages.toReversed() ?? [])
      if (record && missing.delete(found.id)) last.set(found.id, { record, found });
  }
  return last;
}
