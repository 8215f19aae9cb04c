import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atThisComputer } from '#identity';
import { readContent } from '#knowledge';
import type { Answer } from '#search';
import { type Gaps, openGaps } from '../gaps.ts';
import { TokenBucket } from '../http/rate.ts';
import { createApi } from '../http/router.ts';
import { gapRoute } from './gaps.ts';

const { content } = await readContent(new URL('../../content', import.meta.url).pathname);
const hit = { function: 'appeals' } as Answer['hits'][number];
const ask = async (question: string): Promise<Answer> => ({
  hits: question.toLowerCase().includes('срок') ? [hit] : [],
  engine: 'embedded',
  degraded: false,
});
let folder = '';
let gaps: Gaps;
let server: Server;
let url = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ponyatno-gaps-'));
  gaps = openGaps(content, folder, ask, () => undefined);
  const api = createApi([gapRoute(gaps, new TokenBucket({ burst: 12, perSecond: 0.001 }))]);
  server = createServer((request, response) =>
    api(request, response, new URL(request.url ?? '/', 'http://server'), atThisComputer),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api/gaps`;
});
afterAll(() => {
  server.close();
  gaps.close();
  rmSync(folder, { recursive: true });
});

const post = (body: unknown) =>
  fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

describe('RF-3: POST /api/gaps', () => {
  it('takes a filed question down with the function of the nearest page, and says how it is kept', async () => {
    const response = await post({ query: 'Срок ответа, тел. 8 913 123-45-67', kind: 'filed' });
    expect(await response.json()).toEqual({ question: 'срок ответа, тел. [номер]' });
    expect(gaps.list()[0]).toMatchObject({ function: 'appeals', filed: 1 });
  });

  it('believes «nothing found» only when its own search says so', async () => {
    expect(await (await post({ query: 'срок хранения', kind: 'zero' })).json()).toEqual({ question: null });
    expect(await (await post({ query: 'вывоз снега', kind: 'zero' })).json()).toEqual({
      question: 'вывоз снега',
    });
    expect(gaps.list().map(({ question }) => question)).not.toContain('срок хранения');
  });

  it('leads a form without script back to its answers', async () => {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ query: 'вывоз снега' }),
    });
    expect(response.status).toBe(303);
    const to = new URL(response.headers.get('Location') ?? '', url);
    expect([to.pathname, to.searchParams.get('q'), to.searchParams.get('filed')]).toEqual([
      '/',
      'вывоз снега',
      '1',
    ]);
  });

  it.each([
    {},
    { query: 'я', kind: 'filed' },
    { query: 'вопрос', kind: 'other' },
    { query: 'вопрос', kind: 'filed', who: 1 },
  ])('refuses %j', async (body) => {
    expect((await post(body)).status).toBe(400);
  });

  it('stops taking when too many come', async () => {
    const statuses = [];
    for (let time = 0; time < 12; time++)
      statuses.push((await post({ query: 'вывоз снега', kind: 'filed' })).status);
    expect(statuses).toContain(429);
    expect(statuses.at(-1)).toBe(429);
  });

  it('says that the log is not there, and search goes on', async () => {
    const said: string[] = [];
    const none = openGaps(content, join(folder, 'gaps.sqlite'), ask, (line) => said.push(line));
    expect(said).toHaveLength(1);
    await expect(none.note('filed', 'вывоз снега')).rejects.toThrow('The log is not open.');
    expect(none.list()).toEqual([]);
  });
});
