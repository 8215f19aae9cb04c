import { Grammeme } from '@ponyatno/russian';
import { describe, expect, it } from 'vitest';
import { parsePattern } from './pattern.ts';

describe('the pattern language', () => {
  it('reads lemmas, exact forms and alternatives, with ё as е', () => {
    expect(parsePattern('осуществлять|осуществить')).toEqual({
      sides: [
        [
          {
            atoms: [
              { kind: 'lemma', lemma: 'осуществлять' },
              { kind: 'lemma', lemma: 'осуществить' },
            ],
            optional: false,
            gap: 0,
            context: false,
          },
        ],
      ],
    });
    expect(parsePattern('=приём').sides[0]?.[0]?.atoms).toEqual([{ kind: 'form', form: 'прием' }]);
    expect(parsePattern('=Вам').sides[0]?.[0]?.atoms).toEqual([{ kind: 'form', form: 'вам' }]);
  });

  it('reads optional words and gaps', () => {
    const [side] = parsePattern('нормативный ?правовой ~2 акт').sides;
    expect(side?.map(({ optional, gap }) => [optional, gap])).toEqual([
      [false, 0],
      [true, 0],
      [false, 2],
    ]);
  });

  it('reads two sides', () => {
    expect(parsePattern('вопрос & =контроль|=контроле').sides).toHaveLength(2);
  });

  it('reads grammatical tests', () => {
    const test = (pattern: string) => parsePattern(pattern).sides[0]?.[0]?.atoms[0];
    expect(test('<NOUN>')).toEqual({ kind: 'test', partOfSpeech: 'NOUN', has: 0, lacks: 0 });
    expect(test('<gent>')).toEqual({ kind: 'test', has: Grammeme.gent, lacks: 0 });
    expect(test('<NOUN:gent>')).toEqual({
      kind: 'test',
      partOfSpeech: 'NOUN',
      has: Grammeme.gent,
      lacks: 0,
    });
    expect(test('<gent!datv>')).toEqual({ kind: 'test', has: Grammeme.gent, lacks: Grammeme.datv });
  });

  it('reads context: words that must be there and are no part of the finding', () => {
    expect(parsePattern('=ввиду (<gent>)').sides[0]?.map((element) => element.context)).toEqual([
      false,
      true,
    ]);
  });

  it.each(['', 'а & б & в', '?', '=', '<nonsense>', '~x а', 'а ~2', '(а'])('refuses «%s»', (pattern) => {
    expect(() => parsePattern(pattern)).toThrow();
  });
});
