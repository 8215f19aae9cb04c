import { openDictionary } from '@ponyatno/russian/node';
import { array, assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptForm } from './log.ts';
import { withoutPersonal } from './personal.ts';

const dictionary = openDictionary();
const clean = (text: string) => withoutPersonal(text, dictionary);

describe('RF-3: a question is kept without personal data', () => {
  it.each([
    ['ответьте на ivanov.i@mail.ru', 'ответьте на [почта]'],
    ['мой телефон 8 (913) 123-45-67', 'мой телефон [номер]'],
    ['телефон 228-67-88', 'телефон [номер]'],
    ['паспорт 5004 123456 потерян', 'паспорт [номер] потерян'],
    ['снилс 112-233-445 95', 'снилс [номер]'],
    ['инн 5406012345', 'инн [номер]'],
    ['родился 20.08.1985 пособие', 'родился [дата] пособие'],
    ['родилась 5 марта 1990', 'родилась [дата]'],
    ['Иванов Иван Иванович не получил ответ', '[имя] не получил ответ'],
    ['иванова мария петровна пособие', '[имя] пособие'],
    ['жалоба на Петрову А. С.', 'жалоба на [имя]'],
    ['И. И. Сидоров пришёл на приём', '[имя] пришёл на приём'],
    ['где принимает Кузнецова', 'где принимает [имя]'],
    ['приём у Сергея Владимировича', 'приём у [имя]'],
    ['гражданин Тыртычный спрашивает', 'гражданин [имя] спрашивает'],
    ['живу на ул. Ленина, д. 5, кв. 12', 'живу на [адрес]'],
    ['ремонт улица Красный проспект 18', 'ремонт [адрес]'],
    ['машина а123вс 154', 'машина [номер]'],
    ['смотрите https://vk.com/id1234', 'смотрите [ссылка]'],
  ])('%s', (asked, kept) => {
    expect(clean(asked)).toBe(kept);
  });

  it.each([
    'как записаться на приём',
    '210-ФЗ сроки',
    'приказ № 102/53',
    '2816-р',
    'уголовная ответственность',
    'основной документ',
    'вера и надежда',
    'когда ответят на обращение',
    'через сколько дней придёт ответ',
    'льготы ветеранам труда',
    'горячая линия',
    'какие документы нужны для субсидии',
    'любовь к родине',
    'до 18 лет',
  ])('leaves alone what is nobody’s: %s', (asked) => {
    expect(clean(asked)).toBe(asked);
  });

  it('keeps no five digits in a row, however they are grouped, and no mail', () => {
    const part = constantFrom('1', '23', '456', ' ', '-', '(', ')', 'тел', 'a@b.ru', ' и ');
    assert(
      property(array(part, { maxLength: 30 }), (parts) => {
        const kept = clean(parts.join(''));
        expect(kept).not.toMatch(/\d{5}/);
        expect(kept).not.toContain('@');
      }),
    );
  });

  it('takes any text, in time', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 400 }), integer({ min: 1, max: 3 }), (text, times) => {
        expect(typeof clean(text.repeat(times))).toBe('string');
      }),
    );
    const started = performance.now();
    for (const text of [
      '1 '.repeat(200),
      'а.'.repeat(200),
      'ул. '.repeat(100),
      `${'А'.repeat(390)}.`,
      'Я. '.repeat(130),
    ])
      clean(text);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('keeps nothing when nothing else is left', () => {
    for (const asked of ['', '   ', '8 913 123-45-67', 'Иванов Иван Иванович', 'a@b.ru', '?!'])
      expect(keptForm(asked, dictionary)).toBeUndefined();
  });
});
