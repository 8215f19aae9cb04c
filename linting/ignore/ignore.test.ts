import type { LinterOptions } from '@ponyatno/lint-rules';
import { placer } from '@ponyatno/lint-rules';
import { openDictionary } from '@ponyatno/russian/node';
import { describe, expect, it } from 'vitest';
import { FileLinter } from '../file-linter.ts';

const dictionary = openDictionary();
const bad = 'Подайте заявление посредством портала.';
const other = 'Оплатите пошлину посредством банка.';

function lint(name: string, source: string, options: Partial<LinterOptions> = {}) {
  const linter = new FileLinter(
    { dictionary, min: 'warning', ...options },
    { content: '/content', today: '2026-11-22' },
  );
  const report = linter.lint({
    path: `/content/${name}`,
    name,
    source,
    hasByteOrderMark: false,
    format: name.endsWith('.md') ? 'md' : 'mdx',
  });
  const place = placer(source);
  return {
    found: report.messages.map(({ rule, start }) => `${place(start).line} ${rule}`),
    ignored: report.ignored,
    messages: report.messages.map(({ message }) => message),
  };
}

const page = (mark: string, body = bad) => `---\nid: a\nlint:\n${mark}\n---\n\n${body}\n`;

describe('marks in front matter', () => {
  it('pass over a rule on the whole page, and are counted', () => {
    const mark = '  - ignore: officialese\n    reason: Так написано в приказе.';
    expect(lint('a.mdx', page(mark, `${bad}\n\n${other}`))).toMatchObject({ found: [], ignored: 2 });
  });

  it('hold up to their last day, that day included', () => {
    const until = (day: string) =>
      page(`  - ignore: [officialese, passive]\n    reason: Ждём новый приказ.\n    until: ${day}`);
    expect(lint('a.mdx', until('2026-11-22')).found).toEqual([]);
    expect(lint('a.mdx', until('2026-11-21'))).toMatchObject({
      found: ['4 ignore-expired', '9 officialese'],
      messages: [expect.stringContaining('21\u00a0ноября 2026\u00a0года'), expect.anything()],
    });
  });

  it('may speak of certain words only', () => {
    const mark = '  - ignore: officialese\n    reason: Так зовут услугу.\n    words: Посредством портала';
    expect(lint('a.mdx', page(mark, `${bad}\n\n${other}`))).toMatchObject({
      found: ['11 officialese'],
      ignored: 1,
    });
  });

  it.each([
    ['no reason', '  - ignore: officialese', 'без причины'],
    ['an empty reason', '  - ignore: officialese\n    reason: да', 'без причины'],
    ['an unknown rule', '  - ignore: officialeze\n    reason: Так в приказе.', 'Правила «officialeze» нет'],
    ['no date', '  - ignore: officialese\n    reason: Так надо.\n    until: 31.12.2026', 'не читается'],
    ['no list', '  - officialese', 'записана неверно'],
  ])('are an error and are not obeyed with %s', (_, mark, message) => {
    const { found, messages, ignored } = lint('a.mdx', page(mark));
    expect(found[0]).toBe('4 ignore-invalid');
    expect(found[1]).toMatch(/officialese$/);
    expect([messages[0], ignored]).toEqual([expect.stringContaining(message), 0]);
  });

  it('are reported when they are no longer needed', () => {
    const mark = '  - ignore: officialese\n    reason: Так написано в приказе.';
    expect(lint('a.mdx', page(mark, 'Ответ придёт до 15 мая.')).found).toEqual(['4 ignore-unused']);
  });

  it('are needed even where they hide only what this run would not show', () => {
    const mark = '  - ignore: officialese\n    reason: Так написано в приказе.';
    expect(lint('a.mdx', page(mark), { min: 'error' }).found).toEqual([]);
    expect(lint('a.mdx', page(mark), { profile: 'legal' }).found).not.toContain('4 ignore-unused');
  });
});

describe('marks in comments of Markdown', () => {
  it('pass over the block that follows, and no other', () => {
    const source = `<!-- ponyatno ignore officialese: так в приказе -->\n${bad}\n\n${other}\n`;
    expect(lint('a.md', source)).toMatchObject({ found: ['4 officialese'], ignored: 1 });
  });

  it('pass over the paragraph they stand in', () => {
    const source = `${bad} <!-- ponyatno ignore officialese until 2026-12-31: так в приказе -->\n\n${other}\n`;
    expect(lint('a.md', source)).toMatchObject({ found: ['3 officialese'], ignored: 1 });
  });

  it('may stand one above another, with several rules each', () => {
    const marks =
      '<!-- ponyatno ignore passive, officialese: так в приказе -->\n\n<!-- ponyatno ignore brush-off: так в приказе -->';
    expect(lint('a.md', `${marks}\n\n${bad}\n`)).toMatchObject({ found: ['3 ignore-unused'], ignored: 1 });
  });

  it.each([
    ['<!-- ponyatno ignore officialese -->', 'без причины'],
    ['<!-- ponyatno ignore officialese: -->', 'без причины'],
    ['<!-- ponyatno officialese: так в приказе -->', 'записана неверно'],
    ['<!-- ponyatno ignore officialese until завтра: так в приказе -->', 'Дата «завтра»'],
    ['<!-- ponyatno ignore канцелярит: так в приказе -->', 'записана неверно'],
  ])('are an error with their place: %s', (mark, message) => {
    const { found, messages } = lint('a.md', `# Ответ\n\n${mark}\n${bad}\n`);
    expect(found).toEqual(['3 ignore-invalid', '4 officialese']);
    expect(messages[0]).toContain(message);
  });

  it('are not looked for in code, in other comments and in MDX, where there are none', () => {
    const code = '```md\n<!-- ponyatno ignore passive -->\n```\n\n<!-- просто примечание -->\n';
    expect(lint('a.md', code).found).toEqual([]);
    expect(lint('a.mdx', `<!-- ponyatno ignore officialese: так в приказе -->\n${bad}\n`).ignored).toBe(0);
  });
});
