import { join } from 'node:path';
import { Command } from 'commander';
import { type AuditVerdict, verifyAudit } from '#identity';
import { counted } from '#knowledge';
import { UsageError } from '../errors.ts';
import { dataFolder } from '../place.ts';
import type { CommandBuilder } from './index.ts';

interface Options {
  expect?: { readonly n: number; readonly hash: string };
}

/** `ponyatno audit verify`: whether the log of events is as it was written. */
export const audit: CommandBuilder = (finish) =>
  new Command('audit').description('проверить журнал событий').addCommand(
    new Command('verify')
      .description('найти в журнале событий изменённые, вписанные и убранные записи')
      .option('--expect <конец>', 'конец журнала, который эта команда назвала раньше: номер:сумма', endOf)
      .action(async ({ expect }: Options) => {
        const verdict = await read(expect);
        console.log(told(verdict));
        finish(verdict.problems.length > 0 ? 1 : 0);
      }),
  );

function endOf(text: string): { n: number; hash: string } {
  const match = /^(\d+):([0-9a-f]{64})$/.exec(text);
  if (match?.[2] !== undefined) return { n: Number(match[1]), hash: match[2] };
  throw new UsageError(`«${text}» — не конец журнала. Возьмите его из последней строки прошлой проверки.`);
}

async function read(expected: Options['expect']): Promise<AuditVerdict> {
  const folder = join(dataFolder(), 'audit');
  try {
    return await verifyAudit(folder, expected);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Журнал событий не читается: ${reason}. Проверьте права на папку ${folder}.`);
  }
}

function told({ lines, head, problems }: AuditVerdict): string {
  const found = problems.map(({ file, line, message }) =>
    file === '' ? message : `${file}:${line}  ${message}`,
  );
  const sum =
    problems.length === 0
      ? `Журнал цел: ${counted(lines, ['запись', 'записи', 'записей'])}.`
      : `Журнал нарушен: ${counted(problems.length, ['место', 'места', 'мест'])}.`;
  return [...found, sum, `Конец журнала: ${head.n}:${head.hash}`].join('\n');
}
