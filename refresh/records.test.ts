import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type LedgerFile, type Page, readLedgers } from '#knowledge';
import { lastChecks, type ProvenFile } from './records.ts';

const folder = mkdtempSync(join(tmpdir(), 'ponyatno-records-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ids = ['wait', 'wait-long', 'reply', 'new-page', 'never-checked'];
const entry = fc.record({
  id: fc.constantFrom(...ids.slice(0, 4)),
  digest: fc.stringMatching(/^[0-9a-f]{64}$/),
  result: fc.constantFrom('unchanged', 'changed', 'to-change'),
});
/** How a record is written: by the program, by hand with every word in quotation marks, with escapes, or not readable at all. */
const hand = fc.constantFrom('program', 'quoted', 'escaped', 'broken');
const record = fc.record({ pages: fc.array(entry, { maxLength: 6 }), hand, when: fc.nat({ max: 4 }) });

function written(pages: readonly object[], how: string, month: string): string {
  const note = { changed: false, note: 'Нет изменений.' };
  const data = { unit: 'letters', month, law: note, feedback: note, pages };
  if (how === 'broken') return `${stringify(data)}\nmore: 1\n`;
  if (how === 'program') return stringify(data);
  const quoted = stringify(data, { defaultStringType: 'QUOTE_DOUBLE' });
  return how === 'quoted' ? quoted : quoted.replaceAll('wait', '\\x77ait');
}

describe('the last check of each page', () => {
  it('RF-1: is found from the newest record back as if all had been read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 7 }), async (records) => {
        rmSync(join(folder, 'refresh'), { recursive: true, force: true });
        records.forEach(({ pages, hand: how }, index) => {
          const month = monthOf(index);
          const file = join(folder, `refresh/${month}/letters.yml`);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, written(pages, how, month));
        });
        const proven = async () => {
          const { ledgers } = await readLedgers(folder);
          return ledgers
            .map((kept, index) => provenFile(kept, records[index]?.when ?? 0))
            .toSorted((a, b) => Temporal.ZonedDateTime.compare(a.at, b.at));
        };
        const expected = new Map<string, unknown>();
        for (const { file, kept } of await proven())
          for (const found of kept.read()?.pages ?? []) expected.set(found.id, { file, found });
        const last = lastChecks(
          await proven(),
          ids.map((id) => ({ id }) as Page),
        );
        const actual = [...last].map(([id, check]) => [id, { file: check.record.file, found: check.found }]);
        expect(new Map(actual as [string, unknown][])).toEqual(expected);
      }),
    );
  });

  it('RF-1: reads no record but the newest when that one names every page', () => {
    const asked: string[] = [];
    const kept = (month: string): LedgerFile => ({
      file: `refresh/${month}/letters.yml`,
      month,
      unit: 'letters',
      read() {
        asked.push(month);
        const note = { changed: false, note: 'Нет.' };
        const pages = [{ id: 'wait', digest: '0'.repeat(64), result: 'unchanged' as const }];
        return { unit: 'letters', month, law: note, feedback: note, pages };
      },
      mayName: () => true,
    });
    const proven = ['2026-09', '2026-10', '2026-11'].map((month, index) => provenFile(kept(month), index));
    lastChecks(proven, [{ id: 'wait' } as Page]);
    expect(asked).toEqual(['2026-11']);
  });
});

function monthOf(index: number): string {
  return `2026-0${index + 1}`;
}

/** As if the main line had got it some days after the others: several may come at one moment. */
function provenFile(kept: LedgerFile, days: number): ProvenFile {
  const at = Temporal.ZonedDateTime.from('2026-11-10T10:00:00+07:00[Asia/Novosibirsk]').add({ days });
  const { file, month, unit } = kept;
  return { kept, file, month, unit, at, by: { name: 'Анна Иванова', email: '' }, late: false };
}
