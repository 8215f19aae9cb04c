import { expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { contentFolder, page } from '../../knowledge/testing/content-folder.ts';
import { ratedPages } from './ratings.ts';

it('RF-3: shows ratings by the unit that answers for the page, as they are ordered, and forgets pages that are gone', async () => {
  const faq = (id: string) =>
    page(
      { id, title: `Вопрос ${id}`, function: 'requests', spoken: 'Ответ придёт за пять рабочих дней.' },
      'Текст.',
    );
  const { content } = await readContent(
    await contentFolder({ 'faq/requests/wait.mdx': faq('wait'), 'faq/requests/visit.mdx': faq('visit') }),
  );
  const units = content.units.map((unit) => ({
    unit,
    pages: content.pages.filter(({ unit: id }) => content.unit(id)?.id === unit.id),
  }));
  const own = content.unit(content.page('wait')?.unit ?? '');
  const found = ratedPages(units, [
    { page: 'wait', helped: 1, notHelped: 9 },
    { page: 'gone', helped: 0, notHelped: 8 },
    { page: 'visit', helped: 5, notHelped: 0 },
  ]);
  expect(found).toEqual([
    {
      unit: own?.name,
      pages: [
        { title: 'Вопрос wait', url: '/faq/requests/wait', helped: 1, notHelped: 9 },
        { title: 'Вопрос visit', url: '/faq/requests/visit', helped: 5, notHelped: 0 },
      ],
    },
  ]);
  expect(ratedPages(units, [])).toEqual([]);
});
