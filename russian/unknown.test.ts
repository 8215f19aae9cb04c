import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Grammeme } from './grammemes.ts';
import { openDictionary } from './node.ts';

const dictionary = openDictionary();

/** The likeliest guess, in short. */
function guess(word: string): string {
  const [first] = dictionary.parse(word);
  return `${first?.lemma} ${first?.partOfSpeech}`;
}

describe('words that the dictionary has not', () => {
  it.each([
    ['клиентоцентричности', 'клиентоцентричность NOUN'],
    ['кибербуллинга', 'кибербуллинг NOUN'],
    ['цифровизируют', 'цифровизировать VERB'],
    ['цифровизированного', 'цифровизировать PRTF'],
    ['проактивными', 'проактивный ADJF'],
    ['Роспотребнадзором', 'роспотребнадзор NOUN'],
  ])('are guessed by their ending: %s', (word, expected) => {
    expect(guess(word)).toBe(expected);
  });

  it.each([
    ['супердоговора', 'супердоговор NOUN'],
    ['видеоприёмами', 'видеоприём NOUN'],
    ['соцработникам', 'соцработник NOUN'],
    ['мегаважный', 'мегаважный ADJF'],
  ])('are known by what stands after a usual beginning: %s', (word, expected) => {
    expect(guess(word)).toBe(expected);
  });

  it.each([
    ['по-старинке', 'по-старинке ADVB'],
    ['по-ульяновски', 'по-ульяновски ADVB'],
    ['онлайн-приёма', 'онлайн-приём NOUN'],
    ['интернет-порталом', 'интернет-портал NOUN'],
    ['компаниями-производителями', 'компания-производитель NOUN'],
    ['контрольно-надзорной', 'контрольно-надзорный ADJF'],
    ['религиозно-духовные', 'религиозно-духовный ADJF'],
    ['смотрите-ка', 'смотреть-ка VERB'],
    ['IT-специалистам', 'it-специалист NOUN'],
    ['QR-кодами', 'qr-код NOUN'],
    ['20-летнего', '20-летний ADJF'],
    ['5-го', '5-й ADJF'],
    ['22-х', '22-й ADJF'],
    ['форма-4', 'форма-4 NOUN'],
  ])('have hyphens: %s', (word, expected) => {
    expect(guess(word)).toBe(expected);
  });

  it.each([
    ['ЕПГУ', 'епгу NOUN'],
    ['ФГИС', 'фгис NOUN'],
    ['2816-р', '2816-р NUMB'],
    ['2816–р', '2816-р NUMB'],
    ['210-ФЗ', '210-фз NUMB'],
    ['73-ПГ.10/2024/Вн', '73-пг.10/2024/вн NUMB'],
    ['102/53', '102/53 NUMB'],
    ['20.08.2024', '20.08.2024 NUMB'],
    ['1 500,50', '1 500,50 NUMB'],
    ['XIV', 'xiv ROMN'],
    ['ХХ', 'хх ROMN'],
    ['e-mail', 'e-mail LATN'],
    ['mail@ulgov.ru', 'mail@ulgov.ru LATN'],
    ['«»', '«» PNCT'],
    ['', ' UNKN'],
  ])('are known by their shape: %s', (word, expected) => {
    expect(guess(word)).toBe(expected);
  });

  it('are abbreviations in every case and gender', () => {
    const [first] = dictionary.parse('ЕПГУ');
    expect((first?.grammemes ?? 0) & Grammeme.Abbr).not.toBe(0);
    expect(dictionary.parse('ЕПГУ').some(({ grammemes }) => (grammemes & Grammeme.loct) !== 0)).toBe(true);
  });

  it('are perhaps abbreviations in small letters', () => {
    expect(dictionary.lemmas('епгу')).toContain('епгу');
  });

  it('are shortened words with their full stop, stretched ones, powers of measures', () => {
    expect(dictionary.lemmas('г.')).toEqual(['год']);
    expect(dictionary.lemmas('км2')).toEqual(['километр']);
    expect(dictionary.lemmas('спасииибо')).toEqual(['спасибо']);
  });

  it('are names rather with a capital', () => {
    const isName = (word: string) => ((dictionary.parse(word)[0]?.grammemes ?? 0) & Grammeme.name) !== 0;
    expect(isName('Салыкова')).toBe(true);
    expect(isName('пожаловкой')).toBe(false);
  });

  it('are marked as not known', () => {
    for (const word of ['кибербуллинга', 'онлайн-приёма', '2816-р', 'ЕПГУ', 'супердоговор']) {
      expect(dictionary.has(word), word).toBe(false);
      expect(
        dictionary.parse(word).every(({ known }) => !known),
        word,
      ).toBe(true);
    }
  });

  it('never break it, whatever they are', () => {
    const letters = fc.constantFrom(...'абвгдеёийоуцчшщъыьэюяАЕЁХI-–.1°’\u0301\u00AD');
    const words = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: letters, maxLength: 30 }));
    fc.assert(
      fc.property(words, (word) => {
        const parses = dictionary.parse(word);
        expect(parses.length).toBeGreaterThan(0);
        for (const parse of parses) expect(dictionary.forms(parse).length).toBeGreaterThan(0);
        expect(parses.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6);
      }),
      { numRuns: 2000 },
    );
  });

  it('cost no time when they are absurd', () => {
    const started = performance.now();
    for (const piece of ['а-1', 'а-', 'ааа', 'X', '1-', '1.', 'по-', 'не', 'супер', 'а.а@'])
      dictionary.parse(piece.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
