import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { page } from '../knowledge/testing/content-folder.ts';
import { letters, reception, repository, statusOf, writeRecord } from './testing/checked-repository.ts';

const wait = 'content/faq/requests/wait.mdx';

describe('what a page goes through after its check', () => {
  it('RF-2: renamed, moved, reformatted and migrated it keeps the check; a real edit loses it, and the revert of the edit brings it back', async () => {
    const made = await repository({
      'functions/requests/notes/how.mdx': page(
        { id: 'how', title: 'Как мы отвечаем', function: 'requests' },
        'Отвечаем _быстро_,\nно полно.\n\n* первое;\n* второе.',
      ),
    });
    await writeRecord(made, 'letters', '2026-11');
    made.commit({ at: '2026-11-03T10:00:00+07:00' });
    const stateOf = async (id: string) => (await statusOf(made)).pages.get(id)?.state;
    expect([await stateOf('requests-wait'), await stateOf('how')]).toEqual(['checked', 'checked']);

    // Renamed to another address, moved to another function, and both over to another unit.
    made.git(['mv', wait, 'content/faq/visits/how-long.mdx']);
    made.git([
      'mv',
      'content/functions/requests/notes/how.mdx',
      'content/functions/requests/notes/reply.mdx',
    ]);
    const moved = join(made.folder, 'content/faq/visits/how-long.mdx');
    const text = await readFile(moved, 'utf8');
    await made.commitFiles(
      { 'content/faq/visits/how-long.mdx': text.replace('function: requests', 'function: visits') },
      { at: '2026-11-04T10:00:00+07:00' },
    );
    const afterMove = await statusOf(made);
    expect(afterMove.pages.get('requests-wait')).toMatchObject({ state: 'checked', changedSince: false });
    expect(afterMove.pages.get('requests-wait')?.page).toMatchObject({
      unit: 'reception',
      url: '/faq/visits/how-long',
    });

    // Reformatted by a formatter, migrated to a schema that writes its defaults out.
    await made.commitFiles(
      {
        'content/functions/requests/notes/reply.mdx':
          "---\ntitle: 'Как мы отвечаем'\nid: how\nfunction: requests\nbasis: []\n---\nОтвечаем *быстро*, но\nполно.\n\n- первое;\n- второе.\n",
      },
      { at: '2026-11-05T10:00:00+07:00' },
    );
    expect(await stateOf('how')).toBe('checked');

    await made.commitFiles(
      { 'content/faq/visits/how-long.mdx': text.replace('пяти', 'шести') },
      { at: '2026-11-06T10:00:00+07:00' },
    );
    expect(await stateOf('requests-wait')).toBe('changed');
    made.git(['revert', '--no-edit', 'HEAD'], { at: '2026-11-07T10:00:00+07:00' });
    expect(await stateOf('requests-wait')).toBe('checked');
  });

  it('RF-1: of a page that changes hands, the check of either unit counts for the page, and each unit owes its own month', async () => {
    const made = await repository();
    await writeRecord(made, 'letters', '2026-11');
    made.commit({ at: '2026-11-03T10:00:00+07:00' });
    const text = await readFile(join(made.folder, wait), 'utf8');
    await made.commitFiles(
      { [wait]: text.replace('id: requests-wait', 'id: requests-wait\nunit: reception') },
      { at: '2026-11-04T10:00:00+07:00' },
    );
    const { units, pages } = await statusOf(made);
    expect(pages.get('requests-wait')).toMatchObject({ state: 'checked' });
    const kept = units.map(({ unit, state, pages: own }) => [
      unit.id,
      state,
      own.some(({ id }) => id === 'requests-wait'),
    ]);
    expect(kept).toEqual([
      ['letters', 'checked', false],
      ['reception', 'owed', true],
    ]);
  });
});

describe('clones and histories', () => {
  it('of a rebase: the day the main line got it, and the author', async () => {
    const made = await repository();
    made.git(['switch', '--quiet', '--create', 'check']);
    await writeRecord(made, 'letters', '2026-10');
    made.commit({ at: '2026-10-30T10:00:00+07:00', by: 'Вера Сидорова', email: 'vera@example.ru' });
    made.git(['switch', '--quiet', 'main']);
    await made.commitFiles({ 'прочее.txt': 'x' }, { at: '2026-10-31T10:00:00+07:00' });
    made.git(['switch', '--quiet', 'check']);
    const button = { at: '2026-11-02T10:00:00+07:00', by: 'Кнопка', email: 'button@example.ru' };
    made.git(['rebase', '--quiet', 'main'], button);
    made.git(['switch', '--quiet', 'main']);
    made.git(['merge', '--quiet', '--ff-only', 'check'], button);
    const { units } = await statusOf(made, '2026-10');
    expect(units[0]).toMatchObject({ state: 'late', record: { by: { name: 'Вера Сидорова' } } });
    expect(units[0]?.record?.at.toPlainDate().toString()).toBe('2026-11-02');
  });

  it('of a blobless clone: the same as of a full one, with core.quotePath as git has it', async () => {
    const made = await repository({ 'units.yml': [letters, reception] });
    const file = await writeRecord(made, 'letters', '2026-11');
    const text = await readFile(join(made.folder, file), 'utf8');
    made.commit({ at: '2026-11-03T10:00:00+07:00' });
    await made.commitFiles({ [file]: text.replace('нет', 'были') }, { at: '2026-11-04T10:00:00+07:00' });
    await made.commitFiles({ [file]: text }, { at: '2026-11-05T10:00:00+07:00' });
    const clone = await made.clone({ blobless: true });
    clone.git(['config', 'core.quotePath', 'true']);
    expect((await statusOf(clone)).units.map(({ state }) => state)).toEqual(['checked', 'owed']);
  });

  it('takes programs of every forge for programs, and people with such letters in their names for people', async () => {
    const made = await repository();
    const file = await writeRecord(made, 'letters', '2026-11');
    const text = await readFile(join(made.folder, file), 'utf8');
    made.git(['clean', '-fdq']);
    const stateAfter = async (by: string, email: string) => {
      await made.commitFiles({ [file]: text }, { at: '2026-11-03T10:00:00+07:00', by, email });
      const [first] = (await statusOf(made)).units;
      made.git(['reset', '--quiet', '--hard', 'HEAD~1']);
      return first?.state;
    };
    for (const [by, email] of [
      ['renovate[bot]', 'x@example.ru'],
      ['project_12_bot_5f', 'project_12_bot@noreply.example.ru'],
      ['Gitea Actions', 'teabot@gitea.io'],
      ['GitHub Action', 'action@example.ru'],
      ['Робот сборки', 'ci@example.ru'],
    ] as const)
      expect(await stateAfter(by, email), by).toBe('owed');
    for (const [by, email] of [
      ['Роботова Анна', 'abbott@example.ru'],
      ['Ботов Пётр', 'botov@example.ru'],
    ] as const)
      expect(await stateAfter(by, email), by).toBe('checked');
  });
});
