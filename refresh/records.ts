import type { Temporal } from 'temporal-polyfill';
import type { ConfirmationFile, Content, LedgerFile } from '#knowledge';
import type { Person } from './history.ts';
import type { LedgerProof } from './proof.ts';

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
  readonly records: readonly CheckRecord[];
  readonly rejected: readonly RejectedRecord[];
  readonly confirmations: readonly ProvenConfirmation[];
  readonly rejectedConfirmations: readonly RejectedConfirmation[];
}

/** Sorts the ledger into what proves a check and what does not. */
export function sortRecords(content: Content, ledgerProof: LedgerProof): SortedRecords {
  const records: CheckRecord[] = [];
  const rejected: RejectedRecord[] = [];
  for (const { file, ledger } of content.ledgers) {
    const { month } = ledger;
    const unit = content.unit(ledger.unit)?.id ?? ledger.unit;
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
    else records.push({ file, month, unit, ledger, ...proof, late: recorded > month });
  }
  const confirmations: ProvenConfirmation[] = [];
  const rejectedConfirmations: RejectedConfirmation[] = [];
  for (const { file, confirmation } of content.confirmations) {
    const proof = ledgerProof.of(file);
    const unit = content.unit(confirmation.unit)?.id ?? confirmation.unit;
    if ('why' in proof) rejectedConfirmations.push({ file, unit, act: confirmation.act, why: proof.why });
    else confirmations.push({ file, confirmation, ...proof });
  }
  return { records, rejected, confirmations, rejectedConfirmations };
}
