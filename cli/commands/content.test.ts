import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  baseAgency,
  baseFiles,
  contentFolder,
  page,
  writeFiles,
} from '../../knowledge/testing/content-folder.ts';
import { GitRepository } from '../../refresh/testing/git-repository.ts';
import { main } from '../main.ts';

/** Runs a command; gives its exit code and what it wrote. */
async function ponyatno(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  out.mockClear();
  err.mockClear();
  const code = await main(args);
  const text = (spy: typeof out) => spy.mock.calls.flat().join('\n').replaceAll('\u00a0', ' ');
  return { code, out: text(out), err: text(err) };
}

beforeEach(() => {
  // The checks look at the calendar of the current year; the tests bring that of 2026.
  vi.useFakeTimers({ now: new Date('2026-11-22T06:00:00Z'), toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

describe('ponyatno check', () => {
  it('ends with 0 and one line when all is well', async () => {
    const { code, out } = await ponyatno('check', '--content', await contentFolder());
    expect([code, out]).toEqual([0, 'Ошибок нет, всего прочитано: 7 страниц.']);
  });

  it('ends with 1 when there are findings, of knowledge and of calls together', async () => {
    const folder = await contentFolder({
      'faq/requests/wait.mdx': page(
        {
          id: 'requests-wait',
          title: 'Сколько ждать ответа?',
          function: 'requests',
          spoken: 'Ответ придёт в течение пяти дней.',
        },
        '{ФИО}',
      ),
      'scripts/x.mdx': page({
        id: 'x',
        title: 'Сценарий',
        function: 'requests',
        situation: 'Человек звонит нам.',
        steps: [{ id: 'a', kind: 'say', title: 'Шаг', next: 'end' }],
      }),
    });
    const { code, out } = await ponyatno('check', '--content', folder);
    expect(code).toBe(1);
    expect(out).toContain('faq/requests/wait.mdx\n  8:1  ошибка  Выражений в фигурных скобках');
    expect(out).toContain('scripts/x.mdx\n  7:9  ошибка  У шага «a» нет слов.');
    expect(out).toMatch(/2 ошибки в 2 файлах, всего прочитано: 8 страниц\.$/);
  });

  it('ends with 0 when facts are missing, and lists them', async () => {
    const folder = await contentFolder({
      'agency.yml': { ...baseAgency, email: { missing: 'Адрес не назван.' } },
    });
    const { code, out } = await ponyatno('check', '--content', folder, '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ summary: { errors: 0, warnings: 0, missing: 1, pages: 7 } });
  });

  it('ends with 1 when the profile cannot be read, with 2 when there is no folder', async () => {
    const broken = await ponyatno('check', '--content', await contentFolder({ 'agency.yml': undefined }));
    expect([broken.code, broken.out]).toEqual([1, expect.stringContaining('Нет файла agency.yml')]);
    const nowhere = await ponyatno('check', '--content', '/nowhere');
    expect([nowhere.code, nowhere.err]).toEqual([
      2,
      expect.stringContaining('Папки с содержанием нет: /nowhere.'),
    ]);
  });
});

describe('ponyatno deadline', () => {
  it('WR-6: names the last moment and the way to it', async () => {
    const folder = await contentFolder();
    const { code, out } = await ponyatno(
      'deadline',
      'firstReply',
      '--received',
      '2026-11-20T17:00',
      '--content',
      folder,
    );
    expect([code, out]).toEqual([
      0,
      [
        'Первичный ответ: понедельник, 23 ноября 2026 года, 17:00 (24 часа, не считая выходных и праздников, п. 4.8)',
        '',
        '1. Поступило: пятница, 20 ноября 2026 года, 17:00 (UTC+7).',
        '2. В рабочие дни часы идут круглые сутки, в выходные и праздники стоят. (п. 4.8)',
        '3. Выходные не считаются: 21–22 ноября.',
        '4. 24 часа истекают 23 ноября в 17:00.',
      ].join('\n'),
    ]);
  });

  it('answers programs', async () => {
    const folder = await contentFolder();
    const { out } = await ponyatno(
      'deadline',
      'urgentReply',
      '--received',
      '20.11.2026',
      '--json',
      '--content',
      folder,
    );
    expect(JSON.parse(out)).toMatchObject({
      term: 'urgentReply',
      date: '2026-11-27',
      due: '2026-11-27T23:59:00+07:00[Asia/Novosibirsk]',
      clause: 'п. 4.6',
      setBy: 'agency',
    });
  });

  it.each([
    [
      ['soon', '--received', '2026-11-20'],
      'Срока «soon» не бывает. В профиле есть: urgentReply, firstReply.',
    ],
    [['visitNotice', '--received', '2026-11-20'], 'Срок «visitNotice» в профиле выключен'],
    [['firstReply', '--received', '2026-11-20'], 'Этот срок считают в часах.'],
    [['firstReply', '--received', 'вчера'], '«вчера» — не дата.'],
    [['urgentReply', '--received', '2027-01-11'], 'Нет рабочего календаря на 2027 год'],
  ])('says why it cannot count: %j', async (args, message) => {
    const { code, err } = await ponyatno('deadline', ...args, '--content', await contentFolder());
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('ponyatno refresh', () => {
  async function repository(): Promise<string> {
    const made = await GitRepository.create();
    const refresh = { everyMonths: 1, clause: 'п. 7.7', duty: 'п. 7.8' };
    await writeFiles(join(made.folder, 'content'), {
      ...baseFiles,
      'agency.yml': { ...baseAgency, refresh },
    });
    made.commit({ at: '2026-10-05T09:00:00+07:00' });
    made.git(['config', 'user.name', 'Вера Сидорова']);
    made.git(['config', 'user.email', 'vera@example.ru']);
    return join(made.folder, 'content');
  }

  it('RF-1: names the unit that owes this month, takes its record, and is content', async () => {
    const folder = await repository();
    vi.stubEnv('GIT_COMMITTER_DATE', '2026-11-22T13:00:00+07:00');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const before = await ponyatno('refresh', 'status', '--content', folder);
    expect(before.code).toBe(1);
    expect(before.out).toBe(
      [
        'Проверка за ноябрь 2026 года (п. 7.7)',
        'Должны проверить до 30 ноября включительно:\n  letters — отдел писем, 7 страниц',
        'Не хватает проверки: 1 подразделение. Записать: ponyatno refresh record <подразделение> --law "…" --feedback "…"',
      ].join('\n\n'),
    );
    const recorded = await ponyatno(
      'refresh',
      'record',
      'letters',
      '--law',
      'Изменений нет.',
      '--feedback',
      'Просят короче.',
      '--feedback-changed',
      '--to-change',
      'requests-wait',
      '--commit',
      '--content',
      folder,
    );
    expect(recorded).toMatchObject({
      code: 0,
      out: expect.stringContaining('Записано: refresh/2026-11/letters.yml — ноябрь 2026 года, 7 страниц.'),
    });
    const after = await ponyatno('refresh', 'status', '--content', folder);
    expect(after.code).toBe(0);
    expect(after.out).toContain('Проверили:\n  letters — отдел писем: 22 ноября, Вера Сидорова');
    const json = await ponyatno('refresh', 'status', '--json', '--content', folder);
    expect(JSON.parse(json.out)).toMatchObject({
      month: '2026-11',
      owed: [],
      units: [{ unit: 'letters', state: 'checked' }],
    });
    const report = await ponyatno('refresh', 'report', '--content', folder);
    expect(report.out).toBe(
      [
        'Справка о проверке базы знаний тестового департамента (п. 7.7)',
        'ноябрь 2026 года:\n  отдел писем: проверено, 22 ноября, Вера Сидорова — без изменений: 6, изменено: 0, нужно изменить: 1',
        'Всего: проверено — 1, с опозданием — 0, не проверено — 0, срок не вышел — 0.',
      ].join('\n\n'),
    );
    const again = await ponyatno(
      'refresh',
      'record',
      'letters',
      '--law',
      'Нет.',
      '--feedback',
      'Нет.',
      '--content',
      folder,
    );
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('уже записана')]);
  });

  it('ends with 1 for a month that nobody checked, with 2 where git proves nothing', async () => {
    const missed = await ponyatno('refresh', 'status', '--month', '2026-10', '--content', await repository());
    expect([missed.code, missed.out]).toEqual([1, expect.stringContaining('октябрь 2026 года')]);
    const outside = await ponyatno('refresh', 'status', '--content', await contentFolder());
    expect([outside.code, outside.err]).toEqual([2, expect.stringContaining('не лежит в хранилище git')]);
  });
});
