import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';

/** Lies in every folder that this command has filled; a folder without it is somebody else's. */
export const siteMark = '.ponyatno-public-site';

/**
 * Puts a site into a folder, in place of the former one.
 *
 * @throws UsageError when the folder holds anything that is no site of ours: it is not emptied by mistake
 */
export async function replaceSite(files: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const there = await readdir(out);
  if (there.length > 0 && !there.includes(siteMark))
    throw new UsageError(
      `В папке ${out} лежит что-то другое. Укажите в --out пустую папку или папку с прежним сайтом.`,
    );
  // The mark first and last: a copy that was cut short can be repeated.
  for (const name of there.filter((one) => one !== siteMark))
    await rm(join(out, name), { recursive: true, force: true });
  await writeFile(join(out, siteMark), 'Эту папку целиком заменяет команда ponyatno build-public.\n');
  await cp(files, out, { recursive: true });
}
