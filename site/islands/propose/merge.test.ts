import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge, piecesOf, resolved } from './merge.ts';

const before = "---\nid: one\ntitle: 'Раз'\n---\n\nПервый.\n\nВторой.\n\nТретий.\n";
const conflicts = (mine: string, theirs: string) =>
  merge(mine, before, theirs).filter(({ kind }) => kind === 'conflict');

describe('7: two people change one page', () => {
  it('takes both changes where they are in different paragraphs or fields', () => {
    const mine = before.replace('Первый.', 'Первый, мой.').replace("'Раз'", "'Два'");
    const theirs = before.replace('Третий.', 'Третий, чужой.\n\nЧетвёртый.');
    const merged = merge(mine, before, theirs);
    expect(merged.every(({ kind }) => kind === 'agreed')).toBe(true);
    expect(resolved(merged, [])).toBe(mine.replace('Третий.', 'Третий, чужой.\n\nЧетвёртый.'));
  });

  it('shows both where they have changed the same paragraph, and takes what is chosen', () => {
    const mine = before.replace('Второй.', 'Второй, мой.');
    const theirs = before.replace('Второй.', 'Второй, чужой.');
    const merged = merge(mine, before, theirs);
    expect(conflicts(mine, theirs)).toEqual([
      { kind: 'conflict', mine: 'Второй, мой.', theirs: 'Второй, чужой.', before: 'Второй.' },
    ]);
    expect(resolved(merged, ['mine'])).toBe(mine);
    expect(resolved(merged, ['theirs'])).toBe(theirs);
    expect(resolved(merged, ['both'])).toBe(before.replace('Второй.', 'Второй, чужой.\n\nВторой, мой.'));
  });

  it('is no conflict when both have written the same', () => {
    const same = before.replace('Второй.', 'Другой.');
    expect(conflicts(same, same)).toEqual([]);
  });

  const texts = fc
    .array(fc.constantFrom('Один.', 'Два.', '\n', '\n\n', '---\n', 'id: a\n', 'Строка\nи ещё.', ' '), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''));

  it('loses nothing: one side alone gives the text of that side', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(piecesOf(one).join('')).toBe(one);
        expect(resolved(merge(one, other, other), [])).toBe(one);
        expect(resolved(merge(other, other, one), [])).toBe(one);
        const all = resolved(merge(one, '', other), Array(20).fill('both'));
        for (const piece of [...piecesOf(one), ...piecesOf(other)]) expect(all).toContain(piece);
      }),
    );
  });
});
