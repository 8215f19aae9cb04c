import { describe, expect, it } from 'vitest';
import { comparedLines } from './compared.ts';
import { forgetEdit, keepEdit, keptEdits } from './kept.ts';
import { replaced, spanOf } from './places.ts';

/** A storage of a browser; its entries are properties, as in one. */
function storage(): Storage {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
    removeItem: (key: string) => {
      delete kept[key];
    },
  };
  return new Proxy(methods, {
    ownKeys: () => Object.keys(kept),
    getOwnPropertyDescriptor: (_, key) => ({
      value: kept[String(key)],
      enumerable: true,
      configurable: true,
    }),
  }) as unknown as Storage;
}

const edit = {
  id: 'one',
  file: 'a.mdx',
  version: '1',
  before: 'Было',
  text: 'Стало',
  at: '2026-11-26T10:00',
  account: '',
};

describe('7: an edit that was not sent', () => {
  it('is offered to nobody else who signs in at the same computer', () => {
    const kept = storage();
    keepEdit({ ...edit, account: 'anna' }, kept);
    expect(keptEdits('a.mdx', 'boris', kept)).toEqual([]);
    expect(keptEdits('a.mdx', '', kept)).toEqual([]);
    expect(keptEdits('a.mdx', 'anna', kept)).toEqual([{ ...edit, account: 'anna' }]);
  });

  it('lies in the browser by page, each by itself, the newest first', () => {
    const kept = storage();
    expect(keepEdit(edit, kept)).toBe(true);
    keepEdit({ ...edit, id: 'two', text: 'Стало иначе', at: '2026-11-26T11:00' }, kept);
    keepEdit({ ...edit, file: 'b.mdx' }, kept);
    expect(keptEdits('a.mdx', '', kept).map(({ id, text }) => [id, text])).toEqual([
      ['two', 'Стало иначе'],
      ['one', 'Стало'],
    ]);
    forgetEdit({ file: 'a.mdx', id: 'two' }, kept);
    expect(keptEdits('a.mdx', '', kept)).toEqual([edit]);
  });

  it('is no edit when nothing has changed; foreign entries harm nothing', () => {
    const kept = storage();
    keepEdit({ ...edit, text: 'Было' }, kept);
    kept.setItem('ponyatno.propose:a.mdx@9', '{"file":1}');
    expect(keptEdits('a.mdx', '', kept)).toEqual([]);
  });

  it('says when the browser keeps nothing', () => {
    const full = {
      setItem: () => {
        throw new Error('quota');
      },
    } as unknown as Storage;
    expect(keepEdit(edit, full)).toBe(false);
  });
});

describe('places of a text', () => {
  it('a problem by line and column', () => {
    const text = 'раз\nдва три\n';
    expect(
      spanOf(text, { severity: 'warning', message: '', line: 2, column: 5, endLine: 2, endColumn: 8 }),
    ).toEqual({ from: 8, to: 11 });
    expect(spanOf(text, { severity: 'error', message: '', line: 99 })).toEqual({ from: 12, to: 12 });
    expect(spanOf(text, { severity: 'error', message: '' })).toBeUndefined();
    expect(replaced(text, { text: 'пять', range: [8, 11] })).toBe('раз\nдва пять\n');
  });

  it('a comparison shows what changed and its neighbours', () => {
    const lines = comparedLines('а\nб\nв\nг\nд', 'а\nб\nв\nГоворим\nд');
    expect(lines.map(({ kind }) => kind)).toEqual(['gap', 'same', 'removed', 'added', 'same']);
    expect(comparedLines('а\nб', 'а\nб')).toEqual([]);
  });
});
