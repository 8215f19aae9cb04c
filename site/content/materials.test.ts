import { describe, expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { contentFolder, page } from '../../knowledge/testing/content-folder.ts';
import { frequentQuestions } from './frequent.ts';
import { lineOf, materialsOf, relatedQuestions } from './materials.ts';

const faq = (id: string, fields: object = {}) =>
  page({
    id,
    title: `Вопрос ${id}?`,
    function: 'requests',
    spoken: 'Ответ придёт в течение пяти рабочих дней.',
    ...fields,
  });

async function read(files: Record<string, string | undefined>) {
  const { content } = await readContent(await contentFolder(files));
  const owner = content.pagesOf('function')[0];
  if (!owner) throw new Error('The base content has a function.');
  return { content, owner };
}

describe('materialsOf', () => {
  it('KB-4: gives the six materials in the order of the act, an empty one too', async () => {
    const { content, owner } = await read({ 'functions/requests/cases/first.mdx': undefined });
    const materials = materialsOf(content, owner);
    expect(materials.map(({ anchor, count }) => [anchor, count])).toEqual([
      ['acts', 2],
      ['jobs', 1],
      ['faq', 1],
      ['templates', 1],
      ['cases', 0],
      ['contacts', 1],
    ]);
    expect(materials.every(({ required }) => required)).toBe(true);
  });

  it('KB-5: adds what a unit has put there besides', async () => {
    const { content, owner } = await read({
      'functions/requests/notes/plan.mdx': page({ id: 'plan', title: 'План работы', function: 'requests' }),
    });
    expect(materialsOf(content, owner).at(-1)).toMatchObject({ anchor: 'notes', required: false, count: 1 });
  });
});

describe('lists of questions', () => {
  it('puts first the questions that share most topics and needs, and never the page itself', async () => {
    const { content } = await read({
      'faq/requests/a.mdx': faq('a', { topics: ['сроки'], needs: ['узнать срок'] }),
      'faq/requests/b.mdx': faq('b', { topics: ['сроки'] }),
      'faq/requests/c.mdx': faq('c', { topics: ['сроки'], needs: ['узнать срок'] }),
      'faq/requests/d.mdx': faq('d', { topics: ['приём'] }),
    });
    const asked = content.page('a');
    expect(asked && relatedQuestions(content, asked).map(({ id }) => id)).toEqual(['c', 'b']);
  });

  it('shows on the home page the questions with the most words of the callers', async () => {
    const { content } = await read({
      'faq/requests/a.mdx': faq('a', { queries: ['раз'] }),
      'faq/requests/b.mdx': faq('b', { queries: ['раз', 'два'] }),
    });
    expect(frequentQuestions(content, 2).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('says about each page what helps to choose it', async () => {
    const { content } = await read({});
    expect(content.page('requests-reply') && lineOf(content.pagesOf('template')[0] ?? never())).toBe(
      'Когда вопрос решён.',
    );
    expect(lineOf(content.pagesOf('regulation')[0] ?? never()).replaceAll('\u00a0', ' ')).toBe(
      'департамент, № 102/53 от 20.08.2024',
    );
  });
});

function never(): never {
  throw new Error('The base content has this page.');
}
