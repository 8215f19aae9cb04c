import { expect, it } from 'vitest';
import { auditKeeping } from './log.ts';
import { readAuditKeeping } from './settings.ts';

it('OT-3: keeps the log five years, or as long as the agency says', () => {
  const problems: string[] = [];
  expect(readAuditKeeping({}, problems)).toEqual(auditKeeping);
  expect(auditKeeping.days).toBeGreaterThanOrEqual(1_826);
  expect(readAuditKeeping({ PONYATNO_AUDIT_FILES: '20', PONYATNO_AUDIT_DAYS: '' }, problems)).toEqual({
    ...auditKeeping,
    files: 20,
  });
  expect(problems).toEqual([]);
});

it.each(['0', '1.5', 'много', '-3', '1e9'])('says what is wrong with %j', (said) => {
  const problems: string[] = [];
  const keeping = readAuditKeeping({ PONYATNO_AUDIT_FILES: said, PONYATNO_AUDIT_DAYS: said }, problems);
  expect(keeping).toEqual(auditKeeping);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain(`PONYATNO_AUDIT_FILES=${said}`);
});
