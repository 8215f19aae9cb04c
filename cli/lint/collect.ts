import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileReport } from '@ponyatno/lint-rules';
import { type Config, Configs, faultReport, isIgnored, type SourceFile } from '#linting';
import { UsageError } from '../errors.ts';
import { nameFrom, readSource, readStandardInput } from './files.ts';
import { findFiles } from './find-files.ts';

/** Which texts the person asked for. */
export interface Collecting {
  readonly paths: readonly string[];
  /** The content folder. */
  readonly folder: string;
  /** A file of settings for all, instead of the nearest of each file. */
  readonly config?: string | undefined;
  /** What the text from standard input is called. */
  readonly stdinName?: string | undefined;
}

/** The files to lint, and the settings of each by its path. */
export interface Collected {
  readonly sources: readonly SourceFile[];
  readonly configs: ReadonlyMap<string, Config>;
  /** What is wrong with settings: then nothing is read. */
  readonly faults: readonly FileReport[];
}

/** The path that stands for standard input. */
export const standardInput = '-';

/** The files to lint with the settings of each, or what is wrong with the settings. */
export async function collect(
  { paths, folder, config, stdinName }: Collecting,
  from: string,
): Promise<Collected> {
  if (paths.includes(standardInput) && paths.length > 1)
    throw new UsageError(`«${standardInput}» — это стандартный ввод: с ним других путей не бывает.`);
  const input = paths[0] === standardInput ? await readStandardInput(stdinName, from) : undefined;
  const files = input ? [input.path] : await findFiles(paths.length > 0 ? paths : [folder], from);
  const settings = new Configs(config === undefined ? undefined : settingsFile(config, from));
  const configs = new Map<string, Config>();
  for (const path of files) {
    const read = await settings.of(path);
    if (read && 'config' in read) configs.set(path, read.config);
  }
  const kept = files.filter((path) => {
    const own = configs.get(path);
    return own === undefined || !isIgnored(own, path);
  });
  const faulty = await settings.faulty();
  const faults = faulty.map((file) => faultReport(file, nameFrom(from, file.path)));
  const sources = input
    ? kept.map(() => input)
    : await Promise.all(faults.length > 0 ? [] : kept.map((path) => readSource(path, from)));
  return { sources, configs, faults };
}

function settingsFile(given: string, from: string): string {
  const path = resolve(from, given);
  if (!existsSync(path)) throw new UsageError(`Файла настроек «${given}» нет. Проверьте путь.`);
  return path;
}
