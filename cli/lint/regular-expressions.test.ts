import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import ts from 'typescript';
import { expect, it } from 'vitest';

// A pattern that backtracks without end stops the one process for everybody: each of ours is tried on long hostile text.

const length = 1_500;
/** A quadratic pattern takes some ten milliseconds for that, a cubic one seconds. */
const patienceMs = 1_500;
const rooms = [
  'knowledge',
  'russian',
  'lint-rules',
  'linting',
  'search',
  'refresh',
  'calls',
  'editor',
  'identity',
];
const folders = [...rooms, 'proposals', 'site', 'server', 'cli'];

/** Patterns by where they stand: as they are written in the sources, and as modules build them when they are loaded. */
async function ours(): Promise<Map<string, RegExp>> {
  const found = new Map<string, RegExp>();
  const files = execFileSync('git', ['ls-files', ...folders.map((folder) => `${folder}/*`)], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(?:ts|svelte|astro)$/.test(file) && !file.endsWith('.test.ts'));
  for (const file of files) for (const one of written(file)) found.set(`${one} in ${file}`, one);
  for (const one of await builtOnLoading()) found.set(`${one} built on loading`, one);
  return found;
}

function written(file: string): RegExp[] {
  const text = readFileSync(file, 'utf8');
  const source = file.endsWith('.ts')
    ? text
    : [...text.matchAll(/^---\n([\s\S]*?)\n---|<script[^>]*>([\s\S]*?)<\/script>/g)]
        .map(([, front, script]) => front ?? script ?? '')
        .join('\n');
  const patterns: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      patterns.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return patterns;
}

async function builtOnLoading(): Promise<RegExp[]> {
  const built: RegExp[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, args: [string | RegExp, string?]) {
      const pattern = new target(...args);
      // What our rooms build; libraries answer for theirs.
      if (
        new Error('who').stack
          ?.split('\n')
          .slice(2, 4)
          .some((line) => isOurs(line))
      )
        built.push(pattern);
      return pattern;
    },
  });
  try {
    await import('@ponyatno/lint-rules');
    await import('@ponyatno/lint-rules/node');
    await import('@ponyatno/russian/node');
    await import('#linting');
    await import('#search');
    await import('#refresh');
    await import('#editor');
    await import('#proposals');
    await import('#identity');
  } finally {
    globalThis.RegExp = original;
  }
  return built;
}

function isOurs(line: string): boolean {
  return folders.some((folder) => line.includes(`/${folder}/`)) && !line.includes('node_modules');
}

const common = [
  'a',
  'а',
  'А',
  '1',
  ' ',
  '\n',
  '-',
  '.',
  ',',
  '"',
  '<',
  '(',
  '[',
  '*',
  '_',
  ':',
  '/',
  '\u00a0',
  '#',
  '«',
];

/** Long texts made of what the pattern looks for, which go wrong at their end. */
function attacks(pattern: RegExp): string[] {
  const words = [...new Set(pattern.source.match(/[a-zа-яё]{2,}/gi) ?? [])].slice(0, 6);
  const signs = [...new Set(pattern.source.replaceAll(/\\[a-z]|[\\^$|?+(){}[\]]/gi, ''))].slice(0, 8);
  const units = [...new Set([...common, ...signs, ...words])];
  const matched = units.filter((unit) => {
    pattern.lastIndex = 0;
    return pattern.test(unit) || pattern.source.includes(unit);
  });
  const mixed = [...new Set([...matched, ' ', 'а', '\n'])].slice(0, 8);
  const pairs = mixed.flatMap((one) => mixed.filter((other) => other !== one).map((other) => one + other));
  const starts = ['', words[0] ?? ''];
  return [...units, ...pairs].flatMap((unit) =>
    starts.map((start) => `${start}${unit.repeat(Math.ceil(length / unit.length))}\0`),
  );
}

const context = createContext({ pattern: /x/, texts: [''] });
const run = new Script('for (const text of texts) { pattern.lastIndex = 0; pattern.exec(text); }');

/** Whether a pattern is through with texts in time. */
function isThrough(pattern: RegExp, texts: readonly string[], timeout: number): boolean {
  Object.assign(context, { pattern, texts });
  try {
    run.runInContext(context, { timeout });
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

/** The text that a pattern does not come to an end with; a busy machine is given a second chance with each. */
function slowText(pattern: RegExp): string | undefined {
  const texts = attacks(pattern);
  if (isThrough(pattern, texts, patienceMs)) return undefined;
  return texts.find((text) => !isThrough(pattern, [text], patienceMs));
}

it('stops a pattern that backtracks without end: the measure itself', () => {
  const text = `${'a'.repeat(length)}\0`;
  expect(isThrough(/^(?:a+)+$/, [text], 500)).toBe(false);
  expect(isThrough(/a+b/, [text], patienceMs)).toBe(true);
});

it('8: no regular expression of ours takes long over hostile text', async () => {
  const patterns = await ours();
  expect(patterns.size).toBeGreaterThan(700);
  const slow: string[] = [];
  for (const [where, pattern] of patterns) {
    const text = slowText(pattern);
    if (text !== undefined) slow.push(`${where.slice(0, 300)} on ${JSON.stringify(text.slice(0, 20))}…`);
  }
  expect(slow).toEqual([]);
}, 180_000);
