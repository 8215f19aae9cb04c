import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterSchema } from '../schema/schema.ts';
import type { VariableValue } from '../storage/record.ts';
import { blocksOf, isPlainRange, positionsOf, type Values } from './blocks.ts';
import { letterText } from './letter-text.ts';

const t = (text: string, ...marks: string[]) => ({
  type: 'text',
  text,
  marks: marks.map((type) => ({ type })),
});
const v = (name: string) => ({ type: 'variable', attrs: { name } });
const c = (flag: string, ...content: object[]) => ({ type: 'condition', attrs: { flag }, content });
const p = (...content: object[]) => ({ type: 'paragraph', content });
const doc = (...content: object[]) => Node.fromJSON(letterSchema, { type: 'doc', content });

function given(values: Record<string, VariableValue>): Values {
  return {
    version: 0,
    valueOf: (name) => values[name],
    textOf: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
  };
}

describe('letterText', () => {
  it('puts values in place of variables', () => {
    expect(letterText(doc(p(t('Письмо '), v('номер'), t(' получено.'))), given({ номер: '102-41' }))).toEqual(
      {
        text: 'Письмо 102-41 получено.',
        names: ['номер'],
        unfilled: [],
      },
    );
  });

  it('names what nobody has filled in, each once, and not what is switched off', () => {
    const letter = doc(
      p(v('номер'), v('номер'), v('тема')),
      p(c('копия', v('канал'))),
      p(c('новый', t('x'))),
    );
    expect(letterText(letter, given({ копия: false })).unfilled).toEqual(['номер', 'тема', 'новый']);
    expect(letterText(letter, given({ копия: true, новый: false })).unfilled).toEqual([
      'номер',
      'тема',
      'канал',
    ]);
  });

  it('leaves no hole where text is switched off', () => {
    const letter = doc(
      p(t('Ответ. '), c('копия', t('Копия.')), t(' Дальше.')),
      p(c('копия', t('Один.'))),
      p(t('Конец.')),
    );
    expect(letterText(letter, given({ копия: false })).text).toBe('Ответ. Дальше.\n\nКонец.');
    expect(letterText(letter, given({ копия: true })).text).toBe('Ответ. Копия. Дальше.\n\nОдин.\n\nКонец.');
  });

  it('writes lists, tables, quotes and the signature as lines', () => {
    const item = (...content: object[]) => ({ type: 'listItem', content });
    const cell = (text: string) => ({ type: 'tableCell', content: [p(t(text))] });
    const letter = doc(
      {
        type: 'bulletList',
        content: [
          item(p(t('паспорт'))),
          item(p(t('СНИЛС')), { type: 'orderedList', attrs: { start: 2 }, content: [item(p(t('копия')))] }),
        ],
      },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('а'), cell('б')] }] },
      { type: 'blockquote', content: [p(t('слова'))] },
      { type: 'signature', content: [p(t('С уважением,')), p(t('отдел'))] },
    );
    expect(letterText(letter, given({})).text).toBe(
      '– паспорт\n– СНИЛС\n  2. копия\n\nа\tб\n\nслова\n\nС уважением,\nотдел',
    );
  });

  it('breaks lines where the writer did', () => {
    expect(letterText(doc(p(t('раз'), { type: 'hardBreak' }, t('два'))), given({})).text).toBe('раз\nдва');
  });
});

describe('blocksOf', () => {
  const values = given({ имя: 'Анна', копия: true, нет: false });

  it('maps any range of plain text to the positions that hold the same text', () => {
    const piece = fc.oneof(
      fc.string({ unit: fc.constantFrom('а', 'б', ' '), minLength: 1, maxLength: 6 }).map((text) => t(text)),
      fc
        .string({ unit: fc.constantFrom('в', 'г'), minLength: 1, maxLength: 6 })
        .map((text) => t(text, 'bold')),
      fc.constant(v('имя')),
      fc.constant(v('номер')),
      fc.constant({ type: 'hardBreak' }),
      fc.constant(c('копия', t('да'), v('имя'))),
      fc.constant(c('нет', t('спрятано'))),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(piece, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        fc.nat(40),
        fc.nat(12),
        (paragraphs, start, length) => {
          const letter = doc(...paragraphs.map((content) => p(...content)));
          for (const block of blocksOf(letter, values)) {
            const end = Math.min(start + length, block.text.length);
            if (start >= end) continue;
            const range = positionsOf(block, start, end);
            if (range === undefined) throw new Error('A range is expected.');
            expect(range.to).toBeGreaterThan(range.from);
            if (isPlainRange(block, start, end))
              expect(letter.textBetween(range.from, range.to).replaceAll('спрятано', '')).toBe(
                block.text.slice(start, end),
              );
          }
        },
      ),
    );
  });

  it('takes a whole variable when a range ends inside its value', () => {
    const letter = doc(p(t('Для '), v('имя'), t('!')));
    const [block] = blocksOf(letter, values);
    if (block === undefined) throw new Error('A block is expected.');
    expect(block.text).toBe('Для Анна!');
    expect(positionsOf(block, 0, 6)).toEqual({ from: 1, to: 6 });
    expect(isPlainRange(block, 0, 6)).toBe(false);
    expect(isPlainRange(block, 0, 4)).toBe(true);
  });
});

describe('what is read again', () => {
  it('follows a changed value, though the paragraph is the same', () => {
    const letter = doc(p(t('Для '), v('имя')));
    let name: string | undefined;
    let version = 0;
    const values: Values = {
      get version() {
        return version;
      },
      valueOf: () => name,
      textOf: () => name,
    };
    expect(letterText(letter, values)).toMatchObject({ text: 'Для \uFFFC', unfilled: ['имя'] });
    name = 'Анны';
    version += 1;
    expect(letterText(letter, values)).toMatchObject({ text: 'Для Анны', unfilled: [] });
  });
});
