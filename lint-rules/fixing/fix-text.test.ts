import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLinter } from '../linter.ts';
import { rules } from '../rules/index.ts';
import { dictionary } from '../support/linting.ts';
import type { Message } from '../types.ts';
import { editsOf } from './edit.ts';
import { keepsFacts } from './facts.ts';
import { fixText } from './fix-text.ts';
import { sameMarkup } from './markup.ts';

const linter = createLinter({ dictionary, profile: 'letter' });
const fix = (source: string) =>
  fixText(source, {
    find: (text) => linter.lint(text).messages,
    allows: ({ actual, replacement }) => keepsFacts(actual, replacement, dictionary),
    intact: () => true,
  });

/** Findings of a made-up rule: every word of the table, with its replacement. */
const table = (entries: Readonly<Record<string, string>>) => (text: string) =>
  Object.entries(entries).flatMap(([actual, replacement]) =>
    [...text.matchAll(new RegExp(actual, 'g'))].map(
      ({ index }): Message => ({
        rule: 'officialese',
        severity: 'warning',
        start: index,
        end: index + actual.length,
        actual,
        expected: [replacement],
        changes: ['swap'],
        fix: 'swap',
        message: '',
      }),
    ),
  );
const always = () => true;

describe('fixText', () => {
  it('puts the best replacement in', () => {
    expect(fix('Подайте заявление посредством портала.').text).toBe('Подайте заявление с помощью портала.');
  });

  it('leaves alone what has only advice', () => {
    const text = 'Ваш вопрос взят на контроль.';
    expect(linter.lint(text).messages).not.toEqual([]);
    expect(fix(text)).toEqual({ text, edits: [] });
  });

  it('prefers the longest of overlapping findings', () => {
    const find = table({ аб: 'х', абв: 'у', вг: 'ж' });
    expect(editsOf(find('абвг')).map(({ actual }) => actual)).toEqual(['абв']);
    expect(fixText('абвг', { find, allows: always, intact: always }).text).toBe('уг');
  });

  it('repeats until nothing is left', () => {
    const find = table({ а: 'б', б: 'в' });
    expect(fixText('а', { find, allows: always, intact: always }).text).toBe('в');
  });

  it('leaves fixes out that turn in a circle, and makes the others', () => {
    const find = table({ а: 'б', б: 'а', х: 'у' });
    const once = fixText('ах', { find, allows: always, intact: always });
    expect(once.text).toBe('ау');
    expect(fixText(once.text, { find, allows: always, intact: always }).text).toBe('ау');
  });

  it('makes the fixes that keep the text intact and not the one that does not', () => {
    const find = table({ а: '<', х: 'у' });
    const intact = (_: string, after: string) => !after.includes('<');
    expect(fixText('ах', { find, allows: always, intact }).text).toBe('ау');
  });

  const sentences = rules.flatMap(({ examples }) => examples.bad.map(({ text }) => text));
  const names = ['Иванов', 'Новосиб', 'Петров'];
  const piece = fc.oneof(
    fc.constantFrom(...sentences),
    fc
      .tuple(
        fc.constantFrom(
          'В связи с обращением',
          'В целях проверки письма',
          'Осуществлена проверка заявления',
          'Посредством письма',
        ),
        fc.constantFrom('Иванова И. И.', 'жителей Новосибирска', 'гражданки Петровой'),
        fc.constantFrom('от 12.05.2026 № 318', 'на сумму 8 400,50 рублей', 'в течение 30 (тридцати) дней'),
      )
      .map((parts) => `${parts.join(' ')} ответ дан.`),
    fc.constantFrom('😀 Осуществляем 5 проверок.', 'Осуществле\u0301на проверка 3 домов.', '\u00a0\u00ad'),
  );
  const texts = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('\n\n'));
  const digits = (text: string) => (text.match(/\d+/g) ?? []).toSorted();

  it('is idempotent and loses no number and no name, whatever the text', () => {
    fc.assert(
      fc.property(texts, (source) => {
        const { text } = fix(source);
        expect(fix(text)).toEqual({ text, edits: [] });
        expect(digits(text)).toEqual(expect.arrayContaining(digits(source)));
        for (const name of names)
          expect(text.split(name).length, name).toBeGreaterThanOrEqual(source.split(name).length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('keepsFacts', () => {
  it.each([
    ['в срок до 5 мая', 'до 5 мая', true],
    ['в срок до 5 мая', 'до мая', false],
    ['в срок до 5 мая', 'до 5', false],
    ['в связи с жалобой Иванова', 'из-за жалобы Иванова', true],
    ['решение Иванова', 'решение', false],
    ['Посредством портала', 'через портал', true],
    ['В течение тридцати дней', 'за тридцать дней', true],
    ['В течение тридцати дней', 'за месяц', false],
    ['на сумму 100 рублей', '100 рублей', true],
    ['по ((номер))', 'о письме', false],
    ['на сайте example.ru', 'на сайте', false],
    ['с 5 по 5 мая', 'с 5 мая', false],
    ['МФЦ', 'центр', false],
    ['в Ваш адрес', 'Вам', true],
    ['ПОСРЕДСТВОМ ПОРТАЛА', 'ЧЕРЕЗ ПОРТАЛ', true],
  ])('«%s» → «%s»: %s', (actual, replacement, kept) => {
    expect(keepsFacts(actual, replacement, dictionary)).toBe(kept);
  });
});

describe('sameMarkup', () => {
  it.each([
    ['Текст *слово* дальше.', 'Другой текст *слово2* и ещё.', true],
    ['Текст *слово* дальше.', 'Текст слово дальше.', false],
    ['[ссылка](/a)', '[иначе](/a)', true],
    ['[ссылка](/a)', '[ссылка](/b)', false],
    ['<Note>Текст.</Note>', '<Note>Слова.</Note>', true],
    ['<Value path="a" />', '<Value path="b" />', false],
    ['Цена `5` рублей', 'Цена `6` рублей', false],
    ['Больше пяти', 'Больше {пяти', false],
    ['Строка', '# Строка', false],
  ])('%s | %s: %s', (before, after, same) => {
    expect(sameMarkup(before, after)).toBe(same);
  });
});
