import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint } from '../support/linting.ts';
import { maskMarkdown, readMarkdown } from './mask.ts';

const visible = (source: string) =>
  maskMarkdown(source)
    .replace(/[\s\u2029\u00ad]+/g, ' ')
    .trim();

describe('maskMarkdown', () => {
  it('keeps what is read and blanks the rest, at the same length', () => {
    const source = '---\ntitle: Срок\n---\n\n# Срок ответа\n\nОтвет **ждите** [на почте](/faq/mail).\n';
    const masked = maskMarkdown(source);
    expect(masked).toHaveLength(source.length);
    expect(masked.indexOf('ждите')).toBe(source.indexOf('ждите'));
    expect(visible(source)).toBe('Срок ответа Ответ ждите на почте .');
  });

  it('skips quotations, code, examples and comments', () => {
    expect(
      visible(
        '> Цитата.\n\n```\nкод\n```\n\n<Quote act="a">Слова акта</Quote>\n\n<BadExample>Плохо</BadExample>\n\nТекст.',
      ),
    ).toBe('Текст.');
    expect(visible('<GoodExample>\nХорошо\n</GoodExample>\n\n{/* заметка */}\n\nТекст.')).toBe('Текст.');
  });

  it('reads what stands inside components', () => {
    expect(visible('<Note>\n\nПозвоните заранее.\n\n</Note>')).toBe('Позвоните заранее.');
    expect(visible('<Step id="hello">Здравствуйте!</Step>')).toBe('Здравствуйте!');
  });

  it('puts a number where a value of the profile will stand: it is a fact', () => {
    expect(visible('Звоните: <Value path="line.phone" />.')).toMatch(/^Звоните: 0+\.$/);
  });

  it('keeps blocks apart, table cells and headings too', () => {
    const text = maskMarkdown('# Заголовок\nАбзац\n- пункт\n- второй\n\n| а | б |\n|---|---|\n| в | г |\n');
    const blocks = text
      .split('\u2029')
      .map((block) => block.trim())
      .filter(Boolean);
    expect(blocks).toEqual(['Заголовок', 'Абзац', 'пункт', 'второй', 'а', 'б', 'в', 'г']);
  });

  it('keeps a word together when a part of it is marked up', () => {
    expect(maskMarkdown('при**каз**').replaceAll('\u00ad', '').trim()).toBe('приказ');
  });

  it('keeps variables of letters', () => {
    expect(visible('Здравствуйте, ((имя отчество))!')).toBe('Здравствуйте, ((имя отчество))!');
  });

  it('reads Markdown that is no MDX', () => {
    expect(visible('Пишите {ФИО}<br>и <дата обращения>.')).toContain('Пишите');
  });

  it('tells which terms the page explains by itself', () => {
    const source = 'Сервис <Term id="epgu">ЕПГУ</Term> открыт.';
    const { text, explained } = readMarkdown(source);
    expect(explained.map(({ start, end }) => text.slice(start, end))).toEqual(['ЕПГУ']);
  });

  it('never changes the length nor moves a line', () => {
    const pieces = [
      '# А\n',
      '**б**',
      '<Note>',
      '</Note>',
      '`в`',
      '\n\n',
      '- г\n',
      '| д | е |\n',
      '((ж))',
      '{',
      '\r\n',
      '> з\n',
      '&nbsp;',
      '\\*',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const source = parts.join('');
        const masked = maskMarkdown(source);
        expect(masked).toHaveLength(source.length);
        for (const [index, char] of [...masked].entries()) {
          if (!/[\s\u2029\u00ad0]/.test(char)) expect(char).toBe([...source][index]);
        }
      }),
    );
  });

  it('lets findings keep their place in the file', () => {
    const source = '---\nid: a\n---\n\n# Ответ\n\nПодайте *заявление* посредством портала.\n';
    const [message] = lint(maskMarkdown(source));
    expect(source.slice(message?.start, message?.end)).toBe('посредством портала');
  });
});
