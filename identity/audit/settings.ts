import { z } from 'zod';
import { type AuditKeeping, auditKeeping } from './log.ts';

const numbers = {
  PONYATNO_AUDIT_FILES: { most: 10_000, least: 2, key: 'files' },
  PONYATNO_AUDIT_DAYS: { most: 36_500, least: 30, key: 'days' },
} as const;

/** Reads how long the log is kept; what is wrong is added to the problems, in Russian with the way out. */
export function readAuditKeeping(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): AuditKeeping {
  const keeping = { ...auditKeeping };
  for (const [name, { least, most, key }] of Object.entries(numbers)) {
    const said = env[name];
    if (said === undefined || said === '') continue;
    const number = z.coerce.number().int().min(least).max(most).safeParse(said);
    if (number.success) keeping[key] = number.data;
    else
      problems.push(
        `${name}=${said}: нужно целое число от ${least} до ${most}. Исправьте переменную или уберите её.`,
      );
  }
  return keeping;
}
