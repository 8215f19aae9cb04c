import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CachePlace, readContent } from '#knowledge';
import { analysisVersion, decodeColumns, encodeColumns } from '../file/index-file.ts';
import { indexFileOf } from './places.ts';
import { type SearchService, startSearch } from './service.ts';
import { SearchUnavailable } from './waiting.ts';

const staff = { audience: 'staff', limit: 5 } as const;
const said: string[] = [];
let folder = '';
let service: SearchService;

// This machine may be busy: what is measured here is that nothing is lost, not how fast it is.
const limits = { mostWaiting: 256, patienceMs: 30_000, publishAfterMs: 1_000 };
const settings = () => ({ contentFolder: join(folder, 'content'), indexFolder: join(folder, 'index') });
const start = async () => {
  service = startSearch(settings(), (line) => said.push(line), limits);
  await service.ready;
};
const titles = async (query: string) => (await service.ask(query, staff)).hits.map(({ title }) => title);

/** Waits until something is so, a minute at most. */
async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 1200; turn++) {
    if (await holds()) return;
    await setTimeout(50);
  }
  throw new Error(`${what}: not so after a minute. The log:\n${said.join('\n')}`);
}

/** Leaves no room for a byte. */
function fillDisk(disk: string): void {
  const file = openSync(join(disk, 'other'), 'w');
  try {
    for (const size of [65_536, 4_096]) while (fits(() => writeSync(file, Buffer.alloc(size, 1)) === size));
  } finally {
    closeSync(file);
  }
}

function fits(write: () => boolean): boolean {
  try {
    return write();
  } catch {
    return false;
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ponyatno-search-'));
  // Every start and every publication reads all pages: a few are as good, and ten times as quick.
  for (const part of ['agency.yml', 'units.yml', 'synonyms.yml', 'faq/personal-reception'])
    cpSync(join(import.meta.dirname, '../../content', part), join(folder, 'content', part), {
      recursive: true,
    });
  await start();
}, 120_000);
afterAll(async () => {
  await service?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('search in a thread of its own', { timeout: 120_000 }, () => {
  it('KB-1: publishes an index for each audience and answers from it', async () => {
    expect(await titles('как записаться на приём')).not.toEqual([]);
    expect(readdirSync(join(folder, 'index')).sort()).toEqual(['public.index', 'staff.index']);
    expect(said.join('\n')).toMatch(/Поисковый индекс собран за/);
  });

  it('leaves the main thread free while it answers', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const answers = Array.from({ length: 200 }, () =>
      service.ask('как записаться на личный приём к заместителю', staff),
    );
    await Promise.all(answers);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('KB-2: answers every question of a storm in which its thread is killed twice', async () => {
    const answers: Promise<number>[] = [];
    for (let turn = 0; turn < 100; turn++) {
      answers.push(service.ask(`личный приём ${turn}`, staff).then(({ hits }) => hits.length));
      if (turn === 20) await service.kill();
      if (turn === 80) await service.kill();
      await setTimeout(turn % 10);
    }
    const counts = await Promise.all(answers);
    expect(counts.every((count) => count > 0)).toBe(true);
    expect(said.filter((line) => line.startsWith('Поиск остановился. Запускаю его заново'))).toHaveLength(2);
  });

  it('takes no more questions than it can hold, and says so', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 400 }, () => service.ask('приём', staff)));
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(400 - 256);
    expect(refused.every((each) => 'reason' in each && each.reason instanceof SearchUnavailable)).toBe(true);
    expect(await titles('приём')).not.toEqual([]);
  });

  it('answers whatever is typed', async () => {
    const strange = [
      'я'.repeat(10_000),
      '\u0000\u0007\u001b[31m',
      '\ud800',
      'личный\udc00 приём',
      '',
      '((((',
      '🦊'.repeat(3_000),
    ];
    const answers = await Promise.all(strange.map((query) => service.ask(query, staff)));
    expect(answers.map(({ engine }) => engine)).toEqual(strange.map(() => 'embedded'));
    expect(answers[3]?.hits.length).toBeGreaterThan(0);
  });

  it('KB-3: notices a page that is changed, and publishes it later', async () => {
    const faq = join(folder, 'content/faq');
    const file = readdirSync(faq, { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith('.mdx'),
    );
    const path = join(faq, file ?? '');
    const before = readFileSync(path, 'utf8');
    const published = statSync(indexFileOf(join(folder, 'index'), 'staff')).mtimeMs;
    writeFileSync(path, before.replace(/^title: .*$/m, 'title: Где хранится бегемотовый журнал'));
    await until(
      'the title is found',
      async () => (await titles('бегемотовый журнал'))[0]?.includes('бегемотовый') === true,
    );
    expect(said.at(-1)).toMatch(/Поиск заметил новое содержание: изменено 1\sстраница/);
    expect(statSync(indexFileOf(join(folder, 'index'), 'staff')).mtimeMs).toBe(published);
    await until(
      'it is published',
      () => statSync(indexFileOf(join(folder, 'index'), 'staff')).mtimeMs > published,
    );
    writeFileSync(path, before);
    await until(
      'the title is gone',
      async () => (await titles('бегемотовый журнал'))[0]?.includes('бегемотовый') !== true,
    );
  });

  it('starts again over damaged files: by the previous index, else by a new one', async () => {
    await service.close();
    said.length = 0;
    const file = indexFileOf(join(folder, 'index'), 'staff');
    truncateSync(file, 1000);
    await start();
    expect(await titles('личный приём')).not.toEqual([]);
    expect(said[0]).toMatch(/повреждён или обрезан/);
    expect(said[1]).toMatch(/по предыдущему индексу/);
    await service.close();
    said.length = 0;
    writeFileSync(file, 'не индекс');
    writeFileSync(`${file}.previous`, 'тоже не индекс');
    await start();
    expect(await titles('личный приём')).not.toEqual([]);
    expect(said.filter((line) => line.includes('не файл поискового индекса'))).toHaveLength(2);
  });

  it('publishes anew over files of another version, and says so', async () => {
    await service.close();
    said.length = 0;
    const file = indexFileOf(join(folder, 'index'), 'staff');
    const { data, header } = decodeColumns(readFileSync(file));
    const stale = encodeColumns(data, { ...header, analysis: analysisVersion - 1 });
    for (const each of [file, `${file}.previous`]) writeFileSync(each, stale);
    await start();
    expect(await titles('личный приём')).not.toEqual([]);
    expect(said.filter((line) => line.includes('собран другой версией программы'))).toHaveLength(2);
    expect(said.join('\n')).toMatch(/Поисковый индекс собран за/);
    expect(decodeColumns(readFileSync(file)).header.analysis).toBe(analysisVersion);
  });

  it('publishes from pages that are remembered what it publishes from pages read anew', async () => {
    const cache = { folder: join(folder, 'cache'), fewestPages: 1 };
    const contentFolder = join(folder, 'content');
    const published = async (name: string, given?: CachePlace) => {
      const indexFolder = join(folder, name);
      const other = startSearch({ contentFolder, indexFolder, cache: given }, () => undefined, limits);
      await other.ready;
      await other.close();
      return (['public', 'staff'] as const).map((audience) =>
        readFileSync(indexFileOf(indexFolder, audience)),
      );
    };
    await readContent(contentFolder, { cache });
    expect(readdirSync(cache.folder)).toHaveLength(1);
    expect(await published('remembered', cache)).toEqual(await published('anew'));
  });

  it('KB-2: answers with the new content when the disk is full, keeps the published files, and says so', async (context) => {
    await service.close();
    said.length = 0;
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]).status !== 0) {
      context.skip('a small disk can be mounted by root only');
      return;
    }
    try {
      service = startSearch(
        { contentFolder: join(folder, 'content'), indexFolder: disk },
        (line) => said.push(line),
        limits,
      );
      await service.ready;
      const published = ['public', 'staff'] as const;
      const read = () => published.map((audience) => readFileSync(indexFileOf(disk, audience)));
      const before = read();
      fillDisk(disk);
      const path = join(folder, 'content/faq/personal-reception/book-visit.mdx');
      const page = readFileSync(path, 'utf8');
      writeFileSync(path, page.replace(/^title: .*$/m, 'title: Где хранится бегемотовый журнал'));
      await until('the failure is told', () => said.some((line) => line.includes('ENOSPC')));
      expect(said.join('\n')).toMatch(
        /Поисковый индекс не собран: ENOSPC.* Работаю по тому, что есть; повторю/,
      );
      expect((await titles('бегемотовый журнал'))[0]).toContain('бегемотовый');
      expect(read()).toEqual(before);
      expect(readdirSync(disk).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      writeFileSync(path, page);
    } finally {
      await service.close();
      spawnSync('umount', ['-l', disk]);
    }
  });

  it('answers from memory when nothing can be written', async () => {
    await service.close();
    said.length = 0;
    rmSync(join(folder, 'index'), { recursive: true });
    // A file where the folder should be: even root cannot write into it.
    writeFileSync(join(folder, 'index'), '');
    await start();
    expect(await titles('личный приём')).not.toEqual([]);
    expect(said.join('\n')).toMatch(/Поисковый индекс не собран: .* повторю через минуту/);
  });
});
