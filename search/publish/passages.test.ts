import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPassage } from './passages.ts';

const split = (text: string) => splitPassage({ heading: 'Срок', anchor: 'srok', text });
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
const sentence = (length: number) => `${'слово '.repeat(length - 1)}конец. `;

describe('passages', () => {
  it('leaves a short passage whole, on tidy lines', () => {
    expect(split('  Ответ   придёт \n\n через неделю. ')).toEqual([
      { heading: 'Срок', anchor: 'srok', text: 'Ответ придёт\nчерез неделю.' },
    ]);
  });

  it('cuts a long one at the ends of blocks, under the same heading', () => {
    const pieces = split(`${sentence(150)}\n${sentence(140)}\n${sentence(150)}`);
    expect(pieces.map(({ text }) => words(text).length)).toEqual([150, 140, 150]);
    expect(pieces.every(({ heading, anchor }) => heading === 'Срок' && anchor === 'srok')).toBe(true);
  });

  it('gives a short tail to the piece before it', () => {
    expect(
      split(`${sentence(150)}\n${sentence(90)}\n${sentence(20)}`).map(({ text }) => words(text).length),
    ).toEqual([260]);
  });

  it('loses no word and makes no piece longer than 310 words', () => {
    const part = constantFrom(
      sentence(1),
      sentence(7),
      sentence(70),
      sentence(400),
      '\n',
      'г. Новосибирск, ул. Ленина. ',
    );
    assert(
      property(array(part, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        const pieces = split(text);
        expect(words(pieces.map((piece) => piece.text).join(' '))).toEqual(words(text));
        for (const piece of pieces) expect(words(piece.text).length).toBeLessThanOrEqual(310);
      }),
    );
  });
});
