import type { AuditKind, AuditRecord } from './event.ts';
import { AuditFiles } from './files.ts';
import { parsedRecord } from './verify.ts';

/** What a person looks for in the log. */
export interface AuditQuery {
  /** An id, or a part of a name. */
  readonly person?: string | undefined;
  readonly kind?: AuditKind | undefined;
  /** From this moment, inclusive. */
  readonly from?: Date | undefined;
  /** To this moment, exclusive. */
  readonly to?: Date | undefined;
  /** Records with a smaller number: the next page. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** A page of the log, the newest first. */
export interface AuditPage {
  readonly records: readonly AuditRecord[];
  /** Whether there are older ones that fit. */
  readonly more: boolean;
}

/** Reads the log from its end until the page is full. */
export async function readAudit(folder: string, query: AuditQuery): Promise<AuditPage> {
  const files = new AuditFiles(folder);
  const records: AuditRecord[] = [];
  for (const name of (await files.names()).toReversed()) {
    // A file can be taken away for its age between the two.
    const text = await files.text(name).catch(() => '');
    for (const line of text.split('\n').toReversed()) {
      // Most lines are not looked for: parsing them is what costs.
      if (query.kind !== undefined && !line.includes(`"kind":"${query.kind}"`)) continue;
      const record = parsedRecord(line);
      if (record === undefined || !fits(record, query)) continue;
      if (records.length === query.limit) return { records, more: true };
      records.push(record);
    }
  }
  return { records, more: false };
}

function fits(record: AuditRecord, { person, kind, from, to, before }: AuditQuery): boolean {
  const at = Date.parse(record.at);
  return (
    (kind === undefined || record.kind === kind) &&
    (before === undefined || record.n < before) &&
    (from === undefined || at >= from.getTime()) &&
    (to === undefined || at < to.getTime()) &&
    (person === undefined || isAbout(record, person.toLocaleLowerCase('ru')))
  );
}

function isAbout({ person, subject }: AuditRecord, wanted: string): boolean {
  return (
    person?.id.toLocaleLowerCase('ru') === wanted ||
    subject?.toLocaleLowerCase('ru') === wanted ||
    (person?.name.toLocaleLowerCase('ru').includes(wanted) ?? false)
  );
}
