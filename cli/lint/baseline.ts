import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { type FileReport, type Severity, severities } from '@ponyatno/lint-rules';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { replaceFile } from './replace-file.ts';

const entrySchema = z.strictObject({
  /** From the folder of the baseline, with `/`: it means the same wherever the command is run. */
  file: z.string().min(1),
  rule: z.string().min(1),
  severity: z.enum(severities),
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  /** How many findings of the rule the sentence has, or how often the sentence stands in the file. */
  count: z.int().positive(),
});
const schema = z.strictObject({ version: z.literal(1), findings: z.array(entrySchema) });
type Entry = z.infer<typeof entrySchema>;

/** A report and the file it is about. */
export interface ReportOfFile {
  readonly path: string;
  readonly report: FileReport;
}

/** Findings that were there before: only new ones are reported, and the old ones can only become fewer. */
export class Baseline {
  readonly #path: string;
  readonly #entries: readonly Entry[];

  private constructor(path: string, entries: readonly Entry[]) {
    this.#path = path;
    this.#entries = entries;
  }

  /** Reads a baseline; `given` is how the person named it. */
  static async read(path: string, given: string): Promise<Baseline> {
    const text = await readFile(path, 'utf8').catch(() => {
      throw new UsageError(
        `Списка известных замечаний «${given}» нет. Создайте его: ponyatno lint --write-baseline ${given}`,
      );
    });
    const parsed = schema.safeParse(parseJson(text, given));
    if (parsed.success) return new Baseline(path, parsed.data.findings);
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new UsageError(
      `Список известных замечаний «${given}» не читается${where === '' ? '' : ` (поле ${where})`}. Создайте его заново: ponyatno lint --write-baseline ${given}`,
    );
  }

  /** The reports without what was known before, and how many of the known findings are gone. */
  apply(reports: readonly ReportOfFile[], min: Severity): { reports: FileReport[]; gone: number } {
    const left = new Map(this.#entries.map((entry) => [keyOf(entry), entry.count]));
    const checked = reports.map(({ path, report }) => {
      const file = nameFor(this.#path, path);
      const fresh = report.messages.filter(({ rule, fingerprint }) => {
        // What is wrong with a mark is never known beforehand: it is mended at once.
        if (fingerprint === undefined) return true;
        const key = keyOf({ file, rule, fingerprint });
        const count = left.get(key) ?? 0;
        if (count > 0) left.set(key, count - 1);
        return count === 0;
      });
      return { ...report, messages: fresh, known: report.messages.length - fresh.length };
    });
    const read = new Set(reports.map(({ path }) => path));
    const gone = this.#entries
      .filter((entry) => severities.indexOf(entry.severity) >= severities.indexOf(min))
      .filter(({ file }) => {
        const path = resolve(dirname(this.#path), file);
        // What was not looked at this time is not gone; a deleted file is.
        return read.has(path) || !existsSync(path);
      })
      .reduce((sum, entry) => sum + (left.get(keyOf(entry)) ?? 0), 0);
    return { reports: checked, gone };
  }
}

/** Writes everything that was found as known: a line a finding, sorted, so that two versions compare well. */
export async function writeBaseline(path: string, reports: readonly ReportOfFile[]): Promise<void> {
  const entries = new Map<string, Entry>();
  for (const { path: file, report } of reports) {
    const name = nameFor(path, file);
    for (const { rule, severity, fingerprint } of report.messages) {
      if (fingerprint === undefined) continue;
      const entry = { file: name, rule, severity, fingerprint, count: 1 };
      const key = keyOf(entry);
      entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
    }
  }
  const lines = [...entries]
    .toSorted(([one], [two]) => (one < two ? -1 : 1))
    .map(([, entry]) => `    ${JSON.stringify(entry)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  try {
    await replaceFile(path, `{\n  "version": 1,\n  "findings": ${list}\n}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Не удалось записать список известных замечаний в ${path}: ${reason}`);
  }
}

const keyOf = ({ file, rule, fingerprint }: Pick<Entry, 'file' | 'rule' | 'fingerprint'>): string =>
  [file, rule, fingerprint].join('\0');

function nameFor(baseline: string, file: string): string {
  return relative(dirname(baseline), file).split(sep).join('/');
}

function parseJson(text: string, given: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      `Список известных замечаний «${given}» — не JSON. Создайте его заново: ponyatno lint --write-baseline ${given}`,
    );
  }
}
