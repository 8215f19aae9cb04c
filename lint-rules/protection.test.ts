import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protectedRanges } from './protection.ts';
import { dictionary, read } from './support/linting.ts';

const ranges = (text: string, names: string[] = []) =>
  protectedRanges(read(text), dictionary, names).map(({ start, end }) => text.slice(start, end));

describe('protected ranges', () => {
  it('are quotations of all kinds', () => {
    expect(ranges('Пишут: «вопрос взят на контроль», "принято в обработку" и „меры приняты“.')).toEqual([
      '«вопрос взят на контроль»',
      '"принято в обработку"',
      '„меры приняты“',
    ]);
  });

  it('take the outermost of nested quotations, even when two closing marks became one', () => {
    expect(ranges('Приказ «Об утверждении программы «Экономика» действует.')).toEqual([
      '«Об утверждении программы «Экономика»',
    ]);
  });

  it('never reach over the end of a paragraph', () => {
    expect(ranges('Открыта «кавычка.\n\nДругой абзац».')).toEqual([]);
  });

  it('are titles of acts that stand as headings', () => {
    expect(ranges('О порядке рассмотрения обращений в рамках проекта\n\nТекст идёт дальше.')).toEqual([
      'О порядке рассмотрения обращений в рамках проекта',
    ]);
    expect(ranges('О сроках сообщим дополнительно.')).toEqual([]);
  });

  it('are titles of acts that run on in a sentence', () => {
    expect(ranges('Приказ от 20.08.2024 № 102/53 об организации приёма граждан действует.')).toEqual([
      'об организации приёма граждан',
    ]);
    expect(ranges('Вышел приказ об утверждении Порядка осуществления проверки, и он верен.')).toEqual([
      'об утверждении Порядка осуществления проверки',
    ]);
    expect(ranges('Решение о выплате примем до 5 мая.')).toEqual([]);
  });

  it('are bad examples without quotation marks', () => {
    expect(ranges('Не пишите: вопрос взят на контроль. Пишите срок.')).toEqual([' вопрос взят на контроль.']);
    expect(ranges('Плохо: меры приняты. Хорошо: яму засыпали.')).toEqual([' меры приняты.']);
    expect(ranges('Не пишите:\n- меры приняты\n- вопрос решается\n\nПишите по делу.')).toHaveLength(2);
    expect(ranges('Нам было: трудно.')).toEqual([' трудно.']);
  });

  it('are quotations in single marks, but not words with an apostrophe', () => {
    expect(ranges("Не говорите 'это ваши проблемы'.")).toEqual(["'это ваши проблемы'"]);
    expect(ranges("Об'ект и под'езд закрыты.")).toEqual([]);
  });

  it('are lines quoted with >', () => {
    expect(ranges('> Ваш вопрос взят на контроль.')).toEqual(['> Ваш вопрос взят на контроль.']);
  });

  it('are official names in any case', () => {
    expect(
      ranges('Обратитесь в Единую службу оказания помощи населению.', [
        'Единая служба оказания помощи населению',
      ]),
    ).toEqual(['Единую службу оказания помощи населению']);
  });

  it('always lie within the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[а-я«»"„“ \n.>]{0,60}$/), (text) => {
        for (const { start, end } of protectedRanges(read(text), dictionary, [])) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
