import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SearchService, startSearch } from '../service/service.ts';
import { MeilisearchDouble } from './testing/server.ts';

const limits = { mostWaiting: 256, patienceMs: 60_000, publishAfterMs: 1_000 };
const staff = { audience: 'staff', limit: 3 } as const;
const double = new MeilisearchDouble();
const said: string[] = [];
let folder = '';
let service: SearchService;

beforeAll(async () => {
  await double.start();
  folder = mkdtempSync(join(tmpdir(), 'ponyatno-meilisearch-'));
  cpSync(join(import.meta.dirname, '../../content'), join(folder, 'content'), { recursive: true });
  for (const kind of ['functions', 'templates', 'scripts', 'contacts', 'refresh'])
    rmSync(join(folder, 'content', kind), { recursive: true, force: true });
  const meilisearch = {
    urls: [double.url],
    key: double.key,
    uid: 'ponyatno',
    headStartMs: 10_000,
    timeToLiveMs: 10_000,
    breaker: { failures: 1, pauseMs: 100, longestPauseMs: 200 },
  };
  const settings = {
    contentFolder: join(folder, 'content'),
    indexFolder: join(folder, 'index'),
    meilisearch,
  };
  service = startSearch(settings, (line) => said.push(line), limits);
  await service.ready;
}, 180_000);
afterAll(async () => {
  await service?.close();
  await double.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the thread that answers, with MEILI_URL', { timeout: 180_000 }, () => {
  it('KB-2: publishes to Meilisearch, asks it first, stands in for it, and tells how it is', async () => {
    const answer = () => service.ask('сколько ждать ответа', staff);
    const patient = { timeout: 60_000 };
    await expect.poll(async () => (await answer()).engine, patient).toBe('meilisearch');
    expect(service.servers).toEqual([{ url: double.url, well: true }]);
    const before = await answer();
    const port = Number(new URL(double.url).port);
    const { url } = double;
    await double.stop();
    expect(await answer()).toEqual({ ...before, engine: 'embedded', degraded: true });
    await expect.poll(() => service.servers, patient).toEqual([{ url, well: false }]);
    await double.start(port);
    await expect.poll(async () => (await answer()).engine, patient).toBe('meilisearch');
    expect(said.filter((line) => line.includes('Отвечает встроенный поиск'))).toHaveLength(1);
    expect(double.breaches).toEqual([]);
  });
});
