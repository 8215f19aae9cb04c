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

if (major >= 24) {
  // The types are stripped and the code compiled once for each version of a file. The folder is the installation's own,
  // not the common one of the machine, where others could put code; where it cannot be written nothing is kept.
  module.enableCompileCache(join(root, 'node_modules', '.cache', 'ponyatno'));
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
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // A service manager ends the process it started; the server behind it must flush as well.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 2;
  });
}
