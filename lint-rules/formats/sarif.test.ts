import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { FileReport, ReportMessage } from './report.ts';
import { formatSarif } from './sarif.ts';

// The schema of the OASIS standard, as Microsoft ships it with its own SARIF tools.
const file = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
// The standard's pattern for languages is no valid expression with the u flag.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));

const source = 'Подайте\r\nзаявление посредством портала 😀.\n';
const message = (change: Partial<ReportMessage>): ReportMessage => ({
  rule: 'officialese',
  severity: 'warning',
  start: 19,
  end: 38,
  actual: source.slice(19, 38),
  expected: ['с помощью портала', 'через портал'],
  changes: ['swap', 'rewrite'],
  fix: 'swap',
  message: '«Посредством»: канцелярит. Лучше: через {0} [ссылка](нет).',
  clause: 'п. 4.2',
  fingerprint: '0123456789abcdef',
  ...change,
});
const report = (change: Partial<FileReport>): FileReport => ({
  file: 'content/a.mdx',
  source,
  messages: [],
  readability: { grade: null, error: null, words: 0, sentences: 0, wordsPerSentence: 0, longWords: 0 },
  ...change,
});

const runs: [string, FileReport[], number | undefined][] = [
  ['nothing read', [], undefined],
  ['nothing found', [report({})], undefined],
  [
    'findings of every kind',
    [
      report({
        ignored: 2,
        messages: [
          message({}),
          message({ severity: 'error', expected: [] }),
          message({
            severity: 'hint',
            start: source.length,
            end: source.length,
            actual: '',
            expected: ['да'],
          }),
          message({ rule: 'ignore-expired', expected: [] }),
        ],
      }),
    ],
    undefined,
  ],
  [
    'an awkward name',
    [report({ file: '../папка с пробелом/100%#?[1]:a.md', messages: [message({})] })],
    undefined,
  ],
  ['a Word document', [report({ file: 'a.docx', unit: 'paragraph', messages: [message({})] })], undefined],
  ['a baseline', [report({ known: 3, messages: [message({})] })], 2],
];

describe('sarif', () => {
  it.each(runs)('is valid SARIF 2.1.0: %s', (_, reports, gone) => {
    const log = JSON.parse(formatSarif(reports, gone === undefined ? {} : { gone }));
    validate(log);
    expect(validate.errors).toBeNull();
  });

  it('describes each rule and leads to its page', () => {
    const log = JSON.parse(formatSarif([report({})], { site: 'https://kb.example' }));
    validate(log);
    expect(validate.errors).toBeNull();
    const { rules } = log.runs[0].tool.driver;
    expect(rules.find(({ id }: { id: string }) => id === 'passive')).toEqual({
      id: 'passive',
      shortDescription: { text: 'Страдательный залог' },
      fullDescription: { text: 'Действие есть, а кто его делает, не видно.' },
      helpUri: 'https://kb.example/rules/passive',
      help: { text: 'О правиле: https://kb.example/rules/passive' },
    });
    expect(rules.at(-1)).not.toHaveProperty('helpUri');
  });

  it('is judged by a schema that finds faults', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [{ level: 'loud' }] }] })).toBe(false);
  });

  it('names files so that a program can find them again', () => {
    const [, , , awkward] = runs;
    const {
      runs: [run],
    } = JSON.parse(formatSarif(awkward?.[1] ?? []));
    const [{ location }] = run.artifacts;
    expect(decodeURIComponent(location.uri)).toBe('../папка с пробелом/100%#?[1]:a.md');
    expect(new URL(location.uri, 'file:///home/a/').pathname).not.toMatch(/[?#]/);
    expect(new URL(location.uri, 'file:///home/a/').hash).toBe('');
  });

  it('keeps braces and brackets in words from being read as placeholders and links', () => {
    const {
      runs: [run],
    } = JSON.parse(formatSarif([report({ messages: [message({})] })]));
    expect(run.results[0].message.text).toContain('через {{0}} \\[ссылка\\](нет).');
  });
});
