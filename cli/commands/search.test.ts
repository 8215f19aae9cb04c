import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDictionary } from '@ponyatno/russian/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readContent } from '#knowledge';
import { readIndexFile, search } from '#search';
import { main } from '../main.ts';
import { contentFolder, projectRoot } from '../place.ts';

const said = () => vi.mocked(console.log).mock.calls.join('\n');
const complained = () => vi.mocked(console.error).mock.calls.join('\n');

// Every command reads the content anew: a part of it has all that is asked here, and is read in a tenth of the time.
const parts = [
  'agency.yml',
  'units.yml',
  'synonyms.yml',
  'faq/messages',
  'faq/mailings',
  'faq/personal-reception',
];
let part = '';
beforeAll(() => {
  part = mkdtempSync(join(tmpdir(), 'ponyatno-content-'));
  for (const each of parts) cpSync(join(contentFolder(), each), join(part, each), { recursive: true });
  vi.stubEnv('PONYATNO_CONTENT', part);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(part, { recursive: true });
});

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('ponyatno search', () => {
  it('KB-2: shows the answer to read aloud for a question in the caller’s words', async () => {
    expect(await main(['search', 'сколько', 'ждать', 'ответа', '--limit', '1'])).toBe(0);
    expect(said()).toMatch(
      /^1\. Сколько ждать ответа на письмо\? · вопрос и ответ\n {3}\/faq\/messages\/reply-deadline\n {3}Вслух: /,
    );
  });

  it('KB-2: gives programs the whole answer, and says for what it was found when the layout was wrong', async () => {
    await main(['search', 'jngbcfnmcz jn hfccskrb', '--json', '--limit', '3']);
    const answer = JSON.parse(said());
    expect(answer).toMatchObject({ shownFor: 'отписаться от рассылки', engine: 'embedded', degraded: false });
    expect(answer.hits).toHaveLength(3);
    expect(answer.hits[0]).toMatchObject({
      page: 'unsubscribe',
      url: '/faq/mailings/unsubscribe',
      kind: 'faq',
    });
  });

  it('KB-1: shows the public no page for staff', async () => {
    const { content } = await readContent(contentFolder());
    const audiences = async (audience: string) => {
      vi.mocked(console.log).mockClear();
      const query = 'что делать, если в письме мат или угрозы';
      await main(['search', query, '--json', '--limit', '50', '--audience', audience]);
      return JSON.parse(said()).hits.map(({ page }: { page: string }) => content.page(page)?.audience);
    };
    expect(await audiences('staff')).toContain('staff');
    const found = await audiences('public');
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set(['public']));
  });

  it.each([
    [['search'], /^Напишите, что искать/],
    [['search', 'срок', '--limit', 'много'], /--limit нужно целое число от 1 до 100, а не «много»/],
    [['search', 'срок', '--audience', 'все'], /Бывают: staff, public/],
    [['search', 'срок', '--jsonl'], /читаются со стандартного ввода/],
    [['search', 'срок', '--content', '/нет/такой'], /\/нет\/такой/],
  ])('explains wrong usage: %j', async (args, sentence) => {
    expect(await main(args)).toBe(2);
    expect(complained()).toMatch(sentence);
  });

  it('answers rows in their order, with the fields of the contract and no others', () => {
    const ask = (input: string) =>
      spawnSync(process.execPath, ['cli/ponyatno.js', 'search', '--jsonl', '--limit', '2'], {
        cwd: projectRoot,
        input,
        encoding: 'utf8',
      });
    const { stdout, status } = ask(
      '{"id":"a","q":"срок ответа"}\n\n{"id":7,"q":"как записаться на приём"}\n{"id":"c","q":""}',
    );
    expect(status).toBe(0);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ id }) => id)).toEqual(['a', 7, 'c']);
    expect(Object.keys(rows[0].hits[0])).toEqual(['page', 'title', 'url', 'excerpt', 'score']);
    expect(rows[1].hits[0].page).toBe('book-visit');
    expect(rows[2].hits).toEqual([]);
    const wrong = ask('{"id":"a","q":"срок"}\n{"id":"b"}\n');
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('Строка 2: нужен объект JSON');
  });
});

describe('ponyatno index', () => {
  it('writes an index that answers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ponyatno-index-'));
    try {
      const file = join(folder, 'public.index');
      expect(await main(['index', '--out', file, '--audience', 'public'])).toBe(0);
      expect(said()).toMatch(/^Индекс собран: \d+\u00a0страниц/);
      const { hits } = search(readIndexFile(file, openDictionary()), 'как отписаться от рассылки', {
        audience: 'public',
      });
      expect(hits[0]?.page).toBe('unsubscribe');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('goes back to the index before, and says when there is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ponyatno-index-'));
    try {
      const file = join(folder, 'public.index');
      const build = ['index', '--out', file, '--audience', 'public'];
      expect(await main(build)).toBe(0);
      expect(await main(['index', '--out', file, '--rollback'])).toBe(2);
      expect(complained()).toMatch(/Предыдущего индекса нет: возвращаться не к чему/);
      expect(await main(build)).toBe(0);
      expect(await main(['index', '--out', file, '--rollback'])).toBe(0);
      expect(said()).toMatch(/Возвращён предыдущий индекс: \d+\sстраниц/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says that the old file is whole when it cannot write', async () => {
    expect(await main(['index', '--out', '/dev/null/search.index'])).toBe(2);
    expect(complained()).toMatch(/^Не удалось записать индекс в \/dev\/null\/search\.index/);
    expect(existsSync('/dev/null/search.index')).toBe(false);
  });
});
