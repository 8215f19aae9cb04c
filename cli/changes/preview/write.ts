import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ElementContent } from 'hast';
import { UsageError } from '../../errors.ts';
import type { ContentChanges, PageChange } from '../compare-content.ts';
import { dressed, element, framed, neededFiles, previewPage } from './html.ts';
import { differencesOf } from './said.ts';

/** What is previewed, and where to. */
export interface Preview {
  /** The built site: the folder with `index.html` files of its pages. */
  readonly site: string;
  readonly folder: string;
  readonly changes: ContentChanges;
  /** What it was compared with, as the person named it. */
  readonly base: string;
}

const kinds = { new: 'новая', changed: 'изменена', removed: 'убрана' } as const;

/**
 * Writes the new and changed pages as they will look, from the built site, with what was said before and a list of them all. The folder
 * opens without a server, so it can be an artifact of a pull request. Gives the number of pages.
 *
 * @throws UsageError when the folder holds something already
 */
export async function writePreview({ site, folder, changes, base }: Preview): Promise<number> {
  if ((await readdir(folder).catch(() => [])).length > 0)
    throw new UsageError(`Папка ${folder} не пуста. Назовите для просмотра другую или удалите эту.`);
  const built = new Map<PageChange, string>();
  for (const change of changes.pages) {
    if (change.kind === 'removed') continue;
    const html = await readFile(join(site, change.page.url, 'index.html'), 'utf8').catch(() => undefined);
    if (html !== undefined) built.set(change, html);
  }
  const pages = new Set([...built.keys()].map(({ page }) => page.url));
  const needed = new Set<string>();
  for (const [change, html] of built) {
    const root = '../'.repeat(change.page.url.split('/').length - 1);
    for (const file of neededFiles(html)) needed.add(file);
    await write(
      join(folder, change.page.url, 'index.html'),
      previewPage(html, { root, pages }, noteOf(change, root)),
    );
  }
  const clothes = await readFile(join(site, '404.html'), 'utf8');
  for (const file of neededFiles(clothes)) needed.add(file);
  await write(
    join(folder, 'index.html'),
    dressed(clothes, 'Что изменится для читателей', listOf(changes, pages, base)),
  );
  await copyFiles(site, folder, needed);
  return built.size;
}

function noteOf(change: PageChange, root: string): ElementContent[] {
  const said = differencesOf(change);
  return [
    framed([
      element(
        'div',
        [
          element('p', [
            `Предпросмотр: страница ${kinds[change.kind]}, после слияния она будет выглядеть так. `,
            element('a', ['Все изменения'], { href: `${root}index.html` }),
          ]),
          ...(said.length > 0
            ? [element('details', [element('summary', ['Что было и что стало']), ...said])]
            : []),
        ],
        { className: ['note'] },
      ),
    ]),
  ];
}

function listOf({ pages: all, profile, units }: ContentChanges, built: ReadonlySet<string>, base: string) {
  const items = all.map((change) => {
    const { title, url } = change.page;
    const shown = change.kind !== 'removed' && built.has(url);
    const why = change.kind !== 'removed' && !shown ? ' На странице ошибки, сайт её не покажет.' : '';
    return element('li', [
      shown ? element('a', [title], { href: `${url.slice(1)}/index.html` }) : element('strong', [title]),
      element('p', [`${kinds[change.kind]}, ${url}.${why}`]),
      ...differencesOf(change),
    ]);
  });
  return [
    framed([
      element('h1', ['Что изменится для читателей']),
      element(
        'p',
        [
          `Сравнение с ${base}. Показаны страницы, которые изменили прямо.`,
          ...(profile ? [' Изменился профиль ведомства: сведения из него стоят и на других страницах.'] : []),
          ...(units ? [' Изменились подразделения.'] : []),
        ],
        { className: ['about'] },
      ),
      items.length > 0
        ? element('ul', items, { className: ['links'] })
        : element('p', ['Ни одна страница не изменилась.']),
    ]),
  ];
}

/** Copies styles and pictures, and the fonts that the styles name. */
async function copyFiles(site: string, folder: string, files: ReadonlySet<string>): Promise<void> {
  for (const file of files) {
    if (!file.endsWith('.css')) {
      await copy(site, folder, file);
      continue;
    }
    const css = await readFile(join(site, file), 'utf8');
    const root = '../'.repeat(file.split('/').length - 1);
    for (const [, name = ''] of css.matchAll(/url\(["']?\/([^)"']+)["']?\)/g)) await copy(site, folder, name);
    await write(join(folder, file), css.replaceAll(/url\((["']?)\//g, `url($1${root}`));
  }
}

async function copy(site: string, folder: string, file: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await copyFile(join(site, file), join(folder, file)).catch(() => {
    // A picture that is not there is not there on the site either.
  });
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
