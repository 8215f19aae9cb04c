import { describe, expect, it } from 'vitest';
import { codeOwners } from './owners.ts';
import { readContent } from './read/index.ts';
import { baseFiles, baseUnits, contentFolder, functionFiles, page } from './testing/content-folder.ts';

const [letters] = baseUnits;

async function content() {
  const folder = await contentFolder({
    ...baseFiles,
    ...functionFiles('visits', 'reception'),
    'faq/requests/shared.mdx': page({
      id: 'shared',
      title: 'Чей это вопрос?',
      function: 'requests',
      unit: 'reception',
      spoken: 'Это вопрос отдела приёма.',
    }),
    'units.yml': [
      { ...letters, reviewers: ['@agency/letters'] },
      { ...letters, id: 'reception', name: 'отдел приёма', reviewers: ['@ivanova', 'petrova@example.ru'] },
      { ...letters, id: 'silent', name: 'отдел без страниц' },
    ],
  });
  return (await readContent(folder)).content;
}

describe('CODEOWNERS', () => {
  it('KB-3: names who looks at each page, a folder of one unit in one rule, and never two rules for a file', async () => {
    const { text, without } = codeOwners(await content(), 'content', 'patterns');
    expect(text.split('\n').slice(1)).toEqual([
      '/content/faq/requests/shared.mdx @ivanova petrova@example.ru',
      '/content/faq/requests/wait.mdx @agency/letters',
      '/content/faq/visits/ @ivanova petrova@example.ru',
      '/content/functions/requests/ @agency/letters',
      '/content/functions/visits/ @ivanova petrova@example.ru',
      '/content/templates/requests-reply.mdx @agency/letters',
      '/content/templates/visits-reply.mdx @ivanova petrova@example.ru',
      '/content/refresh/*/letters.yml @agency/letters',
      '/content/refresh/*/reception.yml @ivanova petrova@example.ru',
      '',
    ]);
    expect(without).toEqual(['silent']);
  });

  it('writes expressions for forges that read them, which match every page once', async () => {
    const whole = await content();
    const { text } = codeOwners(whole, 'база.знаний', 'expressions');
    const rules = text
      .split('\n')
      .slice(1, -1)
      .map((line) => new RegExp(line.split(' ')[0] ?? ''));
    for (const { file } of whole.pages)
      expect(
        rules.filter((rule) => rule.test(`база.знаний/${file}`)),
        file,
      ).toHaveLength(1);
    expect(rules.some((rule) => rule.test('база.знаний/refresh/2026-11/letters.yml'))).toBe(true);
    expect(rules.some((rule) => rule.test('базаXзнаний/faq/visits/wait.mdx'))).toBe(false);
  });
});
