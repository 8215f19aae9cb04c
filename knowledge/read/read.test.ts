import { describe, expect, it } from 'vitest';
import { contentFolder, page } from '../testing/content-folder.ts';
import { ContentError, readContent } from './index.ts';

const faq = {
  id: 'how-long',
  title: 'Сколько ждать?',
  function: 'requests',
  spoken: 'Пять рабочих дней, не больше.',
};

async function problemsOf(changes: Parameters<typeof contentFolder>[0]) {
  const { problems } = await readContent(await contentFolder(changes));
  return problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

describe('reading a content folder', () => {
  it('reads a faultless folder without a word', async () => {
    const { content, problems } = await readContent(await contentFolder());
    expect(problems).toEqual([]);
    expect(content.pages.map((page) => page.id)).toHaveLength(7);
    expect(content.pagesOf('faq').map((page) => page.data.spoken)).toEqual([
      'Ответ придёт в течение пяти рабочих дней.',
    ]);
    expect(content.page('requests-wait')).toMatchObject({
      kind: 'faq',
      url: '/faq/requests/wait',
      function: 'requests',
      unit: 'letters',
      audience: 'staff',
    });
    expect(content.pageAt('/functions/requests')?.kind).toBe('function');
    expect(content.functionOf(content.pages[0] ?? expect.unreachable())?.id).toBe('requests');
  });

  it('says that there is no folder', async () => {
    await expect(readContent('/nowhere/at/all')).rejects.toThrow(
      /Папки с содержанием нет: \/nowhere\/at\/all/,
    );
  });

  it('throws without a profile, and carries every problem', async () => {
    const folder = await contentFolder({ 'agency.yml': 'id: Плохо\n', 'faq/requests/x.mdx': 'без полей' });
    const error = await readContent(folder).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ContentError);
    const problems = error instanceof ContentError ? (error.reading?.problems ?? []) : [];
    expect(problems.filter(({ file }) => file === 'agency.yml').length).toBeGreaterThan(5);
    expect(problems.some(({ file }) => file === 'faq/requests/x.mdx')).toBe(true);
  });

  it('reports every problem at once, each with file, line and column', async () => {
    const problems = await problemsOf({
      'faq/requests/one.mdx':
        '---\nid: one\ntitle: Да\nfunction: requests\nspoken: Коротко\nцвет: синий\n---\n',
      'faq/requests/two.mdx': '---\nid: Two\ntitle: Вопрос второй\n---\n',
    });
    expect(problems).toEqual([
      'faq/requests/one.mdx:3:8 title: нужно не меньше 3\u00a0знаков, сейчас 2.',
      'faq/requests/one.mdx:5:9 spoken: нужно не меньше 20\u00a0знаков, сейчас 7.',
      'faq/requests/one.mdx:6:1 поля «цвет» здесь не бывает. Проверьте имя или уберите поле.',
      'faq/requests/two.mdx:2:1 function: не хватает обязательного поля. Впишите его.',
      'faq/requests/two.mdx:2:1 spoken: не хватает обязательного поля. Впишите его.',
      'faq/requests/two.mdx:2:5 id: нужны строчные латинские буквы, цифры и дефисы: «urgent-reply»',
    ]);
  });

  it('speaks of the variant of a union that the author meant', async () => {
    const problems = await problemsOf({
      'units.yml':
        '- id: letters\n  name: отдел писем\n  officialName: отдел\n  head: { missing: нет }\n  phone: { value: 5, clause: п. 1 }\n  email: { value: почта }\n',
    });
    expect(problems).toEqual([
      'units.yml:3:17 1.officialName: пишется либо «{ value: … }», либо «{ missing: почему сведений нет }».',
      'units.yml:4:20 1.head.missing: нужно не меньше 5\u00a0знаков, сейчас 3.',
      'units.yml:5:19 1.phone.value: ожидается текст, а стоит «5». Возьмите значение в кавычки.',
      'units.yml:6:19 1.email.value: нужен адрес электронной почты: «name@nso.ru».',
    ]);
  });

  it('explains faulty YAML in Russian', async () => {
    const problems = await problemsOf({
      'faq/requests/one.mdx': '---\nid: one\ntitle: Вопрос: какой?\n---\n',
      'faq/requests/two.mdx': '---\nid: one\nid: two\n---\n',
      'faq/requests/three.mdx': 'Просто текст',
    });
    expect(problems).toEqual([
      expect.stringMatching(/^faq\/requests\/one\.mdx:3:8 В значении есть двоеточие/),
      expect.stringMatching(/^faq\/requests\/three\.mdx:1:1 Страница начинается с полей/),
      expect.stringMatching(/^faq\/requests\/two\.mdx:3:1 Это поле уже есть выше/),
    ]);
  });

  it('reports a file that nobody would ever read', async () => {
    const problems = await problemsOf({
      'faq/Вопрос.mdx': page(faq),
      'faq/requests/a.md': 'x',
      'calendar/2027.yml': { year: 2026, decree: 'постановление', source: 'x', daysOff: [] },
    });
    expect(problems).toEqual([
      expect.stringMatching(/^calendar\/2027\.yml:1:7 Файл назван по 2027 году, а внутри стоит 2026/),
      expect.stringMatching(/^faq\/requests\/a\.md:1:1 Файл лежит там, где его никто не прочитает/),
      expect.stringMatching(/^faq\/Вопрос\.mdx:1:1 Файл лежит там, где его никто не прочитает/),
    ]);
  });

  it('reports a file in another encoding', async () => {
    const folder = await contentFolder();
    const { writeFile } = await import('node:fs/promises');
    await writeFile(`${folder}/faq/requests/wait.mdx`, Buffer.from([0xcf, 0xf0, 0xe8]));
    const { problems } = await readContent(folder);
    expect(problems.map(({ rule, file }) => [rule, file])).toEqual([['encoding', 'faq/requests/wait.mdx']]);
  });

  it('splits a page at its headings, in plain text', async () => {
    const body =
      'Вступление с **важным** словом.\n\n## Срок\n\nЖдите <Deadline term="urgentReply" />.\n\n- пункт\n- ещё\n\n## Срок\n\nПишите: <Value path="email" />';
    const { content, problems } = await readContent(
      await contentFolder({ 'faq/requests/x.mdx': page(faq, body) }),
    );
    expect(problems).toEqual([]);
    expect(content.page('how-long')?.sections).toEqual([
      { heading: undefined, slug: '', depth: 0, line: 7, text: 'Вступление с важным словом.' },
      {
        heading: 'Срок',
        slug: 'срок',
        depth: 2,
        line: 10,
        text: 'Ждите 5\u00a0рабочих дней (п. 4.6).\nпункт\nещё',
      },
      { heading: 'Срок', slug: 'срок-1', depth: 2, line: 17, text: 'Пишите: info@example.ru' },
    ]);
  });

  it('keeps the digest when only the form changes, and changes it with the words', async () => {
    const digestOf = async (frontMatter: object, body: string) => {
      const { content } = await readContent(
        await contentFolder({ 'faq/requests/x.mdx': page(frontMatter, body) }),
      );
      return content.page('how-long')?.digest;
    };
    const first = await digestOf(faq, 'Один.\n\nДва.');
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await digestOf({ ...faq, topics: ['сроки'] }, 'Один.  \r\n\r\n\r\n\r\nДва.\n')).toBe(first);
    expect(await digestOf({ ...faq, basis: [] }, 'Один.\n\nДва.')).toBe(first);
    expect(await digestOf(faq, 'Один.\n\nТри.')).not.toBe(first);
    expect(await digestOf({ ...faq, spoken: 'Семь рабочих дней, не больше.' }, 'Один.\n\nДва.')).not.toBe(
      first,
    );
  });

  it('RF-2: keeps the digest of a page that a formatter went over, and sees every changed word, number and link', async () => {
    const digestOf = async (body: string) => {
      const { content } = await readContent(await contentFolder({ 'faq/requests/x.mdx': page(faq, body) }));
      return content.page('how-long')?.digest;
    };
    const written =
      'Ждите _пять_ дней,\nне дольше.\n\n* почта;\n* [сайт](/a).\n\n<Note>\n\nЗвоните.\n\n</Note>';
    const first = await digestOf(written);
    const formatted =
      'Ждите *пять* дней, не\nдольше.\n\n\n-   почта;\n-   [сайт](</a>).\n\n<Note>\n  Звоните.\n</Note>';
    expect(await digestOf(formatted)).toBe(first);
    for (const [from, to] of [
      ['пять', 'шесть'],
      ['/a', '/b'],
      ['_пять_', 'пять'],
      ['Note', 'Warning'],
      ['* почта', '1. почта'],
    ] as const)
      expect(await digestOf(written.replaceAll(from, to)), `${from} → ${to}`).not.toBe(first);
  });
});
