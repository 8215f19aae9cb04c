import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkScripts } from '#calls';
import { allowedComponents, checkContent, pageSchemas, readFolder, stepKinds } from '#knowledge';
import { main } from '../cli/main.ts';
import { commandLines, examplePages, readGuide, root } from './testing/guide.ts';
import {
  allOptions,
  findCommand,
  optionsOf,
  routes,
  variablesRead,
  wordsOnScreen,
} from './testing/product.ts';

const files = globSync('*.md', { cwd: import.meta.dirname }).sort();
const guides = files.map(readGuide);
const lines = guides.flatMap((guide) => commandLines(guide).map((line) => ({ file: guide.file, line })));
const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts);

/** What is named in the guides and is not in the product, as `file: name`. */
const unknown = (named: readonly { file: string; name: string }[], known: (name: string) => boolean) =>
  named.filter(({ name }) => !known(name)).map(({ file, name }) => `${file}: ${name}`);
const namedBy = (pattern: RegExp) =>
  lines.flatMap(({ file, line }) => [...line.matchAll(pattern)].map(([all, name = all]) => ({ file, name })));

describe('the guides name what there is', () => {
  it('commands of ponyatno, with the options of each', () => {
    const called = lines.flatMap(({ file, line }) => {
      const [, rest] = /(?:^|\s)ponyatno(?:\.js)? (.+)/.exec(line) ?? [];
      return rest === undefined ? [] : [{ file, line, words: rest.split(' ') }];
    });
    expect(called.length).toBeGreaterThan(10);
    const faults = called.flatMap(({ file, line, words }) => {
      const command = findCommand(words);
      if (!command) return [`${file}: ${line}`];
      const options = optionsOf(command);
      return words
        .filter((word) => word.startsWith('--') && !options.has(word))
        .map((word) => `${file}: ${word}`);
    });
    expect(faults).toEqual([]);
  });

  it('options that stand alone', () => {
    const alone = namedBy(/^(--[a-z][a-z-]*)/g);
    expect(alone.length).toBeGreaterThan(3);
    const options = allOptions();
    expect(unknown(alone, (name) => options.has(name))).toEqual([]);
  });

  it('scripts of npm', () => {
    const run = [...namedBy(/npm run ([\w:-]+)/g), ...namedBy(/npm (start|test)\b/g)];
    expect(run.length).toBeGreaterThan(3);
    expect(unknown(run, (name) => scripts.includes(name))).toEqual([]);
  });

  it('environment variables that are read', () => {
    const read = variablesRead();
    const named = namedBy(/\b(?:PONYATNO_[A-Z_]+|MEILI_[A-Z]+)\b|\b(?:DATABASE|REDIS)_URL\b/g);
    expect(named.length).toBeGreaterThan(4);
    expect(unknown(named, (name) => read.has(name))).toEqual([]);
  });

  it('addresses that are answered', () => {
    const known = routes();
    const isPage = (url: string) => existsSync(join(root, 'content', `${url}.mdx`));
    const named = namedBy(/^\/[a-z][\w/-]*$/g);
    expect(named.length).toBeGreaterThan(4);
    expect(unknown(named, (url) => known.has(url) || isPage(url))).toEqual([]);
  });

  it('files that are in the checkout', () => {
    const named = namedBy(/^(?:cli|knowledge|docs|e2e|site)\/[\w./-]*/g);
    expect(unknown(named, (path) => existsSync(join(root, path)))).toEqual([]);
  });

  it('words on the screen, in bold', () => {
    const titles = globSync('content/**/*.mdx', { cwd: root }).map((file) =>
      readFileSync(join(root, file), 'utf8'),
    );
    const shown = `${wordsOnScreen()}\n${titles.join('\n')}`;
    const labels = guides.flatMap(({ file, labels }) => labels.map((name) => ({ file, name })));
    expect(labels.length).toBeGreaterThan(20);
    expect(unknown(labels, (label) => shown.includes(label))).toEqual([]);
  });

  it('links, anchors and pictures that resolve', () => {
    const broken = guides.flatMap(({ file, links, anchors }) =>
      links.flatMap((link) => {
        if (/^https?:/.test(link)) return [];
        const [path = '', anchor] = link.split('#');
        const target = join(import.meta.dirname, path || file);
        if (!existsSync(target)) return [`${file}: ${link}`];
        if (anchor === undefined) return [];
        const there = path === '' ? anchors : readGuide(path).anchors;
        return there.has(decodeURIComponent(anchor)) ? [] : [`${file}: ${link}`];
      }),
    );
    expect(broken).toEqual([]);
  });
});

describe('the guide of the unit', () => {
  const examples = examplePages('unit.md');

  it('shows pages that the check finds no fault with, and that are there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ponyatno-docs-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    cpSync(join(root, 'content'), folder, { recursive: true });
    for (const { path, source } of examples) {
      if (!path.includes('/notes/')) expect(existsSync(join(folder, path)), path).toBe(true);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    const reading = await readFolder(folder);
    const shown = new Set(examples.map(({ path }) => path));
    const faults = [...checkContent(reading), ...checkScripts(reading)].filter(
      ({ file, severity }) => shown.has(file) && severity !== 'missing',
    );
    expect(faults.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
    const kinds = new Set(
      reading.content.pages.filter(({ file }) => shown.has(file)).map(({ kind }) => kind),
    );
    expect([...kinds].sort()).toEqual(Object.keys(pageSchemas).sort());
  });

  it('names every component and every kind of step', () => {
    const { spans } = readGuide('unit.md');
    const components = spans.flatMap((span) => /^<([A-Z]\w+)[^>]*>/.exec(span)?.[1] ?? []);
    expect([...new Set(components)].sort()).toEqual(Object.keys(allowedComponents).sort());
    expect(stepKinds.filter((kind) => !spans.includes(kind))).toEqual([]);
  });
});

it('LN: the guides are written in the language that Ponyatno asks for', async () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  onTestFinished(() => print.mockRestore());
  const paths = files.map((file) => join(import.meta.dirname, file));
  const code = await main(['lint', ...paths, '--min', 'warning', '--profile', 'page']);
  expect(code, print.mock.calls.flat().join('\n')).toBe(0);
});
