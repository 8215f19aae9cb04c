import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentFolder } from '../knowledge/testing/content-folder.ts';
import { ProposalError } from './error.ts';
import { after, agencyRepository, before, file, openProposals } from './testing/agency-repository.ts';

/** Everything of the folder that people work in: HEAD, index, files. */
function stateOf({ git }: { git(args: string[]): string }): string {
  return ['rev-parse HEAD', 'symbolic-ref -q HEAD', 'status --porcelain', 'ls-files --stage']
    .map((args) => {
      try {
        return git(args.split(' '));
      } catch {
        return 'none';
      }
    })
    .join('\n');
}

/** What refuses a promise. */
async function refusal(promise: Promise<unknown>): Promise<ProposalError> {
  const error = await promise.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof ProposalError)) throw error ?? new Error('It was taken.');
  return error;
}

const person = { summary: 'Исправлен срок ответа', name: 'Анна Юрьевна Петрова' };

describe('a proposed change', () => {
  it('becomes one commit of one file on a branch, and the folder stays as it is', async () => {
    const { repository, content, open } = await agencyRepository();
    const proposals = await open();
    const page = await proposals.page(file);
    expect(page).toMatchObject({
      text: before,
      title: 'Когда придёт ответ?',
      unit: { id: 'letters' },
      forge: 'none',
    });
    expect(page.version).toBe(repository.git(['rev-parse', `HEAD:content/${file}`]).trim());

    // Somebody is at work here: a changed file, another in the index, a new one.
    await writeFile(
      join(content, 'units.yml'),
      `${await readFile(join(content, 'units.yml'), 'utf8')}# правлю\n`,
    );
    await repository.write('content/faq/requests/new.txt', 'черновик');
    repository.git(['add', 'content/units.yml']);
    const state = stateOf(repository);

    const made = await proposals.propose({ file, base: page.version, text: after, ...person });
    expect(made.state).toBe('local');
    expect(made.branch).toMatch(/^propose\/\d{4}-\d{2}-\d{2}-faq-requests-when-reply-[a-z0-9]{6}$/);
    expect(stateOf(repository)).toBe(state);
    expect(repository.git(['diff', '--name-status', 'main', made.branch])).toBe(`M\tcontent/${file}\n`);
    expect(repository.git(['show', `${made.branch}:content/${file}`])).toBe(after);
    expect(repository.git(['rev-parse', `${made.branch}^`])).toBe(repository.git(['rev-parse', 'main']));
    expect(repository.git(['log', '-1', '--format=%an <%ae>|%cn <%ce>|%B', made.branch])).toBe(
      `Анна Юрьевна Петрова <noreply@example.ru>|Понятно <noreply@example.ru>|Исправлен срок ответа\n\nPonyatno-Page: ${file}\n\n`,
    );
  });

  it('is listed, newest first, until the base holds it, also by a squash', async () => {
    const { repository, open } = await agencyRepository();
    const proposals = await open();
    const { version } = await proposals.page(file);
    const one = await proposals.propose({ file, base: version, text: after, ...person });
    const two = await proposals.propose({
      file,
      base: version,
      text: before.replace('Мы отвечаем', 'Отдел отвечает'),
      summary: 'Сказано, кто отвечает',
      name: 'Иван',
      email: 'ivan@example.ru',
    });
    const list = await proposals.list();
    expect(list.map(({ branch }) => branch).toSorted()).toEqual([one.branch, two.branch].toSorted());
    expect(list.find(({ branch }) => branch === two.branch)).toMatchObject({
      file,
      title: 'Когда придёт ответ?',
      summary: 'Сказано, кто отвечает',
      name: 'Иван',
      state: 'local',
    });
    await repository.commitFiles({ [`content/${file}`]: after }, { at: '2027-11-02T09:00:00+07:00' });
    expect((await proposals.list()).map(({ branch }) => branch)).toEqual([two.branch]);
  });

  it('gives back what others have made of the page meanwhile', async () => {
    const { repository, open } = await agencyRepository();
    const proposals = await open();
    const { version } = await proposals.page(file);
    const theirs = before.replace('Мы отвечаем', 'Отдел отвечает');
    await repository.commitFiles({ [`content/${file}`]: theirs }, { at: '2026-11-02T09:00:00+07:00' });
    const error = await refusal(proposals.propose({ file, base: version, text: after, ...person }));
    expect(error.code).toBe('conflict');
    expect(error.now).toEqual({
      text: theirs,
      version: repository.git(['rev-parse', `HEAD:content/${file}`]).trim(),
    });
    const again = await proposals.propose({ file, base: error.now?.version, text: after, ...person });
    expect(repository.git(['show', `${again.branch}:content/${file}`])).toBe(after);
  });

  it('is taken from several people at once, each on a branch of their own', async () => {
    const { repository, open } = await agencyRepository();
    const proposals = await open();
    const { version } = await proposals.page(file);
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        proposals.propose({
          file,
          base: version,
          text: before.replace('пять рабочих дней.', `${index + 11} рабочих дней.`),
          ...person,
        }),
      ),
    );
    expect(new Set(made.map(({ branch }) => branch)).size).toBe(8);
    for (const [index, { branch }] of made.entries())
      expect(repository.git(['show', `${branch}:content/${file}`])).toContain(`${index + 11} рабочих дней`);
    expect(repository.git(['fsck', '--strict']).trim()).toBe('');
  });

  it('takes a page that is not in git yet', async () => {
    const { repository, content, open } = await agencyRepository();
    const fresh = 'faq/requests/fresh.mdx';
    await writeFile(
      join(content, fresh),
      before.replace('id: when-reply', 'id: fresh').replace('Когда', 'Когда же'),
    );
    const proposals = await open();
    const page = await proposals.page(fresh);
    const made = await proposals.propose({
      file: fresh,
      base: page.version,
      text: `${page.text}\nЕщё.\n`,
      ...person,
    });
    expect(repository.git(['diff', '--name-status', 'main', made.branch])).toBe(`A\tcontent/${fresh}\n`);
  });

  it.each(['база знаний/содержание', '.', 'a/b/c'])(
    'works in the folder «%s» of a repository',
    async (at) => {
      const { repository, open } = await agencyRepository({ at });
      const proposals = await open();
      const { version } = await proposals.page(file);
      const made = await proposals.propose({ file, base: version, text: after, ...person });
      const path = at === '.' ? file : `${at}/${file}`;
      expect(repository.git(['diff', '--name-only', '-z', 'main', made.branch])).toBe(`${path}\0`);
      expect(await proposals.list()).toHaveLength(1);
    },
  );

  it('starts from the commit where no branch is checked out, and from the branch that is asked for', async () => {
    const { repository, open } = await agencyRepository();
    repository.git(['branch', 'release']);
    repository.git(['checkout', '--quiet', '--detach']);
    await repository.commitFiles({ 'content/README.md': 'Содержание.' }, { at: '2026-11-03T09:00:00+07:00' });
    const head = repository.git(['rev-parse', 'HEAD']);
    const detached = await open();
    const { version } = await detached.page(file);
    const one = await detached.propose({ file, base: version, text: after, ...person });
    expect(repository.git(['rev-parse', `${one.branch}^`])).toBe(head);
    const released = await open({ branch: 'release' });
    const two = await released.propose({ file, base: version, text: after, ...person });
    expect(repository.git(['rev-parse', `${two.branch}^`])).toBe(repository.git(['rev-parse', 'release']));
    const lost = await open({ branch: 'no-such' });
    expect((await refusal(lost.propose({ file, base: version, text: after, ...person }))).code).toBe(
      'no-branch',
    );
  });

  it('keeps the line ends and the byte order mark of the file', async () => {
    const { repository, open } = await agencyRepository();
    const written = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    await repository.commitFiles(
      { [`content/${file}`]: written(before) },
      { at: '2026-11-02T09:00:00+07:00' },
    );
    const proposals = await open();
    const page = await proposals.page(file);
    expect(page.text).toBe(before);
    const made = await proposals.propose({ file, base: page.version, text: after, ...person });
    expect(repository.git(['show', `${made.branch}:content/${file}`])).toBe(written(after));
  });
});

describe('what is not taken', () => {
  it('a folder outside git: the page can be read and checked, and the way out is said', async () => {
    const content = await contentFolder({ [file]: before });
    const proposals = await openProposals(content);
    const page = await proposals.page(file);
    expect(page.text).toBe(before);
    expect(
      (await proposals.check(file, after)).problems.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
    const error = await refusal(proposals.propose({ file, base: page.version, text: after, ...person }));
    expect(error.code).toBe('no-git');
    expect(error.message).toContain('не лежит в хранилище git');
    expect(await proposals.list()).toEqual([]);
  });

  it('content that is not committed, and a repository without a commit', async () => {
    const { repository, open } = await agencyRepository({ commit: false });
    const proposals = await open();
    const { version } = await proposals.page(file);
    const unborn = await refusal(proposals.propose({ file, base: version, text: after, ...person }));
    expect(unborn.message).toContain('ни одного коммита');
    repository.git(['commit', '--quiet', '--allow-empty', '--message', 'Начало']);
    const foreign = await refusal(proposals.propose({ file, base: version, text: after, ...person }));
    expect(foreign.message).toContain('не внесено в git');
  });

  it.each([
    'units.yml',
    'agency.yml',
    'refresh/2026-11/letters.yml',
    '../outside.mdx',
    'faq/requests/../../agency.yml',
    'faq/requests/none.mdx',
    '/etc/passwd',
    'faq\\requests\\wait.mdx',
    '',
  ])('the path «%s», which is no page', async (path) => {
    const { open } = await agencyRepository();
    const proposals = await open();
    expect((await refusal(proposals.page(path))).code).toBe('unknown-page');
    expect((await refusal(proposals.check(path, after))).code).toBe('unknown-page');
    const error = await refusal(
      proposals.propose({ file: path, base: '0'.repeat(40), text: after, ...person }),
    );
    expect(['unknown-page', 'bad-input']).toContain(error.code);
  });

  it('a text without a change, a page with faults, and a form filled in wrongly', async () => {
    const { open, repository } = await agencyRepository();
    const proposals = await open();
    const { version } = await proposals.page(file);
    const send = (change: object) =>
      refusal(proposals.propose({ file, base: version, text: after, ...person, ...change }));
    expect((await send({ text: before.replaceAll('\n', '\r\n') })).code).toBe('unchanged');
    const faulty = await send({ text: after.replace('title: ', 'titel: ') });
    expect(faulty.code).toBe('invalid');
    expect(faulty.problems.map(({ rule }) => rule)).toContain('schema');
    expect((await send({ text: `${after}\n<Page id="nowhere">туда</Page>\n` })).problems).toMatchObject([
      { rule: 'unknown-page', line: 10, severity: 'error' },
    ]);
    expect((await send({ summary: ' \n ' })).message).toContain('что изменено');
    expect((await send({ name: '<>' })).message).toContain('имя');
    expect((await send({ email: 'не почта' })).message).toContain('почты');
    expect((await send({ text: 'я'.repeat(400_001) })).message).toContain('400 000');
    expect((await send({ extra: 1 })).code).toBe('bad-input');
    expect(repository.git(['branch', '--list', 'propose/*'])).toBe('');
  });

  it('a name or a summary that would write other lines into the commit', async () => {
    const { repository, open } = await agencyRepository();
    const proposals = await open();
    const { version } = await proposals.page(file);
    const made = await proposals.propose({
      file,
      base: version,
      text: after,
      summary: 'Срок\nSigned-off-by: Директор <d@example.ru>',
      name: '<Анна>\n, --author=x "',
      email: '',
    });
    expect(repository.git(['log', '-1', '--format=%an|%s', made.branch]).trim()).toBe(
      'Анна , --author=x|Срок Signed-off-by: Директор <d@example.ru>',
    );
    expect(repository.git(['log', '-1', '--format=%(trailers:only)', made.branch]).trim()).toBe(
      `Ponyatno-Page: ${file}`,
    );
  });

  it('a file in another encoding', async () => {
    const { repository, open, content } = await agencyRepository();
    await mkdir(join(content, 'faq/requests'), { recursive: true });
    await writeFile(join(content, file), Buffer.from([0x2d, 0x2d, 0xcf, 0xf0, 0xe8]));
    repository.commit({ at: '2026-11-02T09:00:00+07:00' });
    const proposals = await open();
    expect((await refusal(proposals.page(file))).code).toBe('encoding');
  });
});
