import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Content, Page } from '../content.ts';
import { ContentError, readContent } from '../read/index.ts';
import type { Reading } from '../read/reading.ts';
import { counted } from '../russian.ts';
import { publicAgency } from './agency.ts';
import { publicBody } from './body.ts';
import { publicData, publicUnit } from './data.ts';
import { isPublished, type PublicKind } from './publishable.ts';

/** A content folder in which nothing of the staff's is left. */
export interface PublicFiles {
  /** Text by the name of the file, relative, with `/`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Pictures that the pages show, to be taken over as they are. */
  readonly pictures: readonly string[];
}

/**
 * The content as a public site is made of it: written anew from what was read, by lists of what may be told, so that a comment, a
 * field or a file that nobody thought of stays with the staff. Faulty pages are left out.
 */
export function publicFiles({ content, problems, files }: Reading): PublicFiles {
  const faulty = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const shown = content.pages.filter(
    (page): page is Page<PublicKind> => isPublished(page, content) && !faulty.has(page.file),
  );
  const bodies = shown.map((page) => ({ page, ...publicBody(page, content) }));
  const yaml = (value: unknown) => stringify(value, { lineWidth: 0 });
  const texts = new Map<string, string>();
  for (const { page, body } of bodies)
    texts.set(page.file, `---\n${yaml(publicData(page, content))}---\n\n${body.trim()}\n`);
  texts.set('agency.yml', yaml(publicAgency(content, termsOf(shown))));
  texts.set('units.yml', yaml([unitOf(content)]));
  texts.set('glossary.yml', yaml(content.glossary.filter(({ audience }) => audience === 'public')));
  const pictures = new Set(bodies.flatMap((one) => one.files).filter((file) => files.has(file)));
  return { texts, pictures: [...pictures] };
}

/**
 * Writes the public content into a folder of its own and reads it back: what a public site is built from has no page that is not
 * public, or it is not built.
 *
 * @throws ContentError
 */
export async function writePublicContent(contentFolder: string, folder: string): Promise<Content> {
  const { texts, pictures } = publicFiles(await readContent(contentFolder));
  await rm(folder, { recursive: true, force: true });
  for (const [file, text] of texts) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  for (const file of pictures) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(contentFolder, file), join(folder, file));
  }
  const { content, problems } = await readContent(folder);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const staff = content.pages.filter((page) => !isPublished(page, content));
  if (errors.length > 0 || staff.length > 0)
    throw new ContentError(
      `Публичный сайт не собран: ${counted(errors.length + staff.length, ['страница', 'страницы', 'страниц'])} нельзя показать гражданам. ` +
        `${errors.map(({ file, line, message }) => `${file}, строка ${line}: ${message}`).join(' ')} Что исправить, скажет «npx ponyatno check».`,
    );
  return content;
}

function termsOf(pages: readonly Page[]): ReadonlySet<string> {
  return new Set(
    pages.flatMap(({ components }) =>
      components.flatMap(({ name, attributes }) => (name === 'Deadline' ? [attributes.term ?? ''] : [])),
    ),
  );
}

function unitOf({ agency }: Content): Record<string, unknown> {
  const missing = { missing: 'Не указано' };
  return {
    id: publicUnit,
    name: agency.name.short.length < 3 ? agency.name.full : agency.name.short,
    officialName: missing,
    head: missing,
    phone: missing,
    email: missing,
  };
}
