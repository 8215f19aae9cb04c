import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageChecker } from '#proposals';
import { previewPage } from '#site';
import { baseFiles, writeFiles } from '../../knowledge/testing/content-folder.ts';
import { Checks } from './checks.ts';

const file = 'functions/requests/index.mdx';
let folder: string;
let checks: Checks;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ponyatno-checks-'));
  await writeFiles(folder, baseFiles);
  checks = new Checks(folder);
  await checks.warm();
}, 60_000);
afterAll(async () => {
  await checks.close();
  await rm(folder, { recursive: true, force: true });
});

const changed = (added: string) => `${baseFiles[file] ?? ''}\n\n${added}\n`;

describe('checks in a thread of their own', () => {
  it('find what a check in this thread finds, and show the same page', async () => {
    expect(baseFiles[file]).toBeDefined();
    const text = changed('Осуществляем приём [заявлений](/faq/none) {x}.');
    const checked = await checks.check(file, text);
    expect(checked).toEqual(await new PageChecker(folder, previewPage).check(file, text));
    expect(checked.problems.length).toBeGreaterThan(0);
  });

  it('refuse what is no page, as a check in this thread does', async () => {
    await expect(checks.check('../secret.mdx', '')).rejects.toMatchObject({
      name: 'ProposalError',
      code: 'unknown-page',
    });
  });

  it('leave this thread free while a page without end is looked at', async () => {
    const text = changed('Осуществляем приём заявлений граждан в установленном порядке. '.repeat(2_000));
    let last = performance.now();
    let longest = 0;
    const look = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const began = performance.now();
    await checks.check(file, text);
    const lasted = performance.now() - began;
    clearInterval(look);
    expect(longest).toBeLessThan(lasted / 2);
  });

  it('end a thread that takes too long, and begin another for the next page', async () => {
    const hasty = new Checks(folder, 1);
    await expect(hasty.check(file, changed('Текст.'))).rejects.toMatchObject({ code: 'too-long' });
    await hasty.close();
    const next = new Checks(folder);
    const [one, other] = [next.check(file, changed('Первый.')), next.check(file, changed('Второй.'))];
    expect((await one).preview).toContain('Первый');
    expect((await other).preview).toContain('Второй');
    await next.close();
  });
});
