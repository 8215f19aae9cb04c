#!/usr/bin/env node
// The launcher runs on any Node from 20 on: it hands over to the Node pinned in node_modules when this one cannot
// run TypeScript as it is. Everything else is in main.ts.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const major = Number(process.versions.node.split('.')[0]);
// V8 lets the space for short-lived objects grow to 113 MB in the main thread of a server and 62 in that of the search and never
// gives it back, and glibc keeps a heap for every thread: with small ones a server has 365 MB instead of 480 (bench/drafts.ts).
const flags = process.argv[2] === 'serve' ? ['--max-semi-space-size=4'] : [];
// The types are stripped and the code compiled once for each version of a file. The folder is the installation's own,
// not the common one of the machine, where others could put code; where it cannot be written nothing is kept. Threads
// and programs that are started later find it in the environment: each of the four threads of a server starts half a second sooner.
const env = {
  MALLOC_ARENA_MAX: '2',
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'ponyatno'),
  ...process.env,
};

if (major >= 24) {
  // A flag of the heap must be there when the process begins. The new program takes the place of this one: same pid, same streams.
  const missing = flags.filter((flag) => !process.execArgv.includes(flag));
  if (missing.length > 0 && process.platform !== 'win32')
    process.execve(
      process.execPath,
      [process.execPath, ...missing, ...process.execArgv, ...process.argv.slice(1)],
      env,
    );
  process.env.NODE_COMPILE_CACHE = env.NODE_COMPILE_CACHE;
  module.enableCompileCache(env.NODE_COMPILE_CACHE);
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const pinned = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  if (!existsSync(pinned)) {
    console.error(
      `Понятно работает на Node 24, а запущен Node ${process.versions.node}. Выполните npm install: он поставит нужную версию; на других системах установите Node 24.`,
    );
    process.exit(2);
  }
  const child = spawn(pinned, [...flags, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env,
  });
  // A service manager ends the process it started; the server behind it must flush as well.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 2;
  });
}
