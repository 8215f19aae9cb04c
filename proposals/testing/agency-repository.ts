import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { baseFiles, page, writeFiles } from '../../knowledge/testing/content-folder.ts';
import { GitRepository } from '../../refresh/testing/git-repository.ts';
import { createProposals, type ProposalSettings, type Proposals } from '../proposals.ts';

/** The page that the tests change. */
export const file = 'faq/requests/when-reply.mdx';

/** Its text. */
export const before = page(
  {
    id: 'when-reply',
    title: 'Когда придёт ответ?',
    function: 'requests',
    spoken: 'Ответ придёт за пять рабочих дней после того, как мы получим письмо.',
  },
  'Мы отвечаем за пять рабочих дней.',
);

/** The same with another number. */
export const after = before.replace('за пять рабочих дней.', 'за шесть рабочих дней.');

/** An agency in a repository of its own: the content in a folder, all of it committed. */
export interface AgencyRepository {
  readonly repository: GitRepository;
  readonly content: string;
  open(settings?: Partial<ProposalSettings>): Promise<Proposals>;
}

/** Makes the repository; `at` is the folder of the content in it. */
export async function agencyRepository({ at = 'content', commit = true } = {}): Promise<AgencyRepository> {
  const repository = await GitRepository.create();
  const content = join(repository.folder, at);
  await writeFiles(content, { ...baseFiles, [file]: before });
  if (commit) repository.commit({ at: '2026-11-01T09:00:00+07:00', message: 'Содержание' });
  return { repository, content, open: (settings) => openProposals(content, settings) };
}

/** Opens the proposals of a content folder for one test. */
export async function openProposals(
  content: string,
  settings: Partial<ProposalSettings> = {},
): Promise<Proposals> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'ponyatno-data-'));
  const proposals = createProposals({
    contentFolder: content,
    dataFolder,
    preview: async () => '',
    ...settings,
  });
  onTestFinished(async () => {
    await proposals.close();
    await rm(dataFolder, { recursive: true, force: true });
  });
  return proposals;
}
