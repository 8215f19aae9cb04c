import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { after, agencyRepository, before, file } from '../testing/agency-repository.ts';
import { forgeServer, token } from '../testing/forge-server.ts';
import { openForge } from './clients.ts';
import { forgeKinds } from './settings.ts';

const person = { summary: 'Исправлен срок ответа', name: 'Анна Петрова' };

describe.each(forgeKinds)('a proposal on %s', (kind) => {
  it('arrives as the same commit on a branch, and as a request to merge', async () => {
    const forge = await forgeServer(kind, kind === 'gitlab' ? 'portal/units/content' : 'portal/content');
    const { repository, open } = await agencyRepository();
    repository.git(['push', '--quiet', forge.folder, 'main']);
    // A commit that the forge has not seen yet comes along.
    await repository.commitFiles({ 'content/README.md': 'Новое.' }, { at: '2026-11-02T09:00:00+07:00' });
    const proposals = await open({ forge: openForge(forge.settings) });
    const page = await proposals.page(file);
    expect(page.forge).toBe(kind);
    const made = await proposals.propose({ file, base: page.version, text: after, ...person });
    expect(made).toMatchObject({ state: 'sent', url: expect.stringMatching(/^http:.*\/1$/) });
    expect(forge.git('rev-parse', `refs/heads/${made.branch}`).trim()).toBe(made.commit);
    expect(forge.git('show', `${made.commit}:content/${file}`)).toBe(after);
    expect(forge.merges).toMatchObject([
      {
        head: made.branch,
        base: 'main',
        title: 'Исправлен срок ответа',
        body: expect.stringContaining('Анна Петрова'),
      },
    ]);
    expect(await proposals.list()).toMatchObject([{ branch: made.branch, state: 'sent', url: made.url }]);
  });

  it('is told to be taken or closed once people at the forge have done so, and open again when it is reopened', async () => {
    const forge = await forgeServer(kind);
    const { repository, open } = await agencyRepository();
    repository.git(['push', '--quiet', forge.folder, 'main']);
    const dataFolder = await mkdtemp(join(tmpdir(), 'ponyatno-sent-'));
    onTestFinished(() => rm(dataFolder, { recursive: true }));
    const proposals = await open({ forge: openForge(forge.settings), dataFolder });
    const { version } = await proposals.page(file);
    const { url } = await proposals.propose({ file, base: version, text: after, ...person });
    const stateLater = async (ended?: 'merged' | 'closed') => {
      for (const merge of forge.merges) {
        if (ended) merge.ended = ended;
        else delete merge.ended;
      }
      // A server that starts asks what became of them.
      const later = await open({ forge: openForge(forge.settings), dataFolder });
      await later.close();
      return (await later.list()).map((one) => [one.state, one.url]);
    };
    expect(await stateLater('closed')).toEqual([['closed', url]]);
    expect(await stateLater('merged')).toEqual([['merged', url]]);
    // A server that has forgotten what it sent makes no second request of one that was taken.
    const forgetful = await open({ forge: openForge(forge.settings) });
    await forgetful.close();
    expect((await forgetful.list()).map((one) => [one.state, one.url])).toEqual([['merged', url]]);
    expect(forge.merges).toHaveLength(1);
    if (kind !== 'gitea') return;
    // From here on nothing depends on what kind of forge it is.
    expect(await stateLater()).toEqual([['sent', url]]);
    await stateLater('closed');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 24 * 60 * 60 * 1000 });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    expect(await stateLater('closed')).toEqual([]);
  });

  it('waits while the forge is down, and is sent again without making a second request', async () => {
    const forge = await forgeServer(kind);
    const { repository, open } = await agencyRepository();
    repository.git(['push', '--quiet', forge.folder, 'main']);
    forge.trouble = { status: 502, body: '<html>Bad gateway</html>' };
    const proposals = await open({ forge: openForge(forge.settings) });
    const { version } = await proposals.page(file);
    const made = await proposals.propose({ file, base: version, text: after, ...person });
    expect(made).toMatchObject({ state: 'waiting', message: expect.stringContaining('ошибка 502') });
    expect(await proposals.list()).toMatchObject([{ branch: made.branch, state: 'waiting' }]);
    forge.trouble = undefined;
    const id = made.branch.replace('propose/', '');
    const [one, two] = await Promise.all([proposals.send(id), proposals.send(id)]);
    expect(one).toMatchObject({ state: 'sent', branch: made.branch, commit: made.commit });
    expect(two).toEqual(one);
    // What was sent is forgotten with the data folder: the forge remembers.
    const others = await open({ forge: openForge(forge.settings) });
    expect(await others.send(id)).toEqual(one);
    expect(forge.merges).toHaveLength(1);
  });
});

describe('a proposal that the forge does not take', () => {
  it.each([
    [{ status: 401 }, 'не принял ключ'],
    [{ status: 403 }, 'нет на это прав'],
    [{ status: 403, headers: { 'x-ratelimit-remaining': '0' } }, 'просит подождать'],
    [{ status: 404 }, 'не видит хранилища'],
    [{ status: 409 }, 'не принял правку'],
    [{ status: 422 }, 'не принял правку'],
    [{ status: 429 }, 'просит подождать'],
    [{ status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'не видит хранилища'],
    [{ status: 200, body: '<html>' }, 'отвечает не так'],
    [
      { status: 200, body: '{"html_url":"javascript:alert(1)","web_url":"javascript:alert(1)"}' },
      'отвечает не так',
    ],
    ['hang', 'не отвечает'],
  ] as const)('that meets %j says why, without the token', async (trouble, words) => {
    const forge = await forgeServer('gitlab');
    const { repository, open } = await agencyRepository();
    repository.git(['push', '--quiet', forge.folder, 'main']);
    forge.trouble = trouble;
    const say = vi.fn();
    const proposals = await open({ forge: openForge(forge.settings, { patienceMs: 300 }), say });
    const { version } = await proposals.page(file);
    const made = await proposals.propose({ file, base: version, text: after, ...person });
    expect(made).toMatchObject({ state: 'waiting', message: expect.stringContaining(words) });
    expect(made.message).toContain('Правка сохранена на сервере');
    expect(say).toHaveBeenCalledOnce();
    expect(JSON.stringify([made, say.mock.calls, await proposals.list()])).not.toContain(token);
    expect(repository.git(['show', `${made.branch}:content/${file}`])).toBe(after);
  });
});

describe('a push', () => {
  it('with a wrong token is refused, and nothing of the token is told', async () => {
    const forge = await forgeServer('gitea');
    const { open } = await agencyRepository();
    const say = vi.fn();
    const wrong = { ...forge.settings, token: 'another-Token_456' };
    const proposals = await open({ forge: openForge(wrong), say });
    const { version } = await proposals.page(file);
    const made = await proposals.propose({ file, base: version, text: after, ...person });
    expect(made.message).toContain('не принял ключ');
    const told = JSON.stringify([made, say.mock.calls]);
    expect(told).not.toContain('another-Token_456');
    expect(told).not.toContain(Buffer.from('oauth2:another-Token_456').toString('base64'));
  });

  it('to a repository that is not there, and to a port where nobody listens', async () => {
    const forge = await forgeServer('gitlab');
    const { open } = await agencyRepository();
    const missing = await open({ forge: openForge({ ...forge.settings, repository: 'portal/none' }) });
    const { version } = await missing.page(file);
    const proposal = { file, base: version, text: after, ...person };
    expect((await missing.propose(proposal)).message).toContain('не видит хранилища portal/none');
    const free = createServer().listen(0, '127.0.0.1');
    const address = free.address();
    const web = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    await new Promise((resolve) => free.close(resolve));
    const dead = await open({ forge: openForge({ ...forge.settings, web, api: `${web}/api/v4` }) });
    expect((await dead.propose(proposal)).message).toContain('GitLab не отвечает');
  });

  it('that a hook of the forge refuses says what the forge said', async () => {
    const forge = await forgeServer('gitea');
    const { repository, open } = await agencyRepository();
    repository.git(['push', '--quiet', forge.folder, 'main']);
    const hook = `${forge.folder}/hooks/pre-receive`;
    await writeFile(hook, `#!/bin/sh\necho "Branches of this name are protected ${token}"\nexit 1\n`, {
      mode: 0o755,
    });
    const proposals = await open({ forge: openForge(forge.settings) });
    const { version } = await proposals.page(file);
    const made = await proposals.propose({ file, base: version, text: after, ...person });
    expect(made.message).toContain('Branches of this name are protected');
    expect(made.message).not.toContain(token);
  });

  it('of a branch that somebody went on with there leaves their work', async () => {
    const forge = await forgeServer('github');
    const { repository, open } = await agencyRepository();
    repository.git(['push', '--quiet', forge.folder, 'main']);
    const alone = await open();
    const { version } = await alone.page(file);
    const made = await alone.propose({ file, base: version, text: after, ...person });
    const other = await repository.clone({});
    other.git(['checkout', '--quiet', made.branch]);
    await other.commitFiles(
      { [`content/${file}`]: before.replace('пять', 'семь') },
      { at: '2027-11-02T09:00:00+07:00' },
    );
    other.git(['push', '--quiet', forge.folder, made.branch]);
    const tip = forge.git('rev-parse', made.branch);
    const proposals = await open({ forge: openForge(forge.settings) });
    expect(await proposals.send(made.branch.replace('propose/', ''))).toMatchObject({ state: 'sent' });
    expect(forge.git('rev-parse', made.branch)).toBe(tip);
  });

  it('asks the forge for its main branch where none is checked out', async () => {
    const forge = await forgeServer('gitea');
    const { repository, open } = await agencyRepository();
    repository.git(['push', '--quiet', forge.folder, 'main']);
    repository.git(['checkout', '--quiet', '--detach']);
    const proposals = await open({ forge: openForge(forge.settings) });
    const { version } = await proposals.page(file);
    await proposals.propose({ file, base: version, text: after, ...person });
    expect(forge.merges).toMatchObject([{ base: 'main' }]);
  });

  it('finds an old request of Gitea among many', async () => {
    const forge = await forgeServer('gitea');
    const { repository, open } = await agencyRepository();
    repository.git(['push', '--quiet', forge.folder, 'main']);
    const proposals = await open({ forge: openForge(forge.settings) });
    const { version } = await proposals.page(file);
    const made = await proposals.propose({ file, base: version, text: after, ...person });
    for (let number = 2; number <= 120; number++)
      forge.merges.push({ number, head: `other-${number}`, base: 'main', title: '', body: '' });
    const others = await open({ forge: openForge(forge.settings) });
    expect(await others.send(made.branch.replace('propose/', ''))).toMatchObject({
      state: 'sent',
      url: made.url,
    });
  });
});
