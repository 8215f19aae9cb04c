import { stampOf } from './chain-end.ts';
import { type AuditRecord, recordSchema } from './event.ts';
import { AuditFiles } from './files.ts';
import { hashAfter, noLine, saidHash } from './line.ts';

/** A place of the log that is not as it was written. */
export interface AuditProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** In Russian. */
  readonly message: string;
}

/** What a look at every line of a log found. */
export interface AuditVerdict {
  readonly lines: number;
  /** Where the log ends: compare it with what the server said before. */
  readonly head: { readonly n: number; readonly hash: string };
  readonly problems: readonly AuditProblem[];
}

/**
 * Reads a log from its first line to its last and finds what was changed, put in or taken out.
 *
 * @param expected a number and its hash as they were once seen: a log cut short, or written anew, does not have it
 */
export async function verifyAudit(
  folder: string,
  expected?: { readonly n: number; readonly hash: string },
): Promise<AuditVerdict> {
  const files = new AuditFiles(folder);
  const problems: AuditProblem[] = [];
  const pruned = new Map<number, string>();
  let lines = 0;
  let head: { n: number; hash: string } | undefined;
  let beginning: { file: string; n: number; previousUnknown: string } | undefined;
  let met = expected === undefined;
  for (const file of await files.names()) {
    const text = await files.text(file);
    const found = text.split('\n');
    if (found.at(-1) === '') found.pop();
    for (const [index, line] of found.entries()) {
      lines += 1;
      const complain = (message: string) => problems.push({ file, line: index + 1, message });
      const stamp = stampOf(line);
      const said = saidHash(line);
      if (stamp === undefined || said === undefined) {
        complain('Это не строка журнала: её испортили или вписали.');
        continue;
      }
      if (head === undefined && stamp.n > 1) beginning = { file, n: stamp.n, previousUnknown: line };
      else {
        const previous = head?.hash ?? noLine;
        const wanted = (head?.n ?? 0) + 1;
        if (stamp.n !== wanted)
          complain(`Ожидалась запись ${wanted}, а стоит ${stamp.n}: записи убраны или переставлены.`);
        else if (hashAfter(previous, line) === undefined)
          complain(`Запись ${stamp.n} изменена или вставлена.`);
      }
      const record = prunedRecord(line);
      if (record !== undefined) pruned.set(record.n, record.hash);
      if (expected?.n === stamp.n && expected.hash === said) met = true;
      head = { n: stamp.n, hash: said };
    }
  }
  if (beginning !== undefined) {
    const previous = pruned.get(beginning.n - 1);
    if (previous === undefined || hashAfter(previous, beginning.previousUnknown) === undefined)
      problems.unshift({
        file: beginning.file,
        line: 1,
        message: `Журнал начинается с записи ${beginning.n}, а о том, что прежние убраны по сроку, в нём не сказано.`,
      });
  }
  if (!met)
    problems.push({
      file: '',
      line: 0,
      message: `Записи ${expected?.n} с такой суммой в журнале нет: его укоротили или написали заново.`,
    });
  return { lines, head: head ?? { n: 0, hash: noLine }, problems };
}

/** The last line of a file that the log says it has taken away. */
function prunedRecord(line: string): { n: number; hash: string } | undefined {
  if (!line.includes('"kind":"log-pruned"')) return undefined;
  const record = parsedRecord(line);
  const match = /^(\d+):([0-9a-f]{64})$/.exec(record?.detail ?? '');
  return match?.[2] === undefined ? undefined : { n: Number(match[1]), hash: match[2] };
}

/** A line as a record; undefined for what is none. */
export function parsedRecord(line: string): AuditRecord | undefined {
  try {
    const { hash: _, ...record } = recordSchema.parse(JSON.parse(line));
    return record as AuditRecord;
  } catch {
    return undefined;
  }
}
