import type { PageKind } from '../schema/page.ts';

/** What the path of a page says about it. */
export interface Place {
  readonly kind: PageKind;
  /** The function's folder, when the path names one. */
  readonly function: string | undefined;
  /** File name without extension; of a function its folder. */
  readonly slug: string;
  readonly url: string;
}

const name = '([a-z0-9]+(?:-[a-z0-9]+)*)';

const folders: readonly { pattern: RegExp; kind: PageKind; inFunction: boolean }[] = [
  { pattern: new RegExp(`^functions/${name}/regulations/${name}$`), kind: 'regulation', inFunction: true },
  { pattern: new RegExp(`^functions/${name}/jobs/${name}$`), kind: 'job', inFunction: true },
  { pattern: new RegExp(`^functions/${name}/cases/${name}$`), kind: 'case', inFunction: true },
  { pattern: new RegExp(`^functions/${name}/notes/${name}$`), kind: 'note', inFunction: true },
  { pattern: new RegExp(`^faq/${name}/${name}$`), kind: 'faq', inFunction: true },
  { pattern: new RegExp(`^templates/${name}$`), kind: 'template', inFunction: false },
  { pattern: new RegExp(`^scripts/${name}$`), kind: 'script', inFunction: false },
  { pattern: new RegExp(`^contacts/${name}$`), kind: 'contact', inFunction: false },
];

const functionIndex = new RegExp(`^functions/${name}/index$`);

/** Reads kind, function, slug and address of a page from its path in the content folder; undefined where no page may lie. */
export function placeOf(file: string): Place | undefined {
  if (!file.endsWith('.mdx')) return undefined;
  const path = file.slice(0, -'.mdx'.length);
  const [, folder] = functionIndex.exec(path) ?? [];
  if (folder !== undefined)
    return { kind: 'function', function: folder, slug: folder, url: `/functions/${folder}` };
  for (const { pattern, kind, inFunction } of folders) {
    const match = pattern.exec(path);
    if (!match) continue;
    const [, first = '', second = ''] = match;
    return inFunction
      ? { kind, function: first, slug: second, url: `/${path}` }
      : { kind, function: undefined, slug: first, url: `/${path}` };
  }
  return undefined;
}
