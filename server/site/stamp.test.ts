import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteStamp } from './stamp.ts';

let root: string;
const write = (file: string, text: string) => writeFileSync(join(root, file), text);
const stamp = () => siteStamp(root, join(root, 'content'));

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ponyatno-stamp-'));
  for (const folder of ['content', 'site', 'server']) mkdirSync(join(root, folder));
  write('content/agency.yml', 'id: a');
  write('site/page.astro', '<p>');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('siteStamp', () => {
  it('stays while nothing changes', async () => {
    expect(await stamp()).toBe(await stamp());
  });

  it.each([
    ['content', 'content/agency.yml'],
    ['code of the site', 'site/page.astro'],
    ['locked packages', 'package-lock.json'],
  ])('changes with the %s', async (_, file) => {
    const before = await stamp();
    write(file, 'something else');
    expect(await stamp()).not.toBe(before);
  });

  it('stays when a file is touched that the site is not made of', async () => {
    const before = await stamp();
    write('server/start.ts', 'export {};');
    write('site/page.test.ts', 'export {};');
    expect(await stamp()).toBe(before);
  });
});
