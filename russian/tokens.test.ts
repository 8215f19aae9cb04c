import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from './tokens.ts';

/** Tokens but space, as `text kind`; words without their kind. */
function tokens(text: string): string[] {
  return tokenize(text)
    .filter(({ kind }) => kind !== 'space')
    .map(({ kind, text: token }) => (kind === 'word' ? token : `${token} ${kind}`));
}

describe('tokenize', () => {
  it.each([
    ['1 500,50'],
    ['12 345 678'],
    ['1\u00A0500'],
    ['102/53'],
    ['210-ФЗ'],
    ['210–ФЗ'],
    ['2816–р'],
    ['2816-р'],
    ['2725-117А'],
    ['2325-Н/17А'],
    ['73-ПГ.10/2024/Вн'],
    ['73-П-01/6813вн'],
    ['7325001144/732501001'],
    ['20.08.2024'],
    ['2024-08-20'],
    ['9:00'],
    ['1,5'],
    ['2023–2024'],
    ['5-го'],
    ['+7 (383) 238-60-62'],
    ['8-800-775-50-05'],
    ['8(383)-228-67-88'],
    ['238-60-62'],
  ])('keeps the number %s in one piece', (number) => {
    expect(tokens(`от ${number}, и`)).toEqual(['от', `${number} number`, ', punctuation', 'и']);
  });

  it('keeps numbers apart that only stand side by side', () => {
    expect(tokens('в 2024 100 раз')).toEqual(['в', '2024 number', '100 number', 'раз']);
    expect(tokens('ст. 5, 6')).toEqual(['ст. abbreviation', '5 number', ', punctuation', '6 number']);
    expect(tokens('2024г. и 10кг')).toEqual(['2024 number', 'г. abbreviation', 'и', '10 number', 'кг']);
  });

  it.each([
    ['https://www.gosuslugi.ru/600123/1?a=б#в'],
    ['http://www.ulgov.ru'],
    ['www.nso.ru'],
    ['госуслуги.рф'],
    ['vk.com/minmol'],
    ['mail@ulgov.ru'],
    ['first.last+tag@sub.nso.ru'],
  ])('keeps the address %s in one piece, without the punctuation after it', (address) => {
    expect(tokens(`на ${address}. Там`)).toEqual(['на', `${address} address`, '. punctuation', 'Там']);
    expect(tokens(`(${address})`)).toEqual(['( punctuation', `${address} address`, ') punctuation']);
  });

  it('takes a missing space for no address', () => {
    expect(tokens('рассмотрен.Ответ')).toEqual(['рассмотрен', '. punctuation', 'Ответ']);
  });

  it('joins hyphens and apostrophes inside words', () => {
    expect(tokens('онлайн-приём д’Артаньян 20-летний')).toEqual(['онлайн-приём', 'д’Артаньян', '20-летний']);
    expect(tokens('Я – подход')).toEqual(['Я', '– punctuation', 'подход']);
  });

  it('joins letter-spaced words', () => {
    const [word] = tokenize('п р и к а з ы в а ю:');
    expect(word).toMatchObject({ kind: 'word', text: 'п р и к а з ы в а ю', word: 'приказываю' });
    expect(tokens('П Р И К А З')).toEqual(['П Р И К А З']);
    expect(tokens('и в с о')).toEqual(['и', 'в', 'с', 'о']);
    expect(tokens('пункты а б в г д')).toEqual(['пункты', 'а', 'б', 'в', 'г', 'д']);
  });

  it('keeps words whole that carry stress marks, soft hyphens or composed letters', () => {
    for (const word of ['за\u0301мок', 'обра\u00ADщение', 'при\u0435\u0308м', 'новы\u0438\u0306'])
      expect(tokens(`${word}, да`)).toEqual([word, ', punctuation', 'да']);
  });

  it('takes shortened words with their full stop', () => {
    expect(tokens('п. 5 ст. 10')).toEqual(['п. abbreviation', '5 number', 'ст. abbreviation', '10 number']);
    expect(tokenize('ст. 5')[0]).toMatchObject({ word: 'ст', abbreviation: 'open' });
    expect(tokens('и т. д.')).toEqual(['и', 'т. abbreviation', 'д. abbreviation']);
    expect(tokens('5 тыс. руб.')).toEqual(['5 number', 'тыс. abbreviation', 'руб. abbreviation']);
    expect(tokens('С.В. Федорчук')).toEqual(['С. abbreviation', 'В. abbreviation', 'Федорчук']);
  });

  it('takes «им.» for a shortened word only before a name', () => {
    expect(tokens('школа им. Пушкина')).toContain('им. abbreviation');
    expect(tokens('школа им. В. И. Ленина')).toContain('им. abbreviation');
    expect(tokens('Передано им. Ответ готов')).toContain('им');
  });

  it.each([
    ['1.', 'Утвердить'],
    ['1.1.', 'Настоящие'],
    ['3.14.2.', 'При'],
    ['5.1', 'Согласие'],
    ['II.', 'Термины'],
    ['ХII.', 'Термины'],
    ['1)', 'клиент'],
    ['а)', 'клиент'],
    ['(2)', 'клиент'],
    ['-', 'порядка'],
    ['–', 'порядка'],
    ['•', 'порядка'],
  ])('takes «%s» at the start of a line for the mark of a list', (mark, word) => {
    expect(tokens(`${mark} ${word}`)).toEqual([`${mark} mark`, word]);
    expect(tokens(`Текст:\n  ${mark} ${word}`)).toEqual(['Текст', ': punctuation', `${mark} mark`, word]);
    expect(tokens(`да ${mark} ${word}`)).not.toContain(`${mark} mark`);
  });

  it('takes no date, year or fraction for the mark of a list', () => {
    for (const text of ['20.08.2024', '2024. Год', '1.5 миллиона', '238 60 14'])
      expect(tokenize(text).some(({ kind }) => kind === 'mark')).toBe(false);
  });

  it('takes variables and objects of the editor for one token each', () => {
    expect(tokens('Здравствуйте, ((имя отчество))!')).toEqual([
      'Здравствуйте',
      ', punctuation',
      '((имя отчество)) variable',
      '! punctuation',
    ]);
    expect(tokens('((повторно??Напоминаем.))')).toEqual([
      '((повторно?? variable',
      'Напоминаем',
      '. punctuation',
      ') punctuation',
      ') punctuation',
    ]);
    expect(tokens('да\uFFFCнет')).toEqual(['да', '\uFFFC object', 'нет']);
  });

  it('tells punctuation from other signs', () => {
    expect(tokens('№ 5 – «да»… 10 %')).toEqual([
      '№ symbol',
      '5 number',
      '– punctuation',
      '« punctuation',
      'да',
      '» punctuation',
      '… punctuation',
      '10 number',
      '% punctuation',
    ]);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'п',
          'р',
          ' ',
          '. ',
          'ст.',
          '1',
          '1.1.',
          '\n',
          '\r\n',
          '((',
          '))',
          '??',
          '«',
          '»',
          'И.',
          '№',
          '-',
          '–',
        ],
        ...[
          '@',
          'a.ru',
          'http://',
          'А',
          'ё',
          '\u0301',
          '\u00AD',
          '\uFFFC',
          '\uD83D',
          '\u00A0',
          '…',
          '!',
          ';',
          '20',
        ],
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join('')),
);

describe('tokens of any text', () => {
  it('are the text, one after the other', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBe(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.text).toBe(text.slice(token.start, token.end));
          end = token.end;
        }
        expect(end).toBe(text.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('cost linear time, however hostile it is', () => {
    const pieces = [
      'а',
      'а.',
      'а ',
      'а. ',
      '1',
      '1.',
      '1 ',
      '1 000 ',
      '1-',
      'а-',
      '.',
      '(',
      '((',
      '((а',
      'a@',
      'a.a',
      '\n',
    ];
    for (const piece of [
      ...pieces,
      'И. ',
      '8 ',
      '+7(',
      'http://',
      '\u0301',
      ' \n',
      'п р и ',
      'а\u00AD',
      'X',
      '«',
      '5 тыс. ',
    ]) {
      const started = performance.now();
      tokenize(piece.repeat(50_000));
      expect(performance.now() - started, piece).toBeLessThan(4000);
    }
  });
});
