import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { dismissedField } from '../schema/version.ts';
import { LeftFindings, maxReasonLength } from './left-findings.ts';

const finding = { wording: 'passive|проведено обследование', words: 'Проведено  обследование' };

/** Two browsers with one draft. */
function pair(): readonly [LeftFindings, LeftFindings] {
  const one = new Y.Doc();
  const other = new Y.Doc();
  one.on('update', (update: Uint8Array) => Y.applyUpdate(other, update));
  return [new LeftFindings(one), new LeftFindings(other)];
}

describe('findings that are left', () => {
  it('are kept in the draft with who decided, when and why', () => {
    const [here, there] = pair();
    expect(here.leave(finding, { reason: '  Это слова закона ', by: 'Ирина' })).toBe(true);
    expect(there.has(finding.wording)).toBe(true);
    expect(there.list()).toMatchObject([
      { ...finding, rule: 'passive', reason: 'Это слова закона', by: 'Ирина' },
    ]);
    expect(Number.isNaN(Date.parse(there.list()[0]?.at ?? ''))).toBe(false);
  });

  it('need a reason, and a short one', () => {
    const [here] = pair();
    expect(here.leave(finding, { reason: ' \n ', by: 'Ирина' })).toBe(false);
    expect(here.list()).toEqual([]);
    here.leave(finding, { reason: 'а'.repeat(1_000), by: '' });
    expect(here.list()[0]?.reason).toHaveLength(maxReasonLength);
  });

  it('come back one by one or all at once', () => {
    const [here, there] = pair();
    for (const words of ['а', 'б', 'в'])
      here.leave({ wording: `jargon|${words}`, words }, { reason: 'так', by: '' });
    here.restore('jargon|б');
    expect(
      there
        .list()
        .map(({ words }) => words)
        .toSorted(),
    ).toEqual(['а', 'в']);
    let told = 0;
    there.subscribe(() => {
      told += 1;
    });
    here.restoreAll();
    expect(there.list()).toEqual([]);
    expect(told).toBe(1);
  });

  it('of an older draft, which kept only a name, and broken ones are read', () => {
    const document = new Y.Doc();
    const map = document.getMap<unknown>(dismissedField);
    map.set('archaism|сей', 'Ирина');
    map.set('jargon|а|б', 7);
    map.set('без правила', { reason: 5, by: null });
    const byWording = Object.fromEntries(new LeftFindings(document).list().map((one) => [one.wording, one]));
    expect(byWording['archaism|сей']).toMatchObject({
      rule: 'archaism',
      words: 'сей',
      by: 'Ирина',
      reason: '',
    });
    expect(byWording['jargon|а|б']).toMatchObject({ rule: 'jargon', words: 'а|б', by: '' });
    expect(byWording['без правила']).toMatchObject({ rule: '', words: 'без правила', reason: '', by: '' });
  });
});
