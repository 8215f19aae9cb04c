import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindSpaces } from './spaces.ts';

/** Shows an unbreakable space as an underscore. */
const shown = (text: string) => bindSpaces(text).replaceAll('\u00a0', '_');

describe('bindSpaces', () => {
  it.each([
    ['в срок и на почту', 'в_срок и_на_почту'],
    ['ответ для клиента без задержки', 'ответ для_клиента без_задержки'],
    ['если бы он был, то же самое', 'если_бы он был, то_же самое'],
    ['срок — пять дней', 'срок_— пять дней'],
    ['приказ № 102/53 от 20.08.2024', 'приказ №_102/53 от_20.08.2024'],
    ['по п. 4.6 и ст. 12', 'по_п._4.6 и_ст._12'],
    ['за 5 рабочих дней, 24 часа, 10 000 рублей', 'за_5_рабочих дней, 24_часа, 10_000_рублей'],
    ['20 ноября 2026 года', '20_ноября 2026_года'],
    ['до 18:00 в пятницу', 'до_18:00 в_пятницу'],
    ['заместитель С. В. Королькова', 'заместитель С._В._Королькова'],
    ['Королькова С. В. отвечает', 'Королькова_С._В. отвечает'],
    ['и т. д.', 'и_т._д.'],
  ])('keeps together what belongs together: %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['ответ клиенту готов'],
    ['пять рабочих дней'],
    ['кое-кто пришёл'],
    ['ГОСТ написан'],
    ['Пришёл Иван'],
    ['Сделал. Ушёл'],
  ])('leaves other spaces alone: %s', (text) => {
    expect(shown(text)).toBe(text);
  });

  it('changes nothing but spaces and keeps the length, so that offsets stay true', () => {
    const piece = fc.constantFrom(
      'в',
      'же',
      '—',
      '№',
      '5',
      'п.',
      'С.',
      'Иванов',
      'дней',
      ' ',
      '  ',
      '\n',
      '\t',
      ',',
      '((',
      '))',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const bound = bindSpaces(text);
          expect(bound).toHaveLength(text.length);
          expect(bound.replaceAll('\u00a0', ' ')).toBe(
            text.replaceAll(/[\t]/g, (tab, at: number) => (bound[at] === '\u00a0' ? ' ' : tab)),
          );
        },
      ),
    );
  });

  it('is done in one go: a second pass changes nothing', () => {
    const text = 'В п. 4.6 сказано: ответ — за 5 рабочих дней, то же в ст. 12 у С. В. Корольковой';
    expect(bindSpaces(bindSpaces(text))).toBe(bindSpaces(text));
  });
});
