// Letters for the tests of the ways out: every node and mark of the schema, in random company.
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { letterSchema } from '../schema/schema.ts';
import type { VariableValue } from '../storage/record.ts';
import type { Values } from '../text/blocks.ts';

/** Values out of a table. */
export function given(values: Readonly<Record<string, VariableValue>>): Values {
  return {
    version: 0,
    valueOf: (name) => values[name],
    textOf: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
  };
}

export const testValues = given({
  имя: 'Анна Петровна',
  пункты: 'первый\nвторой',
  да: true,
  нет: false,
});

type Json = Readonly<Record<string, unknown>>;

const words = fc
  .string({
    unit: fc.constantFrom(...'абвгд ёЖ№«»—<&>"\'012 .,!', '\u00a0', '\u0007', '😀', '\ud800', 'é'),
    minLength: 1,
    maxLength: 12,
  })
  // A line is broken by a hardBreak, never by a character.
  .filter((text) => text !== '');
const marks = fc
  .record({
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
    link: fc.boolean(),
  })
  .map(({ bold, italic, underline, link }): Json[] => [
    ...(link ? [{ type: 'link', attrs: { href: 'https://example.ru/?a=1&б=«2»' } }] : []),
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
    ...(underline ? [{ type: 'underline' }] : []),
  ]);
const text = fc.tuple(words, marks).map(([value, own]): Json => ({ type: 'text', text: value, marks: own }));
const variable = fc
  .constantFrom('имя', 'пункты', 'пусто')
  .map((name): Json => ({ type: 'variable', attrs: { name } }));
const lineBreak = fc.constant<Json>({ type: 'hardBreak' });
const condition = fc
  .tuple(
    fc.constantFrom('да', 'нет', 'неизвестно'),
    fc.array(fc.oneof(text, variable, lineBreak), { maxLength: 3 }),
  )
  .map(([flag, content]): Json => ({ type: 'condition', attrs: { flag }, content }));
const inline = fc.array(fc.oneof(text, text, variable, lineBreak, condition), { maxLength: 5 });
const paragraph = inline.map((content): Json => ({ type: 'paragraph', content }));
const heading = fc
  .tuple(fc.constantFrom(2, 3), inline)
  .map(([level, content]): Json => ({ type: 'heading', attrs: { level }, content }));
const many = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { minLength: 1, maxLength: 3 });

const { block } = fc.letrec<{ block: Json; item: Json }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    heading,
    many(tie('item')).map((content): Json => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.integer({ min: 1, max: 40 }), many(tie('item')))
      .map(([start, content]): Json => ({ type: 'orderedList', attrs: { start }, content })),
    many(tie('block')).map((content): Json => ({ type: 'blockquote', content })),
    many(paragraph).map((content): Json => ({ type: 'signature', content })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean(), many(tie('block')))
      .map(
        ([rows, columns, header, content]): Json => ({
          type: 'table',
          content: Array.from({ length: rows }, (_, row) => ({
            type: 'tableRow',
            content: Array.from({ length: columns }, () => ({
              type: header && row === 0 ? 'tableHeader' : 'tableCell',
              content,
            })),
          })),
        }),
      ),
  ),
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, others]): Json => ({ type: 'listItem', content: [first, ...others] })),
}));

/** Any letter that the schema allows. */
export const anyLetter: fc.Arbitrary<Node> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((content) => Node.fromJSON(letterSchema, { type: 'doc', content }));
