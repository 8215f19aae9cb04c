import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What packing has to know of a `package.json`; the rest is passed on. */
export interface Manifest {
  readonly exports: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

const kept = 'package.json.before-pack';
const typescript = /^\.\/(.+)\.ts$/;

/** The modules that others may import. */
export function entriesOf({ exports }: Manifest): string[] {
  return Object.values(exports).filter((target) => typescript.test(target));
}

/** Node 20 has no `Map.groupBy`; in the checkout the pinned Node counts. */
const engines = { node: '>=22' };

/** The manifest of the tarball: exports lead to the compiled modules, scripts of the checkout are left out. */
export function publishedManifest({ scripts, exports, ...rest }: Manifest): Record<string, unknown> {
  const targets = Object.entries(exports).map(([name, target]) => {
    const [, path] = typescript.exec(target) ?? [];
    return [
      name,
      path === undefined ? target : { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` },
    ];
  });
  return { ...rest, exports: Object.fromEntries(targets), files: ['dist'], engines };
}

/** Reads the manifest of the checkout. */
export function readManifest(folder: string): Manifest {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!isManifest(manifest)) throw new Error(`${folder}/package.json has no exports by name`);
  return manifest;
}

/** Puts the manifest of the tarball in place of the checkout's, which is kept beside it. */
export function switchManifest(folder: string, manifest: Record<string, unknown>): void {
  const path = join(folder, 'package.json');
  renameSync(path, join(folder, kept));
  writeFileSync(path, `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** Undoes all that packing did to the folder; nothing happens where nothing was done. */
export function restore(folder: string): void {
  if (existsSync(join(folder, kept))) renameSync(join(folder, kept), join(folder, 'package.json'));
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
}

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'exports' in value &&
    typeof value.exports === 'object' &&
    value.exports !== null &&
    Object.values(value.exports).every((target) => typeof target === 'string')
  );
}
