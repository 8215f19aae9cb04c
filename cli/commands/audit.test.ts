import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { AuditLog } from '#identity';
import { UsageError } from '../errors.ts';
import { audit } from './audit.ts';

async function run(...args: string[]): Promise<{ code: number | undefined; printed: string }> {
  let code: number | undefined;
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const command = audit((given) => {
    code = given;
  });
  await command.parseAsync(['verify', ...args], { from: 'user' });
  const printed = log.mock.calls.flat().join('\n');
  log.mockRestore();
  return { code, printed };
}

it('says that the log is whole and where it ends, and finds a line that was changed', async () => {
  const data = await mkdtemp(join(tmpdir(), 'ponyatno-audit-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  vi.stubEnv('PONYATNO_DATA', data);
  onTestFinished(() => void vi.unstubAllEnvs());
  const log = new AuditLog({ folder: join(data, 'audit') });
  await log.record({ kind: 'sign-in', person: { id: 'a1', name: 'Анна' } });
  await log.close();
  const whole = await run();
  expect(whole).toMatchObject({ code: 0, printed: expect.stringMatching(/Журнал цел: 2\sзаписи\./) });
  const [, end = ''] = /Конец журнала: (\S+)/.exec(whole.printed) ?? [];
  expect((await run('--expect', end)).code).toBe(0);
  const file = join(data, 'audit/audit-000001.jsonl');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('Анна', 'Вера'));
  expect(await run()).toMatchObject({
    code: 1,
    printed: expect.stringContaining('audit-000001.jsonl:2  Запись 2'),
  });
  await writeFile(file, `${text.split('\n')[0]}\n`);
  expect((await run()).code).toBe(0);
  expect((await run('--expect', end)).code).toBe(1);
  await expect(run('--expect', 'конец')).rejects.toThrow(UsageError);
});
