import { z } from 'zod';
import { type AuditKeeping, auditKeeping } from './log.ts';

/** Reads how long the log is kept; what is wrong is added to the problems, in Russian with the way out. */
export function readAuditKeeping(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): AuditKeeping {
  function number(
    name: string,
    said: string | undefined,
    [least, most]: [number, number],
    otherwise: number,
  ) {
    if (said === undefined || said === '') return otherwise;
    const read = z.coerce.number().int().min(least).max(most).safeParse(said);
    if (read.success) return read.data;
    problems.push(
      `${name}=${said}: нужно целое число от ${least} до ${most}. Исправьте переменную или уберите её.`,
    );
    return otherwise;
  }

  return {
    ...auditKeeping,
    files: number('PONYATNO_AUDIT_FILES', env.PONYATNO_AUDIT_FILES, [2, 10_000], auditKeeping.files),
    days: number('PONYATNO_AUDIT_DAYS', env.PONYATNO_AUDIT_DAYS, [30, 36_500], auditKeeping.days),
  };
}
