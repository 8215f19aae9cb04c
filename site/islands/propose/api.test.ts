import { afterEach, describe, expect, it, vi } from 'vitest';
import { askCheck, askPage, sendAgain, sendEdit } from './api.ts';

const answer = (status: number, body: unknown) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })),
  );
const edit = { file: 'faq/a.mdx', base: '1', text: 'x', summary: 'Исправлено', name: 'Анна' };

afterEach(() => vi.unstubAllGlobals());

describe('7: every answer of the server is a word for the person', () => {
  it('asks for the page of a file with a Russian name too', async () => {
    answer(200, {
      file: 'faq/ы.mdx',
      version: '1',
      text: '',
      title: 'Ы',
      unit: null,
      schema: {},
      forge: 'none',
    });
    expect((await askPage('faq/ы.mdx')).kind).toBe('done');
    expect(vi.mocked(fetch).mock.calls[0]?.[0]).toBe('/api/proposals/page?file=faq%2F%D1%8B.mdx');
  });

  it.each<[number, unknown, string]>([
    [401, {}, 'expired'],
    [403, {}, 'expired'],
    [404, { message: 'Нет' }, 'absent'],
    [409, { theirs: 'их', version: '2', message: 'Изменено' }, 'conflict'],
    [409, {}, 'refused'],
    [422, { message: 'Ошибки', problems: [{ severity: 'error', message: 'Не то' }] }, 'invalid'],
    [400, { message: 'Слишком длинно' }, 'refused'],
    [502, '<html>', 'refused'],
    [200, { strange: true }, 'refused'],
    [201, { branch: 'propose/a', commit: 'c', state: 'local' }, 'done'],
  ])('%i %j is %s', async (status, body, kind) => {
    answer(status, body);
    const asked = await sendEdit(edit);
    expect(asked.kind).toBe(kind);
    if (asked.kind !== 'done') expect(asked.message).not.toBe('');
  });

  it('says so when there is no connection', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.reject(new TypeError('fetch failed'))),
    );
    expect(await askCheck('a.mdx', 'x')).toMatchObject({ kind: 'unreachable' });
  });

  it('sends a waiting edit again by its name', async () => {
    answer(200, { branch: 'propose/2026-11-26-a-x1', state: 'sent', url: 'https://forge.example/1' });
    const waiting = {
      branch: 'propose/2026-11-26-a-x1',
      file: 'a.mdx',
      title: 'А',
      summary: '',
      name: '',
      at: '',
    };
    expect((await sendAgain({ ...waiting, state: 'waiting' })).kind).toBe('done');
    expect(vi.mocked(fetch).mock.calls[0]?.[0]).toBe('/api/proposals/2026-11-26-a-x1/send');
  });
});
