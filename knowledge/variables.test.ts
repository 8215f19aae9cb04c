import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillVariables } from './fill-variables.ts';
import { parseVariables, variableUses } from './variables.ts';

const names = (text: string) => variableUses(parseVariables(text).parts).map(({ name }) => name);
const errors = (text: string) =>
  parseVariables(text).errors.map(({ start, message }) => `${start} ${message}`);

describe('variables of letters', () => {
  it('finds variables with their offsets', () => {
    expect(parseVariables('Здравствуйте, ((имя отчество))!')).toEqual({
      parts: [
        { kind: 'text', start: 0, end: 14 },
        { kind: 'variable', name: 'имя отчество', start: 14, end: 30 },
        { kind: 'text', start: 30, end: 31 },
      ],
      errors: [],
    });
  });

  it('finds text under a flag, and the variables in it', () => {
    const text = 'Да.((второй канал?? Копия — ((канал)).))';
    expect(variableUses(parseVariables(text).parts)).toEqual([
      { name: 'второй канал', type: 'flag', start: 3, end: 40, under: undefined },
      { name: 'канал', type: 'value', start: 28, end: 37, under: 'второй канал' },
    ]);
    expect(parseVariables(text).errors).toEqual([]);
  });

  it.each([
    ['[анкета](((ссылка на анкету)))', ['ссылка на анкету']],
    ['((есть копия??(см. ((номер)))))', ['есть копия', 'номер']],
    ['((флаг??до (в скобках)))', ['флаг']],
    ['((а)) и ((б)) (в скобках (дважды))', ['а', 'б']],
    ['((флаг??первый\n\nвторой абзац))', ['флаг']],
  ])('takes brackets beside a variable for brackets: %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
    expect(errors(text)).toEqual([]);
  });

  it.each([
    ['((имя', /^0 Переменная открыта «\(\(», но не закрыта/],
    ['((имя) и всё', /^0 Переменная открыта «\(\(», но не закрыта/],
    ['((Имя))', /^0 Имя переменной «Имя» не подходит: .* Напишите «имя»\.$/],
    ['(( имя ))', /^0 Имя переменной « имя » не подходит: .* Напишите «имя»\.$/],
    ['((name))', /^0 Имя переменной «name» не подходит/],
    ['(())', /^0 Между скобками нет имени переменной/],
    ['((флаг??))', /^0 Под флагом «флаг» нет текста/],
    ['((а??раз ((б??два)) три))', /^9 Флаг «б» стоит внутри флага «а»/],
    ['((флаг??текст', /^0 Текст под флагом «флаг» не закрыт/],
    ['((флаг?текст))', /^0 Имя переменной «флаг\?текст» не подходит.*два вопросительных знака/],
  ])('says what is wrong: %s', (text, expected) => {
    expect(errors(text)).toEqual([expect.stringMatching(expected)]);
  });

  it('fills what is known and keeps the rest visible', () => {
    const text = 'Здравствуйте, ((имя))! Номер ((номер)).((копия?? Копия — ((канал)).))';
    expect(fillVariables(text, { имя: 'Анна', копия: true, канал: 'почта' })).toEqual({
      text: 'Здравствуйте, Анна! Номер ((номер)). Копия — почта.',
      unfilled: ['номер'],
    });
    expect(fillVariables(text, { имя: 'Анна', номер: '5', копия: false }).text).toBe(
      'Здравствуйте, Анна! Номер 5.',
    );
    expect(fillVariables(text, { имя: '', номер: ' ' })).toEqual({
      text,
      unfilled: ['имя', 'номер', 'копия'],
    });
  });

  it('leaves no hole where a whole paragraph is switched off', () => {
    expect(fillVariables('Раз.\n\n((флаг??Два.))\n\nТри.', { флаг: false }).text).toBe('Раз.\n\nТри.');
    expect(fillVariables('((флаг??Два.))\n\nТри.', { флаг: false }).text).toBe('Три.');
    expect(fillVariables('Раз ((флаг??или два)) три', { флаг: false }).text).toBe('Раз три');
  });

  it('never takes a value for markup: a value with brackets stays a value', () => {
    expect(fillVariables('((а)) ((б))', { а: '((б))', б: 'x' }).text).toBe('((б)) x');
  });
});

describe('variables, on any text', () => {
  const name = fc.constantFrom('имя', 'имя отчество', 'дата ответа', 'номер-2');
  const plain = fc.string({ unit: fc.constantFrom('а', ' ', '.', '\n', '?', 'Б') });
  const variable = name.map((value) => ({ text: `((${value}))`, names: [value] }));
  const flag = fc.tuple(name, plain, variable, plain).map(([value, before, inner, after]) => ({
    text: `((${value}??${before}${inner.text}${after}))`,
    names: [value, ...inner.names],
  }));
  const letter = fc
    .array(
      fc.oneof(
        plain.map((text) => ({ text, names: [] as string[] })),
        variable,
        flag,
      ),
      { maxLength: 12 },
    )
    .map((pieces) => ({
      text: pieces.map(({ text }) => text).join(''),
      names: pieces.flatMap(({ names }) => names),
    }));

  it('finds exactly the variables that were written', () => {
    fc.assert(
      fc.property(letter, ({ text, names: written }) => {
        expect(names(text)).toEqual(written);
        expect(errors(text)).toEqual([]);
      }),
    );
  });

  it('covers every character once, in order, whatever the text', () => {
    const any = fc.string({ unit: fc.constantFrom('(', ')', '?', 'а', ' ', '\n') });
    fc.assert(
      fc.property(any, (text) => {
        const { parts } = parseVariables(text);
        expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        let at = 0;
        for (const part of parts) {
          expect(part.start).toBe(at);
          at = part.end;
        }
      }),
    );
  });

  it('takes a time proportional to the text, however broken', () => {
    const started = performance.now();
    parseVariables('((а??'.repeat(2000));
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('changes nothing when nothing is filled', () => {
    const any = fc.string({ unit: fc.constantFrom('(', ')', '?', 'а', ' ', '\n') });
    fc.assert(
      fc.property(any, (text) => {
        expect(fillVariables(text, {}).text).toBe(text);
      }),
    );
  });
});
