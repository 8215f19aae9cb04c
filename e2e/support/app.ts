import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A running Ponyatno with a data folder of its own. */
export interface App {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  readonly dataFolder: string;
  /** The number of its process now. */
  readonly pid: number | undefined;
  /** What the process has printed so far, both streams. */
  output(): string;
  /** Ends the process and starts it again on the same port and data; `SIGKILL` is a crash. */
  restart(signal?: NodeJS.Signals): Promise<void>;
  /** Ends the process and removes its data. */
  stop(): Promise<void>;
}

/** A port of this computer that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port number.');
  return address.port;
}

/**
 * Starts `ponyatno serve` as a user would and waits until it is ready: with the search index and the pages that a start before has left,
 * when there was one and the content is the house's own.
 *
 * @param env environment variables over the test's own
 * @throws with everything the process printed, when it ends or is not ready within two minutes
 */
export async function startApp(env: Record<string, string> = {}): Promise<App> {
  const port = await freePort();
  const dataFolder = await mkdtemp(join(tmpdir(), 'ponyatno-e2e-'));
  const url = `http://127.0.0.1:${port}`;
  const { E2E_LEFT_BY_A_START: left } = process.env;
  if (left !== undefined && env.PONYATNO_CONTENT === undefined)
    await cp(left, dataFolder, { recursive: true });
  let printed = '';
  let child: ChildProcess;

  async function start(): Promise<void> {
    child = spawn(process.execPath, [join(root, 'cli/ponyatno.js'), 'serve'], {
      cwd: root,
      env: { ...process.env, PONYATNO_PORT: String(port), PONYATNO_DATA: dataFolder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => {
      printed += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    await ready();
  }

  async function ready(): Promise<void> {
    const deadline = Date.now() + 120_000;
    while (Date.now() < deadline) {
      if (child.exitCode !== null)
        throw new Error(`ponyatno serve ended with ${child.exitCode}:\n${printed}`);
      const answer = await fetch(`${url}/api/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    child.kill('SIGKILL');
    throw new Error(`ponyatno serve was not ready within two minutes:\n${printed}`);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  await start();
  return {
    url,
    dataFolder,
    get pid() {
      return child.pid;
    },
    output: () => printed,
    async restart(signal = 'SIGTERM') {
      await end(signal);
      await start();
    },
    async stop() {
      await end('SIGTERM');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
