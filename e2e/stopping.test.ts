import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { freePort } from './support/app.ts';

const root = resolve(import.meta.dirname, '..');

it('stops when npm, which started it, is ended by a service manager', async () => {
  const data = await mkdtemp(join(tmpdir(), 'ponyatno-stop-'));
  const port = await freePort();
  // As npm runs a script: in a shell that does not hand signals on.
  const shell = spawn('sh', ['-c', `"${process.execPath}" cli/ponyatno.js serve; exit $?`], {
    cwd: root,
    env: {
      ...process.env,
      npm_command: 'run-script',
      PONYATNO_PORT: String(port),
      PONYATNO_DATA: data,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}/api/health`;
  try {
    await expect.poll(() => answers(url), { timeout: 60_000, interval: 200 }).toBe(true);
    shell.kill('SIGTERM');
    await once(shell, 'exit');
    await expect.poll(() => answers(url), { timeout: 15_000, interval: 200 }).toBe(false);
  } finally {
    shell.kill('SIGKILL');
    await rm(data, { recursive: true, force: true });
  }
});

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
