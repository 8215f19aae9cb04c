import { describe, expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { contentFolder, page } from '../../knowledge/testing/content-folder.ts';
import { faultyFiles, withoutFaulty } from './load.ts';

const faq = (id: string) => ({
  id,
  title: 'Сколько ждать ответа?',
  function: 'requests',
  spoken: 'Ответ придёт в течение пяти рабочих дней.',
});

describe('content with a faulty page', () => {
  it('is shown without that page, by whatever way one asks for it', async () => {
    const folder = await contentFolder({
      'faq/requests/good.mdx': page(faq('good')),
      'faq/requests/bad.mdx': page(faq('bad'), 'import x from "y"\n\nТекст.'),
    });
    const { content, problems } = await readContent(folder);
    const faulty = faultyFiles(problems);
    expect([...faulty]).toEqual(['faq/requests/bad.mdx']);
    expect(content.page('bad')).toBeDefined();
    const shown = withoutFaulty(content, faulty);
    expect(shown.page('bad')).toBeUndefined();
    expect(shown.pageAt('/faq/requests/bad')).toBeUndefined();
    expect(shown.pagesOf('faq').map(({ id }) => id)).not.toContain('bad');
    expect(shown.pages.map(({ id }) => id)).not.toContain('bad');
    expect(shown.page('good')?.url).toBe('/faq/requests/good');
    expect(shown.pages).toHaveLength(content.pages.length - 1);
  });

  it('keeps pages that only lack a fact', async () => {
    const folder = await contentFolder({
      'faq/requests/good.mdx': page({ ...faq('good'), missing: ['Точный адрес'] }),
    });
    const { problems } = await readContent(folder);
    expect(faultyFiles(problems).size).toBe(0);
  });
});
