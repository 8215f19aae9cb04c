import { posix } from 'node:path';
import type { LinkUse, Page } from '../content.ts';
import { type Check, type CheckedReading, reporter } from './check.ts';

/** Links and pictures that lead nowhere inside the knowledge base. Whether a foreign site answers is not asked. */
export const links: Check = (reading) => {
  const report = reporter('broken-link', reading);
  return reading.content.pages.flatMap((page) =>
    page.links.flatMap((link) => {
      const message = linkFault(link, page, reading);
      return message === undefined ? [] : [report.on(page.file, link, message)];
    }),
  );
};

function linkFault({ url, image }: LinkUse, page: Page, reading: CheckedReading): string | undefined {
  // A variable as the address is filled in with the letter; schemes are the business of the declarative check.
  if (url === '' || url.includes('((') || /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//'))
    return url === '' ? 'У ссылки нет адреса. Впишите его или уберите ссылку.' : undefined;
  const [path = '', anchor] = decode(url).split('#');
  if (path === '') return anchorFault(anchor, page);
  if (image) return fileFault(path, page, reading);
  const target = path.startsWith('/')
    ? reading.content.pageAt(path.replace(/\/$/, ''))
    : reading.content.pages.find(({ file }) => file === fileAt(path, page));
  if (target) return anchorFault(anchor, target);
  if (!path.startsWith('/') && reading.files.has(fileAt(path, page))) return undefined;
  return `Ссылка «${url}» никуда не ведёт. На страницу базы ссылаются по id: <Page id="…">текст</Page>.`;
}

function anchorFault(anchor: string | undefined, page: Page): string | undefined {
  if (anchor === undefined || anchor === '' || page.sections.some(({ slug }) => slug === anchor))
    return undefined;
  return `На странице «${page.title}» нет раздела «#${anchor}». Проверьте заголовок.`;
}

function fileFault(path: string, page: Page, { files }: CheckedReading): string | undefined {
  return files.has(fileAt(path, page))
    ? undefined
    : `Файла «${path}» нет. Положите его рядом или исправьте путь.`;
}

function fileAt(path: string, page: Page): string {
  return path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(page.file), path);
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
