import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { type Content, readContent } from '#knowledge';
import { git } from '#refresh';
import { UsageError } from '../errors.ts';

/**
 * The content as it was where the branch left another one, whatever that one got since.
 *
 * @param revision a branch, a tag or a commit
 * @throws UsageError when there is no such revision, or no content in it; RefreshError without git
 */
export async function contentAt(folder: string, revision: string): Promise<Content> {
  const prefix = (await git(folder, ['rev-parse', '--show-prefix'])).trim();
  // Below the root git takes out what lies below the same folder of the index only.
  const root = (await git(folder, ['rev-parse', '--show-toplevel'])).trim();
  const base = await commonAncestor(folder, revision);
  const place = await mkdtemp(join(tmpdir(), 'ponyatno-changes-'));
  try {
    // An index of its own: that of the person stays as it is.
    const env = { GIT_INDEX_FILE: join(place, 'index') };
    const files = join(place, 'content');
    try {
      await git(root, ['read-tree', `${base}:${prefix}`], env);
    } catch {
      throw new UsageError(`В «${revision}» нет папки с содержанием, сравнить не с чем.`);
    }
    await git(root, ['checkout-index', '--all', `--prefix=${files}${sep}`], env);
    return (await readContent(files)).content;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function commonAncestor(folder: string, revision: string): Promise<string> {
  try {
    return (await git(folder, ['merge-base', 'HEAD', '--end-of-options', revision])).trim();
  } catch (error) {
    const detail = error instanceof Error && /git не найдена|не лежит в хранилище/.test(error.message);
    if (detail) throw error;
    throw new UsageError(
      `Ветки «${revision}» нет, или у неё нет общей истории с этой. Назовите другую: ponyatno changes origin/main. В CI получите историю целиком: fetch-depth: 0.`,
    );
  }
}
