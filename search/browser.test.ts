import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';

const runtimeImport = /^(?:import|export)\s+(?!type\s)[^;]*?from '([^']+)'/gms;

/** Every module that a module brings along, by name. */
function broughtAlong(file: string, seen = new Set<string>()): Set<string> {
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(runtimeImport)) {
    const path = name.startsWith('.') ? resolve(dirname(file), name) : name;
    if (seen.has(path)) continue;
    seen.add(path);
    if (name.startsWith('.')) broughtAlong(path, seen);
  }
  return seen;
}

it('brings nothing into a browser but the language core', () => {
  const names = [...broughtAlong(resolve(import.meta.dirname, 'browser.ts'))];
  expect(names.filter((name) => !name.startsWith('/'))).toEqual(['@ponyatno/russian']);
  expect(names.some((name) => name.endsWith('query/parse.ts'))).toBe(true);
});
