import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FieldPath, readFields, valueAt, withField } from './fields.ts';
import { splitText, withBody, writtenBody } from './page-text.ts';

const content = resolve(import.meta.dirname, '../../../content');
const pages = globSync('**/*.mdx', { cwd: content }).map((file) => readFileSync(join(content, file), 'utf8'));

const page = `---
# Не менять.
id: one
title: 'Сколько ждать?' # вопрос
topics: [срок, ответ]
basis:
  - act: order # главный
    clause: 'п. 1'
  # и закон
  - act: law
spoken: >-
  Ответ придёт за пять рабочих дней. Если вопрос срочный, скажите об этом сразу,
  и мы ответим раньше.
lint: []
---

Текст.
`;

const fieldsOf = (text: string) => {
  const read = readFields(text);
  if (read.kind === 'unreadable') throw new Error(`line ${read.line}`);
  return read.value;
};

/** Every place of a value, the collections too. */
function places(value: unknown, path: FieldPath = []): FieldPath[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => places(item, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) => places(item, [...path, key]))
      : [];
  return path.length === 0 ? inner : [path, ...inner];
}

describe('7: a field changed in the form changes its own lines only', () => {
  it.each<[string, FieldPath, unknown, string, string]>([
    ['a quoted word', ['title'], 'Когда ответят?', "title: 'Сколько ждать?' #", "title: 'Когда ответят?' #"],
    ['a word in a list of objects', ['basis', 0, 'clause'], 'п. 2', "clause: 'п. 1'", "clause: 'п. 2'"],
    [
      'a field of an object',
      ['basis', 1, 'clause'],
      'ст. 3',
      '  - act: law\n',
      '  - act: law\n    clause: ст. 3\n',
    ],
    ['a list in brackets', ['topics', 2], 'письмо', '[срок, ответ]', '[срок, ответ, письмо]'],
    ['an item that goes', ['basis', 1], undefined, '  - act: law\n', ''],
    ['a field that goes', ['lint'], undefined, 'lint: []\n', ''],
    ['a list that was empty', ['lint', 0], { ignore: 'passive' }, 'lint: []', 'lint:\n  - ignore: passive'],
    ['a field that was not there', ['audience'], 'public', 'lint: []\n', 'lint: []\naudience: public\n'],
    ['a number in quotes', ['topics', 0], '12', '[срок,', "['12',"],
  ])('%s', (_, path, value, before, after) => {
    expect(withField(page, path, value)).toBe(page.replace(before, after));
  });

  it('a text in several lines is folded as before', () => {
    const changed = withField(page, ['spoken'], 'Короткий ответ за пять рабочих дней.');
    expect(changed).toContain('spoken: >-\n  Короткий ответ за пять рабочих дней.\nlint: []');
  });

  it('leaves fields that cannot be read as they are, and says where', () => {
    const broken = page.replace("title: 'Сколько", "title: 'Сколько' ждать: 'x");
    expect(withField(broken, ['title'], 'Другое')).toBe(broken);
    expect(readFields(broken)).toMatchObject({ kind: 'unreadable', line: 4 });
  });

  it('gives fields to a page without any', () => {
    expect(withField('Текст.\n', ['id'], 'one')).toBe('---\nid: one\n---\nТекст.\n');
  });

  it('any value at any place of any page of ours: what is read back is what was put, no other line moves', () => {
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom('да', 'true', '2026-11-22', ' край ', 'п. 4: «так»', '- x', '# y', 'а\nб', "it's", ''),
      fc.string({ minLength: 90, maxLength: 300 }),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
      fc.record({ act: fc.string(), clause: fc.string() }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.nat(), values, (text, seed, value) => {
        const before = fieldsOf(text);
        const all = places(before);
        const path = all[seed % all.length] ?? [];
        const changed = withField(text, path, value);
        const after = fieldsOf(changed);
        expect(valueAt(after, path)).toEqual(value);
        expect(splitText(changed).body).toBe(splitText(text).body);
        const [top] = path;
        const others = ([key]: [string, unknown]) => key !== top;
        expect(Object.entries(after).filter(others)).toEqual(Object.entries(before).filter(others));
        // Lines above and below the top field are the same lines.
        const lines = text.split('\n');
        const first = lines.findIndex((line) => line.startsWith(`${top}:`));
        expect(changed.split('\n').slice(0, first)).toEqual(lines.slice(0, first));
        const next = lines.findIndex((line, index) => index > first && /^(?:[a-z]|---)/i.test(line));
        const rest = lines.slice(next);
        expect(changed.split('\n').slice(-rest.length)).toEqual(rest);
      }),
      { numRuns: 300 },
    );
  });

  it('a word put back gives the same text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.nat(), fc.string({ minLength: 1 }), (text, seed, word) => {
        const before = fieldsOf(text);
        const short = (path: FieldPath) => {
          const value = valueAt(before, path);
          return typeof value === 'string' && value.length < 60;
        };
        const all = places(before).filter(short);
        const path = all[seed % all.length] ?? [];
        const value = valueAt(before, path);
        expect(withField(text, path, value)).toBe(text);
        expect(fieldsOf(withField(withField(text, path, word), path, value))).toEqual(before);
        const plain = `${value} да`;
        expect(withField(withField(text, path, plain), path, value)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the body in its field', () => {
  it('is put back into the text letter by letter', () => {
    for (const text of pages) {
      const { body, start } = writtenBody(text);
      expect(withBody(text, body)).toBe(text);
      expect(text.slice(start, start + body.length)).toBe(body);
    }
  });

  it('stands between the same borders when it is changed', () => {
    expect(withBody(page, 'Другой.\n\nЕщё.')).toBe(page.replace('Текст.', 'Другой.\n\nЕщё.'));
    expect(withBody('Без полей', 'Другой')).toBe('Другой');
  });
});
