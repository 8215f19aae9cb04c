import { existsSync } from 'node:fs';
import { dirname, join, matchesGlob, relative, sep } from 'node:path';
import { budgets, type LinterOptions, type Profile } from '@ponyatno/lint-rules';
import type { FaultyFile } from './problems.ts';
import { type Config, type ReadConfig, readConfig } from './read.ts';

export { type FaultyFile, faultReport } from './problems.ts';
export type { Config } from './read.ts';

/** What a file of settings may be called. */
export const configNames = ['ponyatno.yml', '.ponyatno.yml'] as const;

/** The settings of a run: those of each file are the nearest upward from it, or one file for all. */
export class Configs {
  readonly #only: string | undefined;
  readonly #read = new Map<string, Promise<ReadConfig>>();

  constructor(only?: string) {
    this.#only = only;
  }

  /** The settings of a file; undefined where there are none. */
  async of(path: string): Promise<ReadConfig | undefined> {
    const found = this.#only ?? nearestConfig(dirname(path));
    if (found === undefined) return undefined;
    const read = this.#read.get(found) ?? readConfig(found);
    this.#read.set(found, read);
    return read;
  }

  /** Every file of settings that cannot be used, of those asked for. */
  async faulty(): Promise<FaultyFile[]> {
    const read = await Promise.all(this.#read.values());
    return read.flatMap((one) => ('faulty' in one ? one.faulty : []));
  }
}

/** The nearest file of settings, from a folder upward. */
export function nearestConfig(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const found = configNames.map((name) => join(at, name)).find((path) => existsSync(path));
    if (found !== undefined || at === dirname(at)) return found;
  }
}

/** Whether the settings leave a file alone. */
export function isIgnored({ folder, ignore = [] }: Config, path: string): boolean {
  return matches(ignore, folder, path);
}

/** The kind of text that the settings say a file is. */
export function profileFor({ folder, files = [] }: Config, path: string): Profile | undefined {
  return files.findLast(({ path: globs, profile }) => profile !== undefined && matches(globs, folder, path))
    ?.profile;
}

/** The options of the linter for a file of this kind, on top of what the content says. */
export function optionsFor(
  config: Config,
  path: string,
  profile: Profile,
  base: LinterOptions,
): LinterOptions {
  const { folder, files = [], terms = [], names = [], phrases, cap } = config;
  const own = files.filter(({ path: globs }) => matches(globs, folder, path));
  const rules = Object.assign(
    {},
    config.rules,
    config.profiles?.[profile]?.rules,
    ...own.map((one) => one.rules),
  );
  return {
    ...base,
    rules,
    phrases,
    terms: [...(base.terms ?? []), ...terms],
    names: [...(base.names ?? []), ...names],
    budgets: {
      moderate: { ...budgets.moderate, ...defined(config.budgets?.moderate) },
      allowed: { ...budgets.allowed, ...defined(config.budgets?.allowed) },
    },
    ...(cap === undefined ? {} : { cap }),
  };
}

function defined(budget: object | undefined): object {
  return Object.fromEntries(Object.entries(budget ?? {}).filter(([, value]) => value !== undefined));
}

/** Patterns start from the folder of the settings; a folder stands for all in it. */
function matches(globs: readonly string[], folder: string, path: string): boolean {
  const file = relative(folder, path).split(sep).join('/').normalize('NFC');
  return globs.some((glob) => {
    const pattern = glob.normalize('NFC').replace(/^\.\//, '').replace(/\/+$/, '');
    return matchesGlob(file, pattern) || matchesGlob(file, `${pattern}/**`);
  });
}
