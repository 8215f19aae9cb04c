import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { createLinter, type Linter, type LinterOptions } from '@ponyatno/lint-rules';
import { letterKinds } from '#knowledge';
import { UsageError } from '../errors.ts';

/** One line of the input. */
interface Row {
  readonly id?: unknown;
  readonly text: string;
  /** The kind of the letter, for `missing-part`. */
  readonly letter?: string;
}

/** `lint --jsonl`: a text a line in, its findings a line out, in the same order. */
export async function lintLines(options: LinterOptions, input: Readable, output: Writable): Promise<void> {
  const linters = new Map<string | undefined, Linter>();
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const row = parseRow(line, number);
    const linter =
      linters.get(row.letter) ?? createLinter(row.letter ? { ...options, letter: row.letter } : options);
    linters.set(row.letter, linter);
    const result = { ...(row.id === undefined ? {} : { id: row.id }), ...linter.lint(row.text) };
    if (!output.write(`${JSON.stringify(result)}\n`))
      await new Promise((drained) => output.once('drain', drained));
  }
}

function parseRow(line: string, number: number): Row {
  const row = parseJson(line, number);
  if (!isRow(row)) {
    throw new UsageError(
      `Строка ${number}: нужен объект с полем text, например {"id":"1","text":"Ваш вопрос взят на контроль."}.`,
    );
  }
  const { letter } = row;
  if (letter !== undefined && !letterKinds.some((kind) => kind === letter))
    throw new UsageError(`Строка ${number}: вида письма «${letter}» нет. Бывают: ${letterKinds.join(', ')}.`);
  return row;
}

function parseJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UsageError(`Строка ${number} — не JSON. С --jsonl на входе по одному объекту JSON в строке.`);
  }
}

function isRow(row: unknown): row is Row {
  if (typeof row !== 'object' || row === null || !('text' in row) || typeof row.text !== 'string')
    return false;
  return !('letter' in row) || row.letter === undefined || typeof row.letter === 'string';
}
