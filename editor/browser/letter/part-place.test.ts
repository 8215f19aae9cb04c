import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartState } from '../../lint/part-states.ts';
import { letterSchema } from '../../schema/schema.ts';
import { blocksOf, type Values } from '../../text/blocks.ts';
import { placeOfPart } from './part-place.ts';

const values: Values = { version: 0, textOf: () => undefined, valueOf: () => true };
const p = (text: string) => ({
  type: 'paragraph',
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
});
const doc = (...content: object[]) => Node.fromJSON(letterSchema, { type: 'doc', content });
const letter = doc(
  p('Здравствуйте!'),
  p('Мы получили Ваше письмо.'),
  p('Ответ пришлём.'),
  p('Звоните.'),
  p(''),
  { type: 'signature', content: [p('С уважением'), p('Павлова')] },
);
const part = (name: string, place: PartState['place'], block?: number): PartState => ({
  part: name,
  place,
  advice: '',
  state: block === undefined ? 'missing' : 'there',
  unfilled: [],
  ...(block === undefined ? {} : { block }),
});
/** The words before the place. */
const wordsBefore = (document: Node, one: PartState, all: readonly PartState[] = [one]) =>
  document.resolve(placeOfPart(document, one, all, values)).parent.textContent;

describe('placeOfPart', () => {
  it('leads to the sentence of a part that is there', () => {
    expect(wordsBefore(letter, part('deadline', 'body', 2))).toBe('Ответ пришлём.');
  });

  it('leads behind the part that is asked for before, in the same part of the letter', () => {
    const registration = part('registration', 'beginning');
    expect(wordsBefore(letter, registration, [part('receipt', 'beginning', 1), registration])).toBe(
      'Мы получили Ваше письмо.',
    );
  });

  it('leads to the beginning, the middle or the end of the text, and never into the signature', () => {
    expect(wordsBefore(letter, part('receipt', 'beginning'))).toBe('Здравствуйте!');
    expect(wordsBefore(letter, part('deadline', 'body'))).toBe('Мы получили Ваше письмо.');
    expect(wordsBefore(letter, part('survey-link', 'end'))).toBe('Звоните.');
    expect(placeOfPart(letter, part('greeting', 'beginning'), [], values)).toBe(1);
  });

  it('leads somewhere in any letter, also when the letter has changed since', () => {
    const blocks = fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 6 });
    const asked = fc.record({
      place: fc.constantFrom('beginning' as const, 'body' as const, 'end' as const),
      block: fc.option(fc.nat(8), { nil: undefined }),
    });
    fc.assert(
      fc.property(blocks, asked, fc.nat(8), (texts, { place, block }, other) => {
        const document = doc(...texts.map(p));
        const one = part('deadline', place, block);
        const position = placeOfPart(document, one, [part('receipt', place, other), one], values);
        expect(
          blocksOf(document, values).some(
            ({ position: from, limit }) => from === position || limit === position,
          ),
        ).toBe(true);
      }),
    );
  });
});
