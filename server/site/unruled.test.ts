import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { unruled } from './unruled.ts';

const routes = [
  { pattern: '/drafts', origin: 'project' },
  { pattern: '/drafts/[id]/print', origin: 'project' },
  { pattern: '/_image', origin: 'internal' },
  { pattern: '/_server-islands/[name]', origin: 'internal' },
  { pattern: '/404', origin: 'project' },
];
const files = [
  'index.html',
  '404.html',
  'forbidden/index.html',
  'functions/index.html',
  'faq/requests/first/index.html',
  '_astro/page.Bx1_a-2.js',
  '_astro/page.Bx1_a-2.js.br',
  'call-worker.js',
];

/** A build with these files and routes, as Astro would leave them. */
async function built(names: readonly string[], list: readonly object[] | undefined): Promise<string> {
  const site = await mkdtemp(join(tmpdir(), 'ponyatno-build-'));
  onTestFinished(() => rm(site, { recursive: true, force: true }));
  for (const name of names) {
    const file = join(site, 'client', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '');
  }
  if (list !== undefined) await writeFile(join(site, 'routes.json'), JSON.stringify(list));
  return site;
}

it('KB-1: finds nothing where every page and every file has a rule', async () => {
  expect(await unruled(await built(files, routes))).toEqual([]);
});

it('KB-1: names a new page and a new file that nobody has given a rule', async () => {
  const more = [...files, 'secrets/index.html', 'secrets.json', 'faq/new.html', 'deep/er/index.html.br'];
  const site = await built(more, [
    ...routes,
    { pattern: '/reports/[year]', origin: 'project' },
    { pattern: '/drafts/[...rest]', origin: 'project' },
  ]);
  expect(await unruled(site)).toEqual(['/deep/er', '/reports/x1', '/secrets', '/secrets.json']);
});

it('names what Astro brings along itself when a rule would open it', async () => {
  const ruleOf = () => ({ path: '/*', access: 'open' }) as const;
  expect(await unruled(await built(files, routes), ruleOf)).toEqual(['/_image', '/_server-islands/x1']);
});

it('says nothing of a build that does not name its pages', async () => {
  await expect(unruled(await built(files, undefined))).rejects.toThrow('routes.json');
  await expect(unruled(await built(files, []))).rejects.toThrow();
});
