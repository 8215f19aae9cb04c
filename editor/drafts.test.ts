import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atThisComputer } from '#identity';
import { type Content, readContent } from '#knowledge';
import { baseAgency, baseFiles, page, writeFiles } from '../knowledge/testing/content-folder.ts';
import { connect, listen } from './collaboration/testing.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { DraftInputError } from './letters/input.ts';
import { conditionOf } from './letters/values.ts';
import { letterField, variablesField } from './schema/version.ts';

const first = page(
  {
    id: 'first',
    title: 'Первичный ответ',
    function: 'letters',
    letter: 'first-reply',
    when: 'На любое новое письмо.',
    variables: [
      { name: 'номер', label: 'Номер письма' },
      { name: 'копия', type: 'flag', label: 'Прислать копию' },
      { name: 'дата получения', type: 'date', label: 'Когда поступило', received: true },
      { name: 'дата ответа', type: 'date', label: 'Когда ответим', term: 'urgentReply' },
      { name: 'дата решения', type: 'date', label: 'Когда решим', deadlineOf: 'final-reply' },
      { name: 'канал', type: 'choice', label: 'Куда', options: ['на почту', 'письмом'] },
      { name: 'телефон', label: 'Телефон', from: 'line.phone' },
      { name: 'опрос', type: 'link', label: 'Опрос', from: 'links.rating' },
    ],
  },
  'Письмо ((номер)) ((дата получения)) получил <Value path="name.short" />.((копия?? Копия придёт ((канал)).))\n\nОтветим до ((дата ответа)), решим до ((дата решения)).\n\nТелефон: ((телефон)), опрос: ((опрос)).',
);

const final = page(
  {
    id: 'final',
    title: 'Ответ',
    function: 'letters',
    letter: 'final-reply',
    when: 'На любое письмо по существу.',
  },
  'Ответ.',
);

const redirect = page(
  {
    id: 'redirect',
    title: 'Уведомление о переадресации',
    function: 'letters',
    letter: 'redirect-notice',
    when: 'Вопрос решает другое ведомство.',
  },
  'Письмо передано.',
);

/** Writes the base of knowledge's tests with three templates, and gives the folder. */
async function writeTestContent(folder: string): Promise<string> {
  await writeFiles(folder, {
    ...baseFiles,
    'agency.yml': {
      ...baseAgency,
      line: {
        phone: { value: '8 (383) 200-00-00' },
        hours: { weekdays: { from: '09:00', to: '18:00' } },
        clause: 'п. 6.2',
      },
      links: { rating: { missing: 'Адреса опроса ещё нет.', clause: 'п. 4.9' } },
      letters: { 'first-reply': { parts: [{ part: 'registration', clause: 'п. 4.8' }] } },
      statutory: [
        {
          act: 'Закон № 59-ФЗ, ч. 1 ст. 12',
          title: 'Ответить на обращение',
          term: { calendarDays: 30, clause: 'ч. 1 ст. 12' },
          besides: ['urgentReply'],
          letters: ['final-reply', 'refusal'],
        },
        {
          act: 'Закон № 59-ФЗ, ч. 3 ст. 8',
          title: 'Переслать чужое обращение',
          term: { calendarDays: 7, clause: 'ч. 3 ст. 8' },
          letters: ['redirect-notice'],
        },
      ],
    },
    'templates/first.mdx': first,
    'templates/final.mdx': final,
    'templates/redirect.mdx': redirect,
  });
  return folder;
}

const folder = mkdtempSync(join(tmpdir(), 'ponyatno-drafts-'));
let content: Content;
let drafts: Drafts;

beforeAll(async () => {
  content = (await readContent(await writeTestContent(join(folder, 'content')))).content;
  drafts = createDrafts({ dataFolder: join(folder, 'data'), content });
});
afterAll(async () => {
  await drafts.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = {
  template: 'first',
  urgent: false,
  received: '2026-11-20T17:00',
  values: { номер: '102-41', копия: true },
};

async function problems(input: unknown): Promise<readonly string[]> {
  try {
    await drafts.create(input);
    return [];
  } catch (error) {
    if (error instanceof DraftInputError) return error.problems;
    throw error;
  }
}

describe('create', () => {
  it('WR-6: makes a first reply with its deadline: the 24-hour clock stops at weekends', async () => {
    const { id } = await drafts.create(start);
    const desk = await drafts.desk(id, atThisComputer);
    expect(desk?.deadline).toMatchObject({
      kind: 'counted',
      due: 'пн 23\u00a0ноября, 17:00',
      instant: '2026-11-23T10:00:00Z',
      clause: 'п. 4.8',
    });
    expect(desk?.parts).toEqual([{ part: 'registration', clause: 'п. 4.8' }]);
  });

  it('names a draft so that it can be told from others, as long as it knows how', async () => {
    const titles = await Promise.all([start, { ...start, values: {} }].map((input) => drafts.create(input)));
    expect(titles.map(({ title }) => title)).toEqual(['Первичный ответ · 102-41', 'Первичный ответ']);
  });

  it('keeps values that were given, switches off flags that were not, and leaves the profile to the profile', async () => {
    const { id } = await drafts.create({ ...start, values: { номер: ' 7 ' } });
    const desk = await drafts.desk(id, atThisComputer);
    expect(desk?.profile).toEqual({
      телефон: { value: '8 (383) 200-00-00' },
      опрос: { missing: 'Адреса опроса ещё нет.', clause: 'п. 4.9' },
      'профиль: name.short': { value: 'департамент' },
    });
    const [record] = (await drafts.list()).filter((draft) => draft.id === id);
    expect(record?.values).toEqual({ номер: '7', копия: false });
  });

  it('WR-4: counts the urgent term when the message is urgent, and the term of the law when it is not', async () => {
    const urgent = await drafts.create({ ...start, template: 'final', urgent: true, values: {} });
    const plain = await drafts.create({ ...start, template: 'final', values: {} });
    expect((await drafts.desk(urgent.id, atThisComputer))?.deadline).toMatchObject({
      due: 'пт 27\u00a0ноября',
      clause: 'п. 4.6',
    });
    // The 30th day, 20 December, is a Sunday.
    expect((await drafts.desk(plain.id, atThisComputer))?.deadline).toMatchObject({
      due: 'пт 18\u00a0декабря',
      inWords: '30\u00a0календарных дней',
      clause: 'Закон № 59-ФЗ, ч. 1 ст. 12',
    });
  });

  it('KB-9: counts the term of the law for a letter that the agency sets no term for', async () => {
    const { id } = await drafts.create({ ...start, template: 'redirect', values: {} });
    expect((await drafts.desk(id, atThisComputer))?.deadline).toMatchObject({
      kind: 'counted',
      due: 'пт 27\u00a0ноября',
      inWords: '7\u00a0календарных дней',
      clause: 'Закон № 59-ФЗ, ч. 3 ст. 8',
    });
  });

  it('says why a date of the law cannot be told, instead of claiming that there is no term', async () => {
    const { id } = await drafts.create({
      ...start,
      template: 'final',
      received: '2026-12-20T10:00',
      values: {},
    });
    expect((await drafts.desk(id, atThisComputer))?.deadline).toMatchObject({
      kind: 'unknown',
      reason: expect.stringContaining('2027'),
    });
  });

  it('knows which variable is needed only while a flag is on', async () => {
    const { id } = await drafts.create(start);
    const desk = await drafts.desk(id, atThisComputer);
    expect(desk?.under).toEqual({ канал: ['копия'] });
    const condition = (on: boolean) => desk && conditionOf(desk, 'канал', () => on);
    expect([condition(false), condition(true)]).toEqual([
      { labels: ['Прислать копию'], on: false },
      { labels: ['Прислать копию'], on: true },
    ]);
    expect(desk && conditionOf(desk, 'номер', () => true)).toBeUndefined();
  });

  it.each([
    [{ ...start, template: 'no' }, 'Такого шаблона нет'],
    [{ ...start, template: 'order-m' }, 'Такого шаблона нет'],
    [{ ...start, received: '2026-02-30T10:00' }, 'Такой даты нет'],
    [{ ...start, received: 'вчера' }, 'когда поступило'],
    [{ ...start, urgent: undefined }, 'срочное ли'],
    [{ ...start, values: { выдумка: 'а' } }, 'нет переменной «выдумка»'],
    [{ ...start, values: { телефон: '1' } }, 'берётся из профиля'],
    [{ ...start, values: { копия: 'да' } }, '«да» или «нет»'],
    [{ ...start, values: { 'дата ответа': '2026-13-01' } }, 'такой даты нет'],
    [{ ...start, values: { канал: 'голубь' } }, 'один из вариантов'],
    [undefined, 'обновите страницу'],
  ])('refuses input %#', async (input, words) => {
    expect((await problems(input)).join(' ')).toContain(words);
  });

  it('puts the text of the template into the document once, however many open it at once', async () => {
    const { id } = await drafts.create(start);
    const desk = await drafts.desk(id, atThisComputer);
    const { url, stop } = await listen(drafts.collaboration);
    const clients = ['Анна', 'Борис', 'Вера'].map((name) => connect(url, desk?.room ?? '', { name }));
    await Promise.all(clients.map((client) => client.saved()));
    for (const { document } of clients) {
      expect(document.getXmlFragment(letterField).length).toBe(3);
      expect(document.getMap(variablesField).toJSON()).toEqual({ номер: '102-41', копия: true });
    }
    expect(drafts.collaboration.people(id).sort()).toEqual(['Анна', 'Борис', 'Вера']);
    for (const client of clients) client.destroy();
    stop();
  });
});

describe('dates', () => {
  it('proposes dates by the term, the letter and the day of receipt that variables name, with the clause', () => {
    const template = content.page('first');
    if (template?.kind !== 'template') throw new Error('A template is expected.');
    const own = { date: '2026-11-27', reason: 'Посчитано: 5\u00a0рабочих дней, п. 4.6' };
    const received = { date: '2026-11-20', reason: 'Из\u00a0поля «Поступило»' };
    expect(drafts.dates(template, '2026-11-20T17:00', false).proposals).toEqual({
      'дата получения': received,
      'дата ответа': own,
      'дата решения': {
        date: '2026-12-18',
        reason: 'Посчитано: 30\u00a0календарных дней, Закон № 59-ФЗ, ч. 1 ст. 12',
      },
    });
    expect(drafts.dates(template, '2026-11-20T17:00', true).proposals).toEqual({
      'дата получения': received,
      'дата ответа': own,
      'дата решения': own,
    });
  });
});

describe('removeExpired', () => {
  it('OT-3: deletes what nobody has changed for as long as the profile says, and nothing else', async () => {
    const { id } = await drafts.create(start);
    await expect.poll(async () => (await drafts.list()).flatMap(({ people }) => people)).toEqual([]);
    const before = (await drafts.list()).length;
    expect(await drafts.removeExpired(new Date(Date.now() + 29 * 24 * 60 * 60 * 1000))).toBe(0);
    expect(await drafts.removeExpired(new Date(Date.now() + 31 * 24 * 60 * 60 * 1000))).toBe(before);
    expect(await drafts.desk(id, atThisComputer)).toBeUndefined();
  });
});
