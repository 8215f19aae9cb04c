import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tryLock, withLock } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'ponyatno-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tryLock', () => {
  it('is held by one at a time', () => {
    const file = join(folder, 'one.lock');
    const release = tryLock(file);
    expect(release).toBeDefined();
    expect(tryLock(file)).toBeUndefined();
    release?.();
    const again = tryLock(file);
    expect(again).toBeDefined();
    again?.();
  });

  it('is given back when its holder is killed', async () => {
    const file = join(folder, 'killed.lock');
    const module = JSON.stringify(join(import.meta.dirname, 'lock.ts'));
    const child = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { tryLock } from ${module}; tryLock(${JSON.stringify(file)}); console.log('held'); setInterval(() => {}, 1000);`,
    ]);
    await once(child.stdout, 'data');
    expect(tryLock(file)).toBeUndefined();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const release = tryLock(file);
    expect(release).toBeDefined();
    release?.();
  });
});

describe('withLock', () => {
  it('lets one work after another', async () => {
    const file = join(folder, 'queue.lock');
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} begins`);
      await new Promise((done) => setTimeout(done, 20));
      events.push(`${name} ends`);
    };
    await Promise.all([withLock(file, work('a')), withLock(file, work('b'))]);
    expect(events.map((event) => event.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
  });
});
