import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment, sentences } from './segments.ts';
import { readOrders } from './support/orders.ts';

/** The sentences of a text. */
function split(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}

/** The paragraphs of a text, their line ends as spaces. */
function paragraphs(text: string): string[] {
  return segment(text).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
}

describe('sentences', () => {
  it('end at a full stop, a question mark, an exclamation mark, an ellipsis', () => {
    expect(split('Ответ готов. Вы его получили? Да! Хорошо… Спасибо.')).toEqual([
      'Ответ готов.',
      'Вы его получили?',
      'Да!',
      'Хорошо…',
      'Спасибо.',
    ]);
  });

  it('take their closing quotes and brackets with them', () => {
    expect(split('Он сказал: «Да.» Потом ушёл. (Без нас.) И всё.')).toEqual([
      'Он сказал: «Да.»',
      'Потом ушёл.',
      '(Без нас.)',
      'И всё.',
    ]);
  });

  it('take the number of their point with them', () => {
    expect(split('1.1. Настоящие Правила действуют. Они обязательны.')).toEqual([
      '1.1. Настоящие Правила действуют.',
      'Они обязательны.',
    ]);
    expect(split('II. Термины\n\nа) клиент;\nб) услуга.')).toEqual([
      'II. Термины',
      'а) клиент;',
      'б) услуга.',
    ]);
  });

  it.each([
    ['В силу п. 5 ст. 10 Закона срок продлён.'],
    ['Приходите на ул. Ленина, д. 5, кв. 7 в г. Новосибирск.'],
    ['Проф. Иванов и им. Пушкина, см. рис. 2 и табл. 3.'],
    ['Утверждено приказом от 20.08.2024 № 102/53. № 7 не подходит.'],
    ['Выплата составит 5 тыс. руб. в месяц.'],
    ['Приём ведёт С. В. Федорчук.'],
    ['Приём ведёт С.В. Федорчук.'],
    ['Это сказано в ч. 2 ст. 8 и т. д. и т. п. в тексте.'],
    ['Позвоните по тел. 8 (383) 238-60-62.'],
    ['Пишите на mail@ulgov.ru или на www.ulgov.ru сегодня.'],
    ['Сроки, т. е. 30 дней, соблюдены.'],
    ['«Куда обратиться?» – спросил он.'],
    ['Да… но не сейчас.'],
    ['Сумма равна 1 500,50 руб. за год.'],
  ])('go on after what is no end: %s', (text) => {
    expect(split(text)).toEqual([text]);
  });

  it.each([
    ['Выплата составит 5 тыс. руб.', 'Заявление подайте сегодня.'],
    ['Это было в 2024 г.', 'Срок истёк.'],
    ['Нужны паспорт, СНИЛС и т. д.', 'Копии не нужны.'],
    ['Обращались Иванов, Петров и др.', 'Всем ответили.'],
    ['Контроль возложить на Москалеву Е. М.', 'Приказ вступает в силу сегодня.'],
    ['Это началось в XIX в.', 'Потом кончилось.'],
    ['Передано им.', 'Ответ готов.'],
    ['Ваш вопрос рассмотрен.', '((имя)), ответ ниже.'],
    ['Спасибо! 😊', 'До свидания.'],
  ])('end where the next begins: %s | %s', (first, second) => {
    expect(split(`${first} ${second}`)).toEqual([first, second]);
  });

  it('end though somebody forgot the space', () => {
    expect(split('Ваш вопрос рассмотрен.Ответ направлен.')).toEqual([
      'Ваш вопрос рассмотрен.',
      'Ответ направлен.',
    ]);
  });

  it('end at a line break that an editor gives as an object', () => {
    expect(split('Ответ готов.\uFFFCПриходите.')).toEqual(['Ответ готов.', '\uFFFCПриходите.']);
  });
});

describe('paragraphs', () => {
  it('do not end where a line is merely broken', () => {
    expect(paragraphs('Об утверждении Правил\nвзаимодействия с клиентом\r\nв рамках функций')).toEqual([
      'Об утверждении Правил взаимодействия с клиентом в рамках функций',
    ]);
    expect(paragraphs('Клиент\n– физическое лицо.')).toEqual(['Клиент – физическое лицо.']);
  });

  it('end at a blank line, after «;» and «:», before the mark of a list', () => {
    expect(paragraphs('Первый.\n \nВторой')).toEqual(['Первый.', 'Второй']);
    expect(paragraphs('Нужны:\nпаспорт;\nзаявление.\n1. Далее\n2) ещё.\n– и ещё')).toEqual([
      'Нужны:',
      'паспорт;',
      'заявление.',
      '1. Далее',
      '2) ещё.',
      '– и ещё',
    ]);
    expect(paragraphs('Нужны\n– паспорт\n– СНИЛС')).toEqual(['Нужны – паспорт', '– СНИЛС']);
  });

  it('end where a heading in capitals begins or ends', () => {
    expect(paragraphs('ДЕПАРТАМЕНТ\nМОЛОДЁЖНОЙ ПОЛИТИКИ\nприказывает\nПРИКАЗ\nот сегодня')).toEqual([
      'ДЕПАРТАМЕНТ МОЛОДЁЖНОЙ ПОЛИТИКИ',
      'приказывает',
      'ПРИКАЗ',
      'от сегодня',
    ]);
    expect(paragraphs('обратитесь в\nМФЦ\nпо адресу')).toEqual(['обратитесь в МФЦ по адресу']);
  });
});

describe('the orders', () => {
  const orders = readOrders();

  it('are split at their points', ({ skip }) => {
    if (orders.length === 0) skip('the orders are not beside the checkout');
    let points = 0;
    for (const order of orders) {
      const starts = new Set(sentences(order).map(({ start }) => start));
      for (const { index, 0: point } of order.matchAll(
        /^(?:(?:\d+\.)+ (?=\p{Lu})|\d\) |[а-я]\) |[IVX]+\. |- )/gmu,
      )) {
        points++;
        expect(starts.has(index), order.slice(index, index + 40) + point).toBe(true);
      }
    }
    expect(points).toBeGreaterThan(200);
  });

  it('leave no sentence that is only a number or a shortened word', ({ skip }) => {
    if (orders.length === 0) skip('the orders are not beside the checkout');
    const fragments = orders
      .flatMap(split)
      .filter((sentence) => /^(?:[\d.]+|[IVX]+\.|\p{L}{1,3}\.)$/u.test(sentence));
    expect(fragments.filter((fragment) => !/^\d\d\.\d\d\.\d{4}$/.test(fragment))).toEqual([]);
  });
});

describe('segments of any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          'Да',
          'нет',
          '.',
          '!',
          ' ',
          '\n',
          '\n\n',
          '«',
          '»',
          '1.',
          'ст.',
          'И.',
          ';',
          ':',
          '\uFFFC',
        ),
      )
      .map((pieces) => pieces.join('')),
  );

  it('hold all of it but the space between them', () => {
    fc.assert(
      fc.property(text, (value) => {
        let end = 0;
        for (const paragraph of segment(value)) {
          expect(paragraph.sentences.length).toBeGreaterThan(0);
          expect(paragraph.start).toBe(paragraph.sentences[0]?.start);
          expect(paragraph.end).toBe(paragraph.sentences.at(-1)?.end);
          for (const sentence of paragraph.sentences) {
            expect(value.slice(end, sentence.start).replace(/[\s\u0085\u200B\uFEFF]/g, '')).toBe('');
            expect(sentence.tokens.map((token) => token.text).join('')).toBe(
              value.slice(sentence.start, sentence.end),
            );
            end = sentence.end;
          }
        }
        expect(value.slice(end).replace(/[\s\u0085\u200B\uFEFF]/g, '')).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('cost linear time, however hostile it is', () => {
    for (const piece of [
      'а. ',
      'И. ',
      '. ',
      '» ',
      '.»',
      '\n',
      ' \n',
      'А.',
      '.\uFFFC',
      '– ',
      '.–',
      '"',
      '.((',
      '😊',
      'И. И',
      'тыс. ',
    ]) {
      const started = performance.now();
      segment(piece.repeat(50_000));
      expect(performance.now() - started, piece).toBeLessThan(4000);
    }
  });
});
