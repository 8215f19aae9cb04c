// Run by npm in the folder of a package, before it is packed.
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './compile.ts';
import { entriesOf, publishedManifest, readManifest, restore, switchManifest } from './manifest.ts';

const folder = process.cwd();
restore(folder);
const manifest = readManifest(folder);
try {
  compile(folder, entriesOf(manifest));
  const data = join(folder, 'data');
  if (existsSync(data)) cpSync(data, join(folder, 'dist', 'data'), { recursive: true });
  cpSync(join(import.meta.dirname, '..', 'LICENSE'), join(folder, 'dist', 'LICENSE'));
  switchManifest(folder, publishedManifest(manifest));
} catch (error) {
  restore(folder);
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
