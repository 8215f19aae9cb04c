import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { ledgerSchema } from '../schema/ledger.ts';
import { readDataFile } from './data-file.ts';
import { quickly, readRecordFile } from './record-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'ponyatno-record-'));
afterAll(() => rmSync(folder, { recursive: true }));

const digest = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
  fc.string({ unit: fc.constantFrom(...'0123456789e'), minLength: 64, maxLength: 64 }),
);
const text = digest.map((hex) => hex.slice(0, 32));
const id = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,6}(?:-[a-z0-9]{1,4}){0,2}$/),
  fc.constantFrom('true', 'null', 'false', '1e5', 'null-1', '2026-01-01'),
);
const record = fc.record({
  unit: fc.constant('letters'),
  month: fc.constant('2026-11'),
  law: fc.record({
    changed: fc.boolean(),
    note: fc.string({ unit: 'grapheme', minLength: 3, maxLength: 90 }),
  }),
  feedback: fc.record({
    changed: fc.boolean(),
    note: fc.constantFrom('pages:\n  - id: x\n', 'две\nстроки и ещё', 'нет жалоб'),
  }),
  pages: fc.array(
    fc.record(
      { id, digest, text, result: fc.constantFrom('unchanged', 'changed', 'to-change') },
      { requiredKeys: ['id', 'digest', 'result'] },
    ),
    {
      maxLength: 8,
    },
  ),
  acts: fc.constant([{ id: 'act', edition: '2026-01-01' }]),
});

/** Reads one text both ways. */
function bothWays(text: string) {
  writeFileSync(join(folder, 'record.yml'), text);
  return [
    readRecordFile(folder, 'record.yml', ledgerSchema),
    readDataFile(folder, 'record.yml', ledgerSchema),
  ] as const;
}

describe('the quick way to read a record', () => {
  it('RF-1: gives what YAML gives for whatever the program writes', () => {
    fc.assert(
      fc.property(record, (written) => {
        const text = stringify(written);
        const quick = quickly(text);
        if (quick) expect(quick).toEqual(parse(text));
        const [one, other] = bothWays(text);
        expect(one.value).toEqual(other.value);
        expect(one.problems).toEqual(other.problems);
      }),
    );
  });

  it('is gone for a record of the program', () => {
    const pages = [{ id: 'a-1', digest: `${'0'.repeat(63)}a`, result: 'unchanged' }];
    expect(quickly(stringify({ unit: 'letters', pages }))).toEqual({ unit: 'letters', pages });
  });

  it('RF-1: gives what YAML gives, faults and their places too, when people edited the lines', () => {
    const text = stringify({
      unit: 'letters',
      month: '2026-11',
      law: { changed: false, note: 'Изменений нет.' },
      feedback: { changed: false, note: 'Отзывов нет.' },
      pages: ['one', 'two', 'three'].map((name) => ({
        id: name,
        digest: 'a1'.repeat(32),
        result: 'unchanged',
      })),
    });
    const lines = text.split('\n');
    const edits = [
      '',
      '# примечание',
      '  - id: one',
      'pages: []',
      'pages:',
      '    result: bad',
      '\tx',
      '    digest: 12',
      'note: "',
      '---',
      '...',
    ];
    fc.assert(
      fc.property(fc.nat(lines.length), fc.constantFrom(...edits), fc.nat(2), (at, edit, removed) => {
        const [one, other] = bothWays(lines.toSpliced(at, removed, edit).join('\n'));
        expect(one.value).toEqual(other.value);
        expect(one.problems).toEqual(other.problems);
        expect(one.source?.locate(['pages', 1, 'digest'])).toEqual(
          other.source?.locate(['pages', 1, 'digest']),
        );
      }),
      { numRuns: 500 },
    );
  });
});
