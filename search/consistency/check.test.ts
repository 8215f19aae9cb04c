import { openDictionary } from '@ponyatno/russian/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFolder } from '#knowledge';
import { baseFiles, contentFolder, page } from '../../knowledge/testing/content-folder.ts';
import { checkConsistency } from './check.ts';
import { ClaimReader } from './claims.ts';

const dictionary = openDictionary();

const faq = (id: string, title: string, spoken: string, body = 'Подробностей нет.') =>
  page({ id, title, function: 'requests', spoken }, body);
const contact = (id: string, phone: string, body = 'Прокуратура Новосибирской области') =>
  page({
    id,
    title: `Куда жаловаться (${id})`,
    function: 'requests',
    body,
    remit: 'Нарушение закона органом власти.',
    phone: { value: phone },
    site: { value: 'https://example.ru' },
  });

async function found(files: Record<string, string>) {
  const reading = await readFolder(await contentFolder({ ...baseFiles, ...files }));
  return checkConsistency(reading, dictionary).map(({ rule, file, message }) => ({ rule, file, message }));
}

describe('pages that contradict each other', () => {
  it('KB-2: finds two answers about the same with other numbers, in words or digits', async () => {
    const problems = await found({
      'faq/requests/a.mdx': faq(
        'a',
        'Когда придёт ответ?',
        'Ответ на обычное письмо придёт не позднее 30 дней.',
      ),
      'faq/requests/b.mdx': faq(
        'b',
        'Долго ли ждать?',
        'Позвоните на линию, там всё расскажут.',
        'Первый абзац.\n\nОтвет на обычное письмо мы пришлём в течение двадцати дней.',
      ),
    });
    expect(problems).toEqual([
      {
        rule: 'contradiction',
        file: 'faq/requests/b.mdx',
        message:
          '«Ответ на обычное письмо мы пришлём в течение двадцати дней.» Страница faq/requests/a.mdx говорит об этом иначе: «Ответ на обычное письмо придёт не позднее 30 дней.» Оставьте то, что верно.',
      },
    ]);
  });

  it('KB-2: is silent where pages agree, speak of different things or only cite other clauses', async () => {
    expect(
      await found({
        'faq/requests/a.mdx': faq(
          'a',
          'Когда придёт ответ?',
          'Ответ на обычное письмо придёт за 30 дней (п. 4.6).',
        ),
        'faq/requests/b.mdx': faq(
          'b',
          'Долго ли ждать?',
          'Ответ на обычное письмо мы пришлём за тридцать дней (пп. 4.7–4.8).',
        ),
        'faq/requests/c.mdx': faq('c', 'А если срочно?', 'Ответ на срочное письмо придёт за 5 дней.'),
        'faq/requests/f.mdx': faq(
          'f',
          'Когда работает линия?',
          'Консультационная линия департамента отвечает с 9:00 до 18:00.',
        ),
        'faq/requests/g.mdx': faq(
          'g',
          'До скольки звонить?',
          'Консультационная линия департамента отвечает с девяти до восемнадцати.',
        ),
        'faq/requests/d.mdx': faq('d', 'Какой срок?', 'Срок: 5 рабочих дней.'),
        'faq/requests/e.mdx': faq('e', 'Какой ещё срок?', 'Срок: 7 рабочих дней.'),
      }),
    ).toEqual([]);
  });

  it('KB-2: finds questions that differ in the forms of their words, and bodies with two phones', async () => {
    const problems = await found({
      'faq/requests/a.mdx': faq('a', 'Как отменить запись на личный приём?', 'Позвоните и отмените запись.'),
      'faq/requests/b.mdx': faq('b', 'Как отменить записи на личном приёме', 'Отменить можно на сайте.'),
      'contacts/one.mdx': contact('one', '8 (383) 217-07-01'),
      'contacts/two.mdx': contact('two', '+7 383 217 07 01'),
      'contacts/three.mdx': contact('three', '8 (383) 217-07-02', 'прокуратура Новосибирской области'),
    });
    expect(problems.map(({ rule, file }) => [rule, file])).toEqual([
      ['similar-question', 'faq/requests/b.mdx'],
      ['contradiction', 'contacts/three.mdx'],
    ]);
  });
});

describe('the reader of claims', () => {
  const reader = new ClaimReader(dictionary);

  it('takes dates, times and phones for one value each', () => {
    const values = (text: string) => reader.read(text)[0]?.values;
    expect(values('Приём идёт 20 августа 2026 года с 10:00.')).toContain('2026-08-20');
    expect(values('Телефон линии — 8 (383) 228-67-88.')).toEqual(['+3832286788']);
    expect(values('Позвоните нам.')).toBeUndefined();
  });

  it('never fails and takes no longer than the text is long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { values } of reader.read(text)) expect(values.length).toBeGreaterThan(0);
      }),
    );
    const hostile = `п. ${'1.'.repeat(20_000)} и ${'4, '.repeat(20_000)}`;
    const began = performance.now();
    reader.read(hostile);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
