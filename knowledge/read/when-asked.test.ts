import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Page } from '../content.ts';
import { readContent } from './index.ts';

const parts = ({ id, unit, textDigest, sections, components, links, digest }: Page) => ({
  id,
  unit,
  textDigest,
  sections,
  components,
  links,
  digest,
});

it('RF-1: a body that is parsed when asked for gives what it gives at once', async () => {
  const { content: atOnce } = await readContent('content');
  const { content: whenAsked, problems } = await readContent('content', { bodies: 'when-asked' });
  expect(problems.filter(({ rule }) => rule === 'declarative')).toEqual([]);
  expect(whenAsked.pages.map(parts)).toEqual(atOnce.pages.map(parts));
});

it('remembers the bodies that were asked for, and forgets none of those it knew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ponyatno-asked-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const cache = { folder, fewestPages: 20 };
  const read = () => readContent('content', { cache, bodies: 'when-asked' });
  const saved = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const { content: first } = await read();
  expect(first.pages.slice(0, 40).every(({ digest }) => digest.length === 64)).toBe(true);
  await saved();
  expect(readdirSync(folder)).toHaveLength(1);
  const { content: second } = await read();
  expect(second.pages.slice(20, 60).map(({ digest }) => digest)).toEqual(
    (await readContent('content')).content.pages.slice(20, 60).map(({ digest }) => digest),
  );
  await saved();
  const { content: third } = await readContent('content', { cache });
  expect(third.pages.map(({ digest }) => digest)).toEqual(second.pages.map(({ digest }) => digest));
});
