import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Node } from '@tiptap/pm/model';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { agencySchema, parseVariables, readContent, variableSchema, variableUses } from '#knowledge';
import { baseAgency } from '../../knowledge/testing/content-folder.ts';
import { letterSchema } from '../schema/schema.ts';
import { letterField, variablesField } from '../schema/version.ts';
import { templateToDocument } from './convert.ts';
import { seedUpdate } from './seed.ts';

const agency = agencySchema.parse(baseAgency);
const variables = [
  variableSchema.parse({ name: 'исполнитель', type: 'person', label: 'Кто готовит ответ' }),
  variableSchema.parse({ name: 'номер', label: 'Номер' }),
];
const convert = (body: string) => templateToDocument({ body, data: { variables } }, agency);
const text = (value: string) => ({ type: 'text', text: value });
const variable = (name: string) => ({ type: 'variable', attrs: { name } });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });

describe('templateToDocument', () => {
  it('makes variables nodes of their own', () => {
    expect(convert('Письмо под номером ((номер)) получено.').content).toEqual([
      paragraph(text('Письмо под номером '), variable('номер'), text(' получено.')),
    ]);
  });

  it('keeps bold words, links and variables under a flag', () => {
    expect(
      convert('Ответ.((копия?? Копия **важна**: ((номер)), [сайт](https://dmp.nso.ru).)) Дальше.').content,
    ).toEqual([
      paragraph(
        text('Ответ.'),
        {
          type: 'condition',
          attrs: { flag: 'копия' },
          content: [
            text(' Копия '),
            { ...text('важна'), marks: [{ type: 'bold' }] },
            text(': '),
            variable('номер'),
            text(', '),
            { ...text('сайт'), marks: [{ type: 'link', attrs: { href: 'https://dmp.nso.ru' } }] },
            text('.'),
          ],
        },
        text(' Дальше.'),
      ),
    ]);
  });

  it('keeps lists, tables, headings and quotes', () => {
    const { content } = convert(
      '## Что нужно\n\n- паспорт\n- ((номер))\n\n3. третье\n\n| а | б |\n|---|---|\n| в | г |\n\n> слова закона',
    );
    expect(content?.map(({ type }) => type)).toEqual([
      'heading',
      'bulletList',
      'orderedList',
      'table',
      'blockquote',
    ]);
    expect(content?.[2]?.attrs).toEqual({ start: 3 });
  });

  it('leaves behind what speaks to the writer, and links into the knowledge base', () => {
    const { content } = convert(
      '<Note>Проверьте номер.</Note>\n\nСмотрите [правила](/functions/rules) и <Page id="a">страницу</Page>.',
    );
    expect(content).toEqual([
      paragraph(text('Смотрите '), text('правила'), text(' и '), text('страницу'), text('.')),
    ]);
  });

  it('puts a value of the profile in as a variable, so that a missing fact is loud, and a term in words', () => {
    expect(
      convert('Звоните: <Value path="line.phone" />. Ответим за <Deadline term="urgentReply" />.').content,
    ).toEqual([
      paragraph(
        text('Звоните: '),
        variable('профиль: line.phone'),
        text('. Ответим за '),
        text('5\u00a0рабочих дней'),
        text('.'),
      ),
    ]);
  });

  it('makes the end of the letter its signature', () => {
    expect(convert('Текст.\n\n((исполнитель)), телефон').content?.at(-1)).toEqual({
      type: 'signature',
      content: [paragraph(variable('исполнитель'), text(', телефон'))],
    });
    expect(convert('Текст.\n\nС уважением,\n\nотдел обращений').content?.at(-1)?.content).toHaveLength(2);
    expect(convert('Текст.\n\n((номер)), конец').content?.at(-1)?.type).toBe('paragraph');
  });

  it('takes the words of an act for a quote, on one line or on several', () => {
    expect(convert('<Quote act="a">Слова закона.</Quote>').content?.[0]?.type).toBe('blockquote');
    expect(convert('<Quote act="a">\nСлова закона.\n</Quote>').content?.[0]?.type).toBe('blockquote');
  });

  it('takes a soft line break for a space', () => {
    expect(convert('Одна\nстрока').content).toEqual([paragraph(text('Одна строка'))]);
  });

  it('gives a document that the schema takes, whatever the template', () => {
    const block = fc.constantFrom(
      'Текст ((номер)).',
      '((исполнитель)), подпись',
      '> цитата\n>\n> - пункт',
      '- один\n  - два',
      '1. раз\n\n   ещё',
      '| а |\n|---|\n| ((номер)) |',
      '### Заголовок ((номер))',
      '((копия??текст ((номер))))',
      '<Warning>Внимание</Warning>',
      '<Quote act="a">Слова.</Quote>',
      '**жирно *и курсив***',
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        Node.fromJSON(letterSchema, convert(blocks.join('\n\n'))).check();
      }),
    );
  });

  it.skipIf(!existsSync(resolve(import.meta.dirname, '../../content/templates')))(
    'WR-6: takes every template of the agency, and nothing of it is lost on the way to Yjs and back',
    async () => {
      const { content } = await readContent(resolve(import.meta.dirname, '../../content'));
      for (const template of content.pagesOf('template')) {
        const document = Node.fromJSON(letterSchema, templateToDocument(template, content.agency));
        document.check();
        const restored = new Y.Doc();
        Y.applyUpdate(restored, seedUpdate(document.toJSON(), {}));
        expect(
          yXmlFragmentToProseMirrorRootNode(restored.getXmlFragment(letterField), letterSchema).toJSON(),
        ).toEqual(document.toJSON());
        const names = new Set<string>();
        document.descendants(({ attrs }) => {
          if (attrs.name ?? attrs.flag) names.add(attrs.name ?? attrs.flag);
        });
        const used = variableUses(parseVariables(template.body).parts).map(({ name }) => name);
        expect([...names].filter((name) => !name.startsWith('профиль: ')).sort()).toEqual(
          [...new Set(used)].sort(),
        );
      }
    },
  );
});

describe('seedUpdate', () => {
  const document = convert('Письмо ((номер)).\n\n((исполнитель))');

  it('is the same twice, so that a template goes in once', () => {
    const first = seedUpdate(document, { б: 'да', а: true });
    const second = seedUpdate(document, { а: true, б: 'да' });
    expect(first).toEqual(second);
    const both = new Y.Doc();
    Y.applyUpdate(both, first);
    Y.applyUpdate(both, second);
    expect(both.getXmlFragment(letterField).length).toBe(2);
  });

  it('carries the values that are known', () => {
    const restored = new Y.Doc();
    Y.applyUpdate(restored, seedUpdate(document, { номер: '102-41', копия: false }));
    expect(restored.getMap(variablesField).toJSON()).toEqual({ номер: '102-41', копия: false });
  });
});
