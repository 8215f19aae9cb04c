import { describe, expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { baseAgency, contentFolder, page } from '../../knowledge/testing/content-folder.ts';
import { letterSchema } from '../schema/schema.ts';
import { citedPage, citedVersion } from './cited-page.ts';

const answer = (body: string, more: object = {}) =>
  page(
    {
      id: 'answer',
      title: 'Куда писать?',
      function: 'requests',
      audience: 'public',
      spoken: 'Пишите на почту отдела писем.',
      ...more,
    },
    body,
  );
const body = [
  'Напишите на сайт: <Value path="site" />. См. <Page id="order-m">правила</Page>.',
  '<Note>Только для оператора.</Note>',
  '## Если срочно',
  'Позвоните: <Value path="site.none" />.',
  '- первое\n- **второе** и [сайт](https://example.ru)',
  '## Кто отвечает',
  'Отвечает отдел.',
].join('\n\n');

async function contentWith(text: string, more: object = {}, agency: object = baseAgency) {
  const folder = await contentFolder({
    'faq/requests/answer.mdx': answer(text, more),
    'agency.yml': agency,
  });
  const { content, problems } = await readContent(folder);
  expect(problems.filter(({ file }) => file.includes('answer')).map(({ message }) => message)).toEqual([]);
  return content;
}

describe('citedPage', () => {
  it('KB-6: gives the answer to read aloud and every piece of the page, with the values of the profile', async () => {
    const found = citedPage('answer', await contentWith(body));
    expect(found).toMatchObject({ title: 'Куда писать?', kind: 'faq', internal: false });
    expect(found?.pieces.map(({ id, heading, text, absent }) => [id, heading, text, absent])).toEqual([
      ['spoken', '', 'Пишите на почту отдела писем.', []],
      ['', '', 'Напишите на сайт: https://example.ru. См. правила.', []],
      [expect.stringMatching(/./), 'Если срочно', 'первое\nвторое и сайт', ['site.none']],
      [expect.stringMatching(/./), 'Кто отвечает', 'Отвечает отдел.', []],
    ]);
    for (const { content } of found?.pieces ?? [])
      expect(() => letterSchema.nodeFromJSON({ type: 'doc', content }).check()).not.toThrow();
  });

  it('KB-6: has another digest when the words or a value of the profile change, and not when a topic does', async () => {
    const digest = async (...given: Parameters<typeof contentWith>) =>
      citedVersion('answer', await contentWith(...given))?.digest;
    const first = await digest(body);
    expect(await digest(body)).toBe(first);
    expect(await digest(body, { topics: ['почта'] })).toBe(first);
    expect(await digest(body.replace('Отвечает отдел', 'Отвечает управление'))).not.toBe(first);
    expect(await digest(body, { spoken: 'Пишите только в личный кабинет.' })).not.toBe(first);
    const moved = { ...baseAgency, site: { value: 'https://new.example.ru' } };
    expect(await digest(body, {}, moved)).not.toBe(first);
  });

  it('quotes no letters, and nothing that is not there', async () => {
    const content = (await readContent(`${import.meta.dirname}/../../content`)).content;
    expect(citedPage('no-such-page', content)).toBeUndefined();
    for (const { id } of [...content.pagesOf('template'), ...content.pagesOf('script')])
      expect(citedPage(id, content)).toBeUndefined();
  });

  it('KB-6: a template is a source as a whole, and has another version when its words change', async () => {
    const letter = {
      id: 'letter',
      title: 'Ответ',
      function: 'requests',
      audience: 'staff',
      letter: 'final-reply',
    };
    const version = async (words: string) => {
      const folder = await contentFolder({
        'templates/letter.mdx': page({ ...letter, when: 'Когда спросили.' }, words),
      });
      return citedVersion('letter', (await readContent(folder)).content);
    };
    const first = await version('Отвечаем Вам.');
    expect(first).toMatchObject({ id: 'letter', title: 'Ответ', whole: true });
    expect(await version('Отвечаем Вам.')).toEqual(first);
    expect((await version('Отвечаем Вам сразу.'))?.digest).not.toBe(first?.digest);
  });

  it('KB-6: every answer and every case of the agency gives words that fit a letter', async () => {
    const content = (await readContent(`${import.meta.dirname}/../../content`)).content;
    const pages = [...content.pagesOf('faq'), ...content.pagesOf('case')];
    expect(pages.length).toBeGreaterThan(20);
    for (const { id, kind } of pages) {
      const found = citedPage(id, content);
      expect(
        found?.pieces.some(({ text }) => text !== ''),
        id,
      ).toBe(true);
      if (kind === 'faq') expect(found?.pieces[0]?.id, id).toBe('spoken');
      for (const { content: nodes } of found?.pieces ?? [])
        if (nodes.length > 0) letterSchema.nodeFromJSON({ type: 'doc', content: nodes }).check();
    }
  });
});
