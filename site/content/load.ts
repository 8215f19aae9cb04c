import { resolve } from 'node:path';
import { type Content, type Page, type Problem, readContent } from '#knowledge';

/** The content as the site shows it, and what is wrong with it. */
export interface SiteContent {
  readonly content: Content;
  readonly problems: readonly Problem[];
}

const folder = resolve(process.env.PONYATNO_CONTENT || 'content');

let loading: Promise<SiteContent> | undefined;

/** Reads the content folder once a process. */
export function loadContent(): Promise<SiteContent> {
  loading ??= readContent(folder).then(({ content, problems }) => ({
    content: withoutFaulty(content, faultyFiles(problems)),
    problems,
  }));
  return loading;
}

/** Files with errors: their pages are not shown, so that one faulty page does not take the whole site away. */
export function faultyFiles(problems: readonly Problem[]): ReadonlySet<string> {
  return new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
}

/** The content without the pages of these files: links to them become plain text. */
export function withoutFaulty(content: Content, faulty: ReadonlySet<string>): Content {
  const shown = <Found extends Page>(page: Found | undefined) =>
    page && !faulty.has(page.file) ? page : undefined;
  return {
    ...content,
    pages: content.pages.filter(shown),
    page: (id) => shown(content.page(id)),
    pageAt: (url) => shown(content.pageAt(url)),
    pagesOf: (kind) => content.pagesOf(kind).filter((page) => !faulty.has(page.file)),
    functionOf: (page) => shown(content.functionOf(page)),
  };
}
