import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { findPageRule, pageRules } from './page-rules.ts';

const root = resolve(import.meta.dirname, '../..');
const ruleOf = findPageRule();

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** `drafts/[id]/print.astro` is at `/drafts/x1/print`, `call/data.json.ts` at `/call/data.json`. */
function addressOf(file: string): string {
  const path = file
    .replace(/\.(?:astro|ts)$/, '')
    .replace(/(?:^|\/)index$/, '')
    .replaceAll(/\[\w+\]/g, 'x1');
  return `/${path}`;
}

/** What the server sends by itself, and never by an address. */
const byNoAddress = ['404.astro', '500.astro', 'forbidden.astro'];

describe('the table of pages', () => {
  it('KB-1: has a rule for every page of the site', async () => {
    const files = await filesUnder(join(root, 'site/pages'));
    expect(files.length).toBeGreaterThan(20);
    const pages = files.filter((file) => !byNoAddress.includes(file) && file !== '[...path].astro');
    expect(pages.map(addressOf).filter((path) => ruleOf(path) === undefined)).toEqual([]);
  });

  it('KB-1: has a rule for every page of the content, and for what lies in the folder of public files', async () => {
    const { content } = await readContent(join(root, 'content'));
    const kinds = new Set(content.pages.map(({ kind }) => kind));
    expect(kinds.size).toBeGreaterThan(7);
    expect(content.pages.filter(({ url }) => ruleOf(url)?.access !== 'knowledge.read')).toEqual([]);
    const files = (await filesUnder(join(root, 'site/public'))).map((file) => `/${file}`);
    expect(files.filter((path) => ruleOf(path) === undefined)).toEqual([]);
  });

  it('gives by no address what the server sends in place of a page', () => {
    for (const path of ['/404', '/404.html', '/500', '/forbidden', '/forbidden/index.html'])
      expect(ruleOf(path)).toBeUndefined();
  });

  it('lets everybody have nothing but the program itself and the way in', () => {
    const open = pageRules.filter(({ access }) => access === 'open').map(({ path }) => path);
    expect(
      open.filter((path) => !/^\/(?:_astro\/\*|favicon\.svg|theme\.js|sign-in(?:\/.*)?)$/.test(path)),
    ).toEqual([]);
  });

  it('has no rule for what it was not made for', () => {
    const unknown = [
      '/_image',
      '/_server-islands/x',
      '/_actions/x',
      '/Drafts',
      '/drafts/x/y/z',
      '/draft',
      '/call/x',
      '/api',
      '/.env',
    ];
    expect(unknown.filter((path) => ruleOf(path) !== undefined)).toEqual([]);
    expect(ruleOf('/drafts/new')?.access).toBe('letter.write');
    expect(ruleOf('/drafts/newer')?.access).toBe('letter.read');
  });
});
