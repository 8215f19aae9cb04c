import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Content, PartialContent, Vocabulary } from '../content.ts';
import { listFiles } from './files.ts';
import { FolderReader } from './folder-reader.ts';
import type { CachePlace } from './page-cache.ts';
import type { Reading } from './reading.ts';

export type { Locate, Reading } from './reading.ts';

/** How a folder is read. */
export interface ReadingOptions {
  /** Without it every page is read anew. */
  readonly cache?: CachePlace | undefined;
  /** `when-asked`: bodies and records are read when something of them is asked for, and what is wrong in them is not reported. */
  readonly bodies?: 'at-once' | 'when-asked';
}

/** The content cannot be used at all: no folder, or no readable profile. The message is a full sentence in Russian. */
export class ContentError extends Error {
  override name = 'ContentError';
  /** What could be read, when there is a folder at all. */
  readonly reading: Reading<PartialContent> | undefined;

  constructor(message: string, reading?: Reading<PartialContent>) {
    super(message);
    this.reading = reading;
  }
}

/**
 * Reads the content folder: the one reader of site, search, linter, editor and check. Faulty pages are left out and
 * reported; without a readable `agency.yml` there is no content, and a `ContentError` is thrown that carries every problem.
 */
export async function readContent(folder: string, options: ReadingOptions = {}): Promise<Reading> {
  const reading = await readFolder(folder, options);
  const { agency } = reading.content;
  if (agency) return { ...reading, content: { ...reading.content, agency } };
  const [first] = reading.problems.filter((problem) => problem.file === 'agency.yml');
  const detail = first ? ` Строка ${first.line}: ${first.message}` : '';
  throw new ContentError(
    `Профиль ведомства не прочитан: ${resolve(folder, 'agency.yml')}.${detail} Все ошибки покажет «ponyatno check».`,
    reading,
  );
}

/** Reads as much as can be read; throws only when there is no folder. */
export async function readFolder(
  folder: string,
  options: ReadingOptions = {},
): Promise<Reading<PartialContent>> {
  return (await readerOf(folder, options)).read();
}

/** Reads what the linter needs, some twenty times quicker than all the pages; throws only when there is no folder. */
export async function readVocabulary(folder: string): Promise<Vocabulary> {
  return (await readerOf(folder)).vocabulary();
}

/** Reads the ledger of monthly checks alone, as it is on disk now: units add to it while a server runs. */
export async function readLedgers(folder: string): Promise<Pick<Content, 'ledgers' | 'confirmations'>> {
  const absolute = resolve(folder);
  const reader = new FolderReader(absolute, await listFiles(absolute), { bodies: 'when-asked' });
  return { ledgers: reader.ledgers(), confirmations: reader.confirmations() };
}

async function readerOf(folder: string, options: ReadingOptions = {}): Promise<FolderReader> {
  const absolute = resolve(folder);
  const found = await stat(absolute).catch(() => undefined);
  if (!found?.isDirectory())
    throw new ContentError(
      `Папки с содержанием нет: ${absolute}. Укажите её через --content или переменную PONYATNO_CONTENT.`,
    );
  return new FolderReader(absolute, await listFiles(absolute), options);
}
