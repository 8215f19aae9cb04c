import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type AuditDisk, disk } from './files.ts';
import {
  AuditLog,
  type AuditOptions,
  AuditUnavailable,
  leaveForAudit,
  readAudit,
  verifyAudit,
} from './index.ts';

const anna = { id: 'a1', name: 'Анна Белова' };

async function folderOfTest(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'ponyatno-audit-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return join(parent, 'audit');
}

function opened(folder: string, options: Partial<AuditOptions> = {}): AuditLog {
  const log = new AuditLog({ folder, ...options });
  onTestFinished(() => log.close());
  return log;
}

const filesIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).toSorted();

async function linesIn(folder: string): Promise<string[]> {
  const texts = await Promise.all(
    (await filesIn(folder)).map((name) => readFile(join(folder, name), 'utf8')),
  );
  return texts.join('').trimEnd().split('\n');
}

/** A log of some days' work, closed. */
async function written(folder: string, count = 8, options: Partial<AuditOptions> = {}): Promise<void> {
  const log = new AuditLog({ folder, ...options });
  for (let index = 1; index < count; index += 1)
    await log.record({ kind: 'letter-exported', person: anna, subject: `d${index}`, detail: 'docx' });
  await log.close();
}

/** A disk that can be full: then it takes half of what it is given. */
function fillable(): AuditDisk & { full: boolean } {
  return {
    full: false,
    async append(file, text, sure) {
      if (!this.full) return disk.append(file, text, sure);
      await disk.append(file, text.slice(0, text.length / 2), false);
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    },
  };
}

describe('the audit log', () => {
  it('writes lines that only its owner may read, and goes on where it ended', async () => {
    const folder = await folderOfTest();
    await written(folder, 3);
    await written(folder, 3);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const [file = ''] = await filesIn(folder);
    expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
    const records = (await linesIn(folder)).map((line) => JSON.parse(line));
    expect(records.map(({ n, kind }) => [n, kind])).toEqual([
      [1, 'log-opened'],
      [2, 'letter-exported'],
      [3, 'letter-exported'],
      [4, 'log-opened'],
      [5, 'letter-exported'],
      [6, 'letter-exported'],
    ]);
    expect(records[1]).toMatchObject({ person: anna, subject: 'd1', detail: 'docx' });
    expect(await verifyAudit(folder)).toMatchObject({ lines: 6, head: { n: 6 }, problems: [] });
  });

  it('keeps the order of what comes at once', async () => {
    const folder = await folderOfTest();
    const log = opened(folder);
    await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        log.record({ kind: 'sign-in', person: anna, session: `s${index}` }),
      ),
    );
    const { records } = await readAudit(folder, { kind: 'sign-in', limit: 1_000 });
    expect(records.map(({ session }) => session)).toEqual(
      Array.from({ length: 300 }, (_, index) => `s${299 - index}`),
    );
    expect((await verifyAudit(folder)).problems).toEqual([]);
  });

  it('writes no character that makes another line or obeys a terminal, whatever a name is', async () => {
    const folder = await folderOfTest();
    const log = opened(folder);
    const hostile = [
      'a\n{"n":1}',
      '\u001b[2J',
      '\u2028',
      '\u202eназад',
      '\u0000',
      '\ud800',
      '"}\r\n',
      '\u0085',
      'я'.repeat(10_000),
    ];
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), async (text) => {
        await log.record({
          kind: 'account-changed',
          person: { id: 'x', name: text },
          subject: text,
          detail: text,
        });
      }),
      { numRuns: 60 },
    );
    const lines = await linesIn(folder);
    expect(lines).toHaveLength(61);
    for (const line of lines) {
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(line.length).toBeLessThan(6_500);
      expect(JSON.parse(line).kind).toBeDefined();
    }
    expect((await verifyAudit(folder)).problems).toEqual([]);
  });

  it('takes in what a command left, with its time, once', async () => {
    const folder = await folderOfTest();
    const at = new Date('2026-11-20T10:00:00.000Z');
    await leaveForAudit(folder, { kind: 'account-added', subject: 'a1', detail: 'administrator' }, at);
    const log = opened(folder);
    await log.takeIn();
    await log.takeIn();
    const { records } = await readAudit(folder, { kind: 'account-added', limit: 9 });
    expect(records).toMatchObject([{ subject: 'a1', at: at.toISOString() }]);
    expect(await readdir(join(folder, 'inbox'))).toEqual([]);
  });
});

describe('rotation of the audit log', () => {
  it('OT-3: begins a new file by size and by month, keeps so many, says what it took away', async () => {
    const folder = await folderOfTest();
    const keeping = { bytesPerFile: 2_000, files: 3 };
    await written(folder, 60, { keeping });
    const files = await filesIn(folder);
    expect(files).toHaveLength(3);
    expect(files[0]).not.toBe('audit-000001.jsonl');
    for (const name of files) expect((await stat(join(folder, name))).size).toBeLessThan(2_700);
    expect(await verifyAudit(folder)).toMatchObject({ problems: [] });
    await written(folder, 2, { keeping, now: () => new Date(Date.now() + 32 * 86_400_000) });
    const after = await filesIn(folder);
    expect(after.at(-1)).not.toBe(files.at(-1));
    expect((await verifyAudit(folder)).problems).toEqual([]);
  });

  it('OT-3: keeps a file of its month five years, and no day longer than a month more', async () => {
    const folder = await folderOfTest();
    await written(folder, 3, { now: () => new Date('2026-11-26T10:00:00Z') });
    await written(folder, 3, { now: () => new Date('2031-11-20T10:00:00Z') });
    expect(await filesIn(folder)).toHaveLength(2);
    await written(folder, 3, { now: () => new Date('2031-12-01T10:00:00Z') });
    expect(await filesIn(folder)).toEqual(['audit-000002.jsonl', 'audit-000003.jsonl']);
    expect(await verifyAudit(folder)).toMatchObject({ problems: [] });
  });
});

describe('a disk that takes nothing', () => {
  it('refuses what must not happen unseen, keeps the rest in memory, says so once, and catches up', async () => {
    const folder = await folderOfTest();
    const filling = fillable();
    const said: string[] = [];
    const log = opened(folder, { disk: filling, say: (line) => said.push(line), retryMs: 20 });
    await log.record({ kind: 'sign-in', person: anna });
    filling.full = true;
    await expect(log.record({ kind: 'roles-changed', subject: 'a1' })).rejects.toThrow(AuditUnavailable);
    expect(log.trouble).toContain('ENOSPC');
    await expect(log.record({ kind: 'roles-changed', subject: 'a1' })).rejects.toThrow(AuditUnavailable);
    log.note({ kind: 'sign-out', person: anna });
    await new Promise((done) => setTimeout(done, 100));
    log.note({ kind: 'sign-in', person: anna });
    expect(said).toHaveLength(1);
    filling.full = false;
    await expect.poll(() => log.trouble).toBeUndefined();
    await log.record({ kind: 'sign-out', person: anna });
    expect(said).toHaveLength(2);
    const { records } = await readAudit(folder, { limit: 99 });
    expect(records.map(({ kind }) => kind).filter((kind) => kind !== 'log-opened')).toEqual([
      'sign-out',
      'sign-in',
      'sign-out',
      'sign-in',
    ]);
    expect((await verifyAudit(folder)).problems).toEqual([]);
  });

  it('says how many it lost when memory was full too', async () => {
    const folder = await folderOfTest();
    const filling = fillable();
    filling.full = true;
    const log = opened(folder, { disk: filling, retryMs: 20 });
    for (let index = 0; index < 5_010; index += 1) log.note({ kind: 'refused', person: anna });
    await expect.poll(() => log.trouble).toBeDefined();
    filling.full = false;
    await expect.poll(() => log.trouble).toBeUndefined();
    await log.record({ kind: 'sign-out', person: anna });
    const { records } = await readAudit(folder, { kind: 'log-lost', limit: 9 });
    expect(records).toMatchObject([{ detail: '11 events' }]);
    expect((await verifyAudit(folder)).problems).toEqual([]);
  });

  it('cuts off a line that was half written when the process died', async () => {
    const folder = await folderOfTest();
    await written(folder, 4);
    const [file = ''] = await filesIn(folder);
    await appendFile(join(folder, file), '{"n":5,"at":"2026-');
    await written(folder, 2);
    const { records } = await readAudit(folder, { limit: 3 });
    expect(records.map(({ kind }) => kind)).toEqual(['letter-exported', 'log-opened', 'log-repaired']);
    expect((await verifyAudit(folder)).problems).toEqual([]);
  });
});

describe('verifyAudit', () => {
  async function spoilt(spoil: (lines: string[]) => string[]): Promise<readonly string[]> {
    const folder = await folderOfTest();
    await written(folder);
    const [file = ''] = await filesIn(folder);
    await writeFile(join(folder, file), `${spoil(await linesIn(folder)).join('\n')}\n`);
    return (await verifyAudit(folder)).problems.map(({ line, message }) => `${line}: ${message}`);
  }

  it('finds what was changed, taken out, put in, moved', async () => {
    const changed = (lines: string[], index: number) =>
      lines.with(index, lines[index]?.replace('Белова', 'Иванова') ?? '');
    expect(await spoilt((lines) => changed(lines, 3))).toEqual([
      expect.stringContaining('4: Запись 4 изменена'),
    ]);
    expect(await spoilt((lines) => changed(lines, 7))).toEqual([
      expect.stringContaining('8: Запись 8 изменена'),
    ]);
    expect(await spoilt((lines) => lines.toSpliced(3, 1))).toEqual([
      expect.stringContaining('4: Ожидалась запись 4'),
    ]);
    expect(await spoilt((lines) => lines.slice(1))).toEqual([
      expect.stringContaining('1: Журнал начинается с записи 2'),
    ]);
    expect((await spoilt((lines) => lines.toSpliced(2, 0, lines[1] ?? ''))).length).toBeGreaterThan(0);
    expect(
      (await spoilt((lines) => lines.with(2, lines[3] ?? '').with(3, lines[2] ?? ''))).length,
    ).toBeGreaterThan(0);
    expect(await spoilt((lines) => lines.toSpliced(2, 0, 'что-то'))).toEqual([
      expect.stringContaining('3: Это не строка'),
    ]);
  });

  it('finds a log cut short, or a whole file gone, by an end that was seen before', async () => {
    const folder = await folderOfTest();
    await written(folder, 30, { keeping: { bytesPerFile: 2_000 } });
    const { head } = await verifyAudit(folder);
    expect((await verifyAudit(folder, head)).problems).toEqual([]);
    const files = await filesIn(folder);
    await rm(join(folder, files.at(-1) ?? ''));
    expect((await verifyAudit(folder)).problems).toEqual([]);
    expect((await verifyAudit(folder, head)).problems).toHaveLength(1);
    await rm(join(folder, files[0] ?? ''));
    expect((await verifyAudit(folder)).problems).toEqual([
      expect.objectContaining({ line: 1, message: expect.stringContaining('не сказано') }),
    ]);
    await truncate(join(folder, files[1] ?? ''), 100);
    expect((await verifyAudit(folder)).problems.length).toBeGreaterThan(1);
  });
});

describe('readAudit', () => {
  it('finds by person, kind and time, and turns pages', async () => {
    const folder = await folderOfTest();
    let now = new Date('2026-11-24T10:00:00.000Z');
    const log = opened(folder, { now: () => now, keeping: { bytesPerFile: 1_500 } });
    for (let index = 0; index < 20; index += 1) {
      now = new Date(now.getTime() + 3_600_000);
      await log.record({
        kind: index % 2 ? 'sign-in' : 'refused',
        person: index % 4 ? anna : { id: 'b2', name: 'Борис' },
      });
    }
    const numbers = async (query: object) =>
      (await readAudit(folder, { limit: 5, ...query })).records.map(({ n }) => n);
    expect(await numbers({})).toEqual([21, 20, 19, 18, 17]);
    expect(await numbers({ before: 17 })).toEqual([16, 15, 14, 13, 12]);
    expect(await numbers({ kind: 'sign-in', before: 9 })).toEqual([7, 5, 3]);
    expect(await numbers({ person: 'БЕЛ', before: 6 })).toEqual([5, 4, 3]);
    expect(await numbers({ person: 'b2', before: 7 })).toEqual([6, 2]);
    expect(
      await numbers({ from: new Date('2026-11-24T12:00:00Z'), to: new Date('2026-11-24T14:00:00Z') }),
    ).toEqual([4, 3]);
    expect((await readAudit(folder, { limit: 21 })).more).toBe(false);
    expect((await readAudit(folder, { limit: 20 })).more).toBe(true);
  });

  it('finds nothing where there is no log', async () => {
    expect(await readAudit('/nonexistent/audit', { limit: 5 })).toEqual({ records: [], more: false });
  });
});
