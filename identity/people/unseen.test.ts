import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type AuditEvent, AuditLog } from '../audit/index.ts';
import { accountsOfTest, folderOfTest, personWith } from '../testing/accounts.ts';

it('gives nobody a right while the log of events takes nothing, and shuts out all the same', async () => {
  const folder = await folderOfTest();
  // A file stands where the folder of the log should be.
  await writeFile(join(folder, 'audit'), '');
  const log = new AuditLog({ folder: join(folder, 'audit'), retryMs: 60_000 });
  onTestFinished(() => log.close());
  let broken = false;
  const noted: AuditEvent[] = [];
  const accounts = await accountsOfTest({
    audit: {
      record: (event) => (broken ? log.record(event) : Promise.resolve()),
      note: (event) => void noted.push(event),
      get trouble() {
        return broken ? log.trouble : undefined;
      },
    },
  });
  const anna = await personWith(accounts, 'Анна', 'reader');
  await expect.poll(() => log.trouble).toBeDefined();
  broken = true;
  const added = accounts.management.add(
    { name: 'Вера', email: 'vera@example.ru', roles: ['writer'] },
    undefined,
  );
  await expect(added).rejects.toThrow('Журнал событий не записывается');
  await expect(accounts.management.change(anna.id, { roles: ['administrator'] }, undefined)).rejects.toThrow(
    'Журнал',
  );
  await expect(accounts.management.link(anna.id, undefined)).rejects.toThrow('Журнал');
  expect(accounts.people.list().map(({ name }) => name)).not.toContain('Вера');
  expect(accounts.people.find(anna.id)?.roles).toEqual(['reader']);
  await accounts.management.change(anna.id, { blocked: true }, undefined);
  expect(accounts.people.find(anna.id)?.blocked).toBe(true);
  expect(noted.at(-1)).toMatchObject({ subject: anna.id, detail: 'blocked' });
});
