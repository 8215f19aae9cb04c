import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Content, readContent } from '#knowledge';
import {
  baseAgency,
  baseFiles,
  baseUnits,
  functionFiles,
  writeFiles,
} from '../../knowledge/testing/content-folder.ts';
import { recordCheck } from '../record.ts';
import { type RefreshStatus, refreshStatus } from '../status.ts';
import { GitRepository } from './git-repository.ts';

/** «Now» in the tests: 22 November 2026, 13:00 in Novosibirsk. */
export const november = Temporal.Instant.from('2026-11-22T06:00:00Z');
/** When the content of the tests came to the main line. */
export const start = '2026-09-01T09:00:00+07:00';

const agency = { ...baseAgency, refresh: { everyMonths: 1, clause: 'п. 7.7', duty: 'п. 7.8' } };
/** The two units of the tests. */
export const [letters] = baseUnits;
export const reception = { ...letters, id: 'reception', name: 'отдел приёма' };
/** Content of two units whose profile demands the monthly check. */
export const files = {
  ...baseFiles,
  ...functionFiles('visits', 'reception'),
  'agency.yml': agency,
  'units.yml': [letters, reception],
};

/** A repository whose `content/` came to the main line in September. */
export async function repository(
  extra: Readonly<Record<string, string | object>> = {},
): Promise<GitRepository> {
  const made = await GitRepository.create();
  await writeFiles(join(made.folder, 'content'), { ...files, ...extra });
  made.commit({ at: start, message: 'Начало' });
  return made;
}

/** Reads the content of a repository anew. */
export async function contentOf(made: GitRepository): Promise<Content> {
  return (await readContent(join(made.folder, 'content'))).content;
}

/** Writes the record that a unit would write, not yet committed. */
export async function writeRecord(
  made: GitRepository,
  unit: string,
  month: string,
  law = 'Изменений нет.',
): Promise<string> {
  const content = await contentOf(made);
  const now = Temporal.Instant.from('2026-12-31T00:00:00Z');
  const answer = (note: string) => ({ changed: false, note });
  const { file } = await recordCheck({
    content,
    unit,
    month,
    law: answer(law),
    feedback: answer('Отзывов нет.'),
    now,
  });
  return `content/${file}`;
}

/** The status of a month of a repository. */
export async function statusOf(
  made: GitRepository,
  month = '2026-11',
  now: Temporal.Instant = november,
): Promise<RefreshStatus> {
  return refreshStatus({ content: await contentOf(made), now, month });
}
