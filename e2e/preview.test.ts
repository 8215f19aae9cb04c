import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { EXIT, visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFolder } from '#knowledge';
import { type App, startApp } from './support/app.ts';

const folder = resolve(import.meta.dirname, '../content');
/** The text is compared, and whatever makes it look as it does; anchors of a preview have a prefix of their own. */
const compared = ['className', 'href', 'role', 'src', 'alt', 'dataExpansion'];
let app: App;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

/** The text of a page as elements and classes, whatever the spaces between them. */
function prose(html: string): string {
  let found: Element | undefined;
  visit(fromHtml(html), 'element', (node) => {
    const { className } = node.properties;
    if (!Array.isArray(className) || !className.includes('prose')) return;
    found = node;
    return EXIT;
  });
  if (found === undefined) return 'no text';
  visit(found, 'element', (node) => {
    node.properties = Object.fromEntries(
      Object.entries(node.properties)
        .filter(([name, value]) => compared.includes(name) && String(value) !== '')
        .toSorted(),
    );
  });
  return toHtml(found)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/> | (?=<)/g, (space) => space.trim());
}

it('the preview of a page is the page as it was built', async () => {
  const { content } = await readFolder(folder);
  const kinds = Map.groupBy(content.pages, ({ kind }) => kind);
  // Pages of every kind, in the order of their paths.
  const pages = [...kinds.values()].flatMap((all) =>
    all.filter((_, index) => index % Math.ceil(all.length / 4) === 0),
  );
  expect(pages.length).toBeGreaterThan(20);
  for (const { file, url } of pages) {
    const text = await readFile(join(folder, file), 'utf8');
    const response = await fetch(`${app.url}/api/proposals/check`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ file, text }),
    });
    const { preview, problems } = (await response.json()) as {
      preview: string;
      problems: { severity: string }[];
    };
    const built = await (await fetch(app.url + url)).text();
    expect(prose(preview), file).toBe(prose(built));
    expect(
      problems.filter(({ severity }) => severity === 'error'),
      file,
    ).toEqual([]);
  }
}, 180_000);
