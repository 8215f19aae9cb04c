import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { page } from '../../knowledge/testing/content-folder.ts';
import { commitFile } from '../record.ts';
import { contentOf, repository, statusOf, writeRecord } from '../testing/checked-repository.ts';
import { confirmAct } from './confirm.ts';

const act = 'content/functions/requests/regulations/order-m.mdx';
const basis = [{ act: 'order-m', clause: 'п. 4' }];

/** A page of each kind that can cite an act, by each way of citing. */
const citing = {
  'templates/requests-notice.mdx': page({
    id: 'notice',
    title: 'Уведомление',
    function: 'requests',
    letter: 'final-reply',
    when: 'Когда вопрос решён.',
    basis,
  }),
  'functions/requests/cases/quoted.mdx': page(
    { id: 'quoted', title: 'Как решили по акту', function: 'requests', decision: 'working' },
    '<Quote act="order-m" clause="п. 4">\n\nСлова акта.\n\n</Quote>',
  ),
  'scripts/answer.mdx': page(
    {
      id: 'answer',
      title: 'Ответ на звонок',
      function: 'visits',
      situation: 'Человек звонит и спрашивает о сроке.',
      steps: [{ id: 'hello', kind: 'greeting', title: 'Здравствуйте', next: 'end' }],
      basis,
    },
    '<Step id="hello">\n\nЗдравствуйте!\n\n</Step>',
  ),
  'faq/visits/linked.mdx': page(
    { id: 'linked', title: 'Где это написано?', function: 'visits', spoken: 'Это написано в правилах.' },
    'Читайте [правила](/functions/requests/regulations/order-m#p-4).',
  ),
};

it('RF-2: a changed edition alarms every template, script, case and page that cites the act, until the unit confirms', async () => {
  const made = await repository(citing);
  const alarmed = async () => [...(await statusOf(made)).alarms.keys()].toSorted();
  const amend = async (edition: string, day: string) => {
    const text = await readFile(join(made.folder, act), 'utf8');
    const [head = '', rest = ''] = text.replace(/^edition: .*\n/m, '').split('authority:');
    await made.commitFiles(
      { [act]: `${head}edition: ${edition}\nauthority:${rest}` },
      { at: `${day}T10:00:00+07:00` },
    );
  };
  expect(await alarmed()).toEqual([]);
  await amend('2026-10-20', '2026-10-25');
  expect(await alarmed()).toEqual(['answer', 'linked', 'notice', 'quoted']);
  const [alarm] = (await statusOf(made)).alarms.get('notice') ?? [];
  expect(alarm).toMatchObject({ edition: '2026-10-20', act: { id: 'order-m' } });

  // The monthly record confirms the pages of its unit, and no others.
  await writeRecord(made, 'letters', '2026-10');
  made.commit({ at: '2026-10-27T10:00:00+07:00' });
  expect(await alarmed()).toEqual(['answer', 'linked']);
  await writeRecord(made, 'reception', '2026-11');
  made.commit({ at: '2026-11-02T10:00:00+07:00' });
  expect(await alarmed()).toEqual([]);

  // An edition that becomes known only after a check alarms in spite of that check, and moving the act is no confirmation.
  await amend('2026-11-01', '2026-11-12');
  const moved = 'content/functions/requests/regulations/rules.mdx';
  made.git(['mv', act, moved]);
  made.commit({ at: '2026-11-13T10:00:00+07:00' });
  expect(await alarmed()).toContain('notice');

  // A confirmation between two months counts from its commit, and leaves the alarm of what is still to be changed.
  const content = await contentOf(made);
  const check = { content, unit: 'letters', act: 'order-m', note: 'Сроки прежние.' };
  const first = await confirmAct({ ...check, toChange: ['quoted'] });
  expect(first.file).toBe('refresh/acts/order-m/2026-11-01/letters.yml');
  expect(await alarmed()).toContain('notice');
  made.git(['config', 'user.name', 'Вера Сидорова']);
  made.git(['config', 'user.email', 'vera@example.ru']);
  vi.stubEnv('GIT_COMMITTER_DATE', '2026-11-14T10:00:00+07:00');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  await commitFile(content, first.file, 'Новая редакция');
  expect((await alarmed()).filter((id) => id === 'notice' || id === 'quoted')).toEqual(['quoted']);
  const second = await confirmAct({ ...check, content: await contentOf(made) });
  expect(second.file).toBe('refresh/acts/order-m/2026-11-01/letters-2.yml');
  made.commit({ at: '2026-11-15T10:00:00+07:00' });
  expect((await contentOf(made)).confirmations.map(({ file }) => file)).toHaveLength(2);
  expect(await alarmed()).not.toContain('quoted');

  // What was confirmed can be wrong to confirm: no such act, no page that cites it, no such page.
  await expect(confirmAct({ ...check, act: 'nobody' })).rejects.toThrow(/Акта «nobody» в базе нет/);
  await expect(confirmAct({ ...check, act: 'visits-act' })).rejects.toThrow(/Подтверждать нечего/);
  await expect(confirmAct({ ...check, toChange: ['answer'] })).rejects.toThrow(/Проверьте id в --to-change/);
});
