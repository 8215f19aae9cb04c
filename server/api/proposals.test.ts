import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { atThisComputer, type Identity } from '#identity';
import { createProposals } from '#proposals';
import { previewPage } from '#site';
import { after, agencyRepository, before, file } from '../../proposals/testing/agency-repository.ts';
import type { TakeDown } from '../audit.ts';
import { TokenBucket } from '../http/rate.ts';
import { createApi } from '../http/router.ts';
import { proposalRoutes } from './proposals.ts';

/** The routes over a real repository; gives the answers as status and body. */
async function served(most = 100, identity: Identity = atThisComputer) {
  const { repository, content } = await agencyRepository();
  const dataFolder = await mkdtemp(join(tmpdir(), 'ponyatno-api-'));
  const proposals = createProposals({ contentFolder: content, dataFolder, preview: previewPage });
  const bucket = () => new TokenBucket({ burst: most, perSecond: 0.001 });
  const told: unknown[][] = [];
  const takeDown: TakeDown = (_by, ...what) => told.push(what);
  const api = createApi(proposalRoutes(proposals, takeDown, { proposals: bucket(), checks: bucket() }));
  const server = createServer((request, response) =>
    api(request, response, new URL(request.url ?? '/', 'http://server'), identity),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  onTestFinished(async () => {
    server.close();
    await proposals.close();
    await rm(dataFolder, { recursive: true, force: true });
  });
  const ask = async (path: string, body?: unknown) => {
    const response = await fetch(url + path, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return { ask, repository, content, told };
}

const person = { summary: 'Исправлен срок', name: 'Анна' };

describe('/api/proposals', () => {
  it('goes from the page to the branch', async () => {
    const { ask, repository } = await served();
    const page = await ask(`/api/proposals/page?file=${encodeURIComponent(file)}`);
    expect(page).toMatchObject({
      status: 200,
      body: {
        file,
        text: before,
        title: 'Когда придёт ответ?',
        unit: { id: 'letters', name: 'отдел писем' },
        forge: 'none',
        schema: { type: 'object', required: expect.arrayContaining(['id', 'title', 'spoken']) },
      },
    });
    const check = await ask('/api/proposals/check', { file, text: after });
    expect(check).toMatchObject({
      status: 200,
      body: { problems: [], preview: expect.stringContaining('шесть рабочих') },
    });
    const made = await ask('/api/proposals', { file, base: page.body.version, text: after, ...person });
    expect(made).toMatchObject({ status: 201, body: { state: 'local' } });
    expect(repository.git(['show', `${made.body.branch}:content/${file}`])).toBe(after);
    const list = await ask('/api/proposals');
    expect(list).toMatchObject({
      status: 200,
      body: { proposals: [{ branch: made.body.branch, file, state: 'local' }] },
    });
    const id = String(made.body.branch).replace('propose/', '');
    expect(await ask(`/api/proposals/${id}/send`, {})).toMatchObject({
      status: 200,
      body: { state: 'local' },
    });
    expect(await ask('/api/proposals/none/send', {})).toMatchObject({ status: 404 });
  });

  it('says each refusal with its status, and gives back what the person needs', async () => {
    const { ask, repository } = await served();
    const { body } = await ask(`/api/proposals/page?file=${file}`);
    const send = (change: object) =>
      ask('/api/proposals', { file, base: body.version, text: after, ...person, ...change });
    expect(await ask('/api/proposals/page?file=units.yml')).toMatchObject({
      status: 404,
      body: { error: 'unknown-page' },
    });
    expect(await ask('/api/proposals/page')).toMatchObject({ status: 404 });
    expect(await ask('/api/proposals/check', { file: 'units.yml', text: '' })).toMatchObject({ status: 404 });
    expect(await ask('/api/proposals/check', { file })).toMatchObject({ status: 400 });
    expect(await send({ text: before })).toMatchObject({ status: 400, body: { error: 'unchanged' } });
    expect(await send({ summary: '' })).toMatchObject({ status: 400, body: { error: 'bad-input' } });
    expect(await send({ text: 'без полей' })).toMatchObject({
      status: 422,
      body: { error: 'invalid', problems: [{ rule: 'front-matter', line: 1 }] },
    });
    expect(await send({ text: 'я'.repeat(300_000) })).toMatchObject({ status: 413 });
    const theirs = before.replace('Мы', 'Отдел');
    await repository.commitFiles({ [`content/${file}`]: theirs }, { at: '2026-11-02T09:00:00+07:00' });
    expect(await send({})).toMatchObject({
      status: 409,
      body: { error: 'conflict', theirs, version: expect.any(String) },
    });
  });

  it('takes so many at once and no more', async () => {
    const { ask } = await served(1);
    expect((await ask('/api/proposals/check', { file, text: before })).status).toBe(200);
    expect((await ask('/api/proposals/check', { file, text: before })).status).toBe(429);
    expect((await ask('/api/proposals', {})).status).toBe(400);
    expect((await ask('/api/proposals', {})).status).toBe(429);
  });

  it.each(['function', 'regulation', 'job', 'case', 'template'])(
    'gives the form of a page of the kind %s',
    async (kind) => {
      const { ask } = await served();
      const files: Record<string, string> = {
        function: 'functions/requests/index.mdx',
        regulation: 'functions/requests/regulations/order-m.mdx',
        job: 'functions/requests/jobs/clerk.mdx',
        case: 'functions/requests/cases/first.mdx',
        template: 'templates/requests-reply.mdx',
      };
      const { status, body } = await ask(`/api/proposals/page?file=${files[kind]}`);
      expect(status).toBe(200);
      expect(body.schema).toMatchObject({ properties: { title: { type: 'string' } } });
    },
  );
});

describe('who may propose for which unit', () => {
  const editor = (...units: string[]): Identity => ({
    person: { id: 'e1', name: 'Елена Орлова', email: 'orlova@agency.example', roles: ['unit-editor'], units },
    session: 's1',
  });

  it('RF-1: is the unit of the page, in the name of the account, and it is taken down', async () => {
    const { ask, repository, told } = await served(100, editor('letters'));
    const { body } = await ask(`/api/proposals/page?file=${file}`);
    const made = await ask('/api/proposals', {
      file,
      base: body.version,
      text: after,
      summary: 'Исправлен срок',
      name: 'Министр',
      email: 'm@x.example',
    });
    expect(made.status).toBe(201);
    const author = repository.git(['log', '-1', '--format=%an <%ae>', String(made.body.branch)]);
    expect(author.trim()).toBe('Елена Орлова <orlova@agency.example>');
    const id = String(made.body.branch).replace('propose/', '');
    expect((await ask(`/api/proposals/${id}/send`, {})).status).toBe(200);
    expect(told).toEqual([
      ['proposal-sent', file, made.body.branch],
      ['proposal-sent', file, made.body.branch],
    ]);
  });

  it('RF-1: is not another unit, also not by a text that says it is its own', async () => {
    const { ask, told } = await served(100, editor('others'));
    const theirs = after.replace('---\n', '---\nunit: others\n');
    const foreign = { status: 403, body: { error: 'foreign-unit' } };
    expect(await ask(`/api/proposals/page?file=${file}`)).toMatchObject(foreign);
    expect(await ask('/api/proposals/check', { file, text: theirs })).toMatchObject(foreign);
    expect(
      await ask('/api/proposals', { file, base: 'a'.repeat(40), text: theirs, ...person }),
    ).toMatchObject(foreign);
    expect(await ask('/api/proposals', {})).toMatchObject(foreign);
    expect(await ask('/api/proposals/page?file=none.mdx')).toMatchObject(foreign);
    expect(await ask('/api/proposals/none/send', {})).toMatchObject(foreign);
    expect((await ask('/api/proposals')).status).toBe(200);
    expect(told).toEqual([]);
  });
});
