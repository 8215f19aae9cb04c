import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { replaceSite, siteMark } from './replace-site.ts';

function folders() {
  const folder = mkdtempSync(join(tmpdir(), 'ponyatno-out-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = join(folder, 'site');
  mkdirSync(join(files, 'search'), { recursive: true });
  writeFileSync(join(files, 'index.html'), 'new');
  return { files, out: join(folder, 'out') };
}

it('fills an empty folder, and replaces its own site whole', async () => {
  const { files, out } = folders();
  await replaceSite(files, out);
  writeFileSync(join(out, 'gone.html'), 'old');
  await replaceSite(files, out);
  expect(readdirSync(out).toSorted()).toEqual([siteMark, 'index.html', 'search']);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('new');
});

it('empties no folder of anything else, such as a checkout with a folder «search»', async () => {
  const { files, out } = folders();
  mkdirSync(join(out, 'search'), { recursive: true });
  writeFileSync(join(out, 'package.json'), '{}');
  await expect(replaceSite(files, out)).rejects.toThrow(/лежит что-то другое/);
  expect(readdirSync(out).toSorted()).toEqual(['package.json', 'search']);
});
