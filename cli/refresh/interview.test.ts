import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDictionary } from '@ponyatno/russian/node';
import { expect, it } from 'vitest';
import { openCallRecords } from '#calls';
import { readContent } from '#knowledge';
import { RatingLog, refreshStatus } from '#refresh';
import { GapLog } from '#search';
import { lineAgency } from '../../calls/testing/scripts.ts';
import { page, writeFiles } from '../../knowledge/testing/content-folder.ts';
import { files, november, repository, writeRecord } from '../../refresh/testing/checked-repository.ts';
import { evidenceOf } from './evidence.ts';
import { evidenceText } from './evidence-text.ts';
import { interview, type Prompts } from './interview.ts';

it('RF-2, RF-3, RF-5: before the two questions the unit sees what changed, what cites a changed act, what had no answer, how answers were rated and what is broken', async () => {
  const made = await repository({
    'agency.yml': { ...files['agency.yml'], calls: lineAgency.calls },
    'templates/requests-notice.mdx': page({
      id: 'notice',
      title: 'Уведомление',
      function: 'requests',
      letter: 'final-reply',
      when: 'Когда вопрос решён.',
      basis: [{ act: 'order-m' }],
    }),
  });
  await writeRecord(made, 'letters', '2026-10');
  made.commit({ at: '2026-10-20T10:00:00+07:00' });
  await writeFiles(join(made.folder, 'content'), {
    'functions/requests/regulations/order-m.mdx': page({
      id: 'order-m',
      title: 'Правила взаимодействия с клиентом',
      function: 'requests',
      number: '102/53',
      date: '2024-08-20',
      edition: '2026-11-01',
      authority: 'agency',
      issuer: 'департамент',
      source: 'order.txt',
    }),
    'faq/requests/new.mdx': page(
      { id: 'new', title: 'Как записаться?', function: 'requests', spoken: 'Записаться можно по телефону.' },
      'Смотрите [памятку](/faq/requests/nowhere).',
    ),
  });
  made.commit({ at: '2026-11-10T10:00:00+07:00' });
  const data = join(made.folder, 'data');
  expect(existsSync(data)).toBe(false);
  const log = new GapLog(data, openDictionary);
  log.add('zero', 'где взять бланк заявления', 'requests', '2026-11-20');
  log.add('zero', 'где взять бланк заявления', 'requests', '2026-11-20');
  log.add('zero', 'как снять побои', 'visits', '2026-11-20');
  log.close();
  const calls = openCallRecords(data);
  const counters = { kind: 'answer', seconds: 60, transfers: 0, callbacks: 0, unanswered: 0 } as const;
  calls.add({ ...counters, id: 'call-0001', day: '2026-11-05', function: 'requests', closing: [1] });
  calls.add({ ...counters, id: 'call-0002', day: '2026-11-05', function: 'visits', closing: [0] });
  // Before the last check: it was known then.
  calls.add({ ...counters, id: 'call-0003', day: '2026-10-01', function: 'requests', closing: [0] });
  calls.close();
  const ratings = new RatingLog(data);
  ratings.add('new', true, '2026-11-21');
  ratings.add('new', false, '2026-11-22');
  ratings.add('page-of-others', false, '2026-11-22');
  ratings.close();

  const reading = await readContent(join(made.folder, 'content'));
  const status = await refreshStatus({ content: reading.content, now: november });
  const unit = reading.content.unit('letters');
  if (!unit) throw new Error('no unit');
  const evidence = evidenceOf(unit, reading, status, data);
  const text = evidenceText(evidence).replaceAll('\u00a0', ' ');
  expect(text).toContain('отдел писем: прошлая проверка — 20 октября 2026 года.');
  expect(text).toContain('Правила взаимодействия с клиентом, редакция от 1 ноября 2026 года: notice');
  expect(text).toMatch(/Изменили после прошлой проверки:\n {2}order-m —/);
  expect(text).toMatch(/Ещё не проверяли:\n {2}new — Как записаться\?/);
  expect(text).toContain('где взять бланк заявления — не нашлось: 2, передано: 0');
  expect(text).not.toContain('побои');
  const rated = evidence.ratings.map(({ answers }) => answers.map(({ count }) => count));
  expect(rated).toEqual([[0, 1]]);
  expect(text).toMatch(/публичном сайте:\n {2}Как записаться\? — помогло: 1, не помогло: 1\n/);
  expect(text).not.toContain('page-of-others');
  expect(text).toMatch(/Что ответили после звонка:\n {2}Получен ли/);
  expect(text).toMatch(/faq\/requests\/new\.mdx:\d+ .*nowhere/);

  // The questions suggest what the evidence shows; the pages to change are asked for only when something has to change.
  const asked: string[] = [];
  const prompts = (notes: string[], changes: boolean[]): Prompts => ({
    input: ({ message, validate }) => {
      asked.push(message);
      const note = notes.shift() ?? '';
      expect(validate(' ')).toMatch(/Изменений нет/);
      expect(validate(note)).toBe(true);
      return Promise.resolve(note);
    },
    confirm: (question) => {
      asked.push(`${question.message} ${question.default}`);
      return Promise.resolve(changes.shift() ?? false);
    },
    checkbox: ({ choices }) => {
      asked.push(choices.map(({ value }) => value).join(' '));
      return Promise.resolve(['notice']);
    },
  });
  const pages = [{ id: 'notice', title: 'Уведомление' }];
  expect(await interview(prompts(['Новая редакция ', 'Ищут бланк'], [true, false]), evidence, pages)).toEqual(
    {
      law: { changed: true, note: 'Новая редакция' },
      feedback: { changed: false, note: 'Ищут бланк' },
      toChange: ['notice'],
    },
  );
  expect(asked.slice(1, 2)).toEqual(['Из-за этого страницы нужно менять? true']);
  expect(asked.at(-1)).toBe('notice');
  const calm = await interview(prompts(['Изменений нет', 'Отзывов нет'], [false, false]), evidence, pages);
  expect(calm.toChange).toEqual([]);
});
