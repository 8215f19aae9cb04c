import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from './support/app.ts';

let app: App;
/** Every page that can be reached from the home page, as it is sent: address → HTML, or the status that was not 200. */
const pages = new Map<string, string | number>();

beforeAll(async () => {
  app = await startApp();
  let next = ['/'];
  while (next.length > 0) {
    const found = await Promise.all(
      next.map(async (path) => {
        const response = await fetch(app.url + path);
        const html = response.headers.get('content-type')?.includes('html') ? await response.text() : '';
        pages.set(path, response.ok ? html : response.status);
        return response.ok ? linksOf(html) : [];
      }),
    );
    next = [...new Set(found.flat().map(({ path }) => path))].filter((path) => !pages.has(path));
  }
});
afterAll(() => app?.stop());

/** The links of a page to this site: the path with its query, and the anchor. */
function linksOf(html: string): { path: string; anchor: string }[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].flatMap(([, href = '']) => {
    const url = new URL(href.replaceAll('&amp;', '&'), 'http://site');
    const own = url.origin === 'http://site' && href.startsWith('/');
    // A draft is made by the address, so following it would make one; the months of the check go on for ever.
    if (!own || url.pathname.startsWith('/drafts') || url.search !== '') return [];
    return [{ path: url.pathname, anchor: decodeURIComponent(url.hash.slice(1)) }];
  });
}

const read = () => [...pages].flatMap(([path, html]) => (typeof html === 'string' ? [{ path, html }] : []));

describe('the site as it is sent', () => {
  it('has no link that leads nowhere', () => {
    expect(pages.size).toBeGreaterThan(100);
    const broken = [...pages].filter(([, html]) => typeof html === 'number');
    const from = broken.map(
      ([path, status]) =>
        `${path} (${status}) from ${read().find(({ html }) => linksOf(html).some((link) => link.path === path))?.path}`,
    );
    expect(from).toEqual([]);
  });

  it('has no link to an anchor that is not there', () => {
    const missing = read().flatMap(({ path, html }) =>
      linksOf(html)
        .filter(({ anchor, path: target }) => {
          const page = pages.get(target);
          return anchor !== '' && typeof page === 'string' && !page.includes(`id="${anchor}"`);
        })
        .map((link) => `${path} → ${link.path}#${link.anchor}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('has nothing inline, so that one strict security policy fits every page', () => {
    const inline = [
      /<style\b/i,
      /<[^>]+\sstyle=/i,
      /<[^>]+\son[a-z]+=/i,
      /<script\b(?![^>]*\ssrc=)[^>]*>/i,
      /href="\s*javascript:/i,
      /<(?:img|script|link|iframe)\b[^>]*\s(?:src|href)="(?:https?:)?\/\//i,
    ];
    const findings = read().flatMap(({ path, html }) =>
      inline.flatMap((pattern) => {
        const found = pattern.exec(html);
        return found ? [`${path}: ${found[0].slice(0, 80)}`] : [];
      }),
    );
    expect(findings).toEqual([]);
  });

  it('repeats no id on a page, says its language, and has one title of the first level', () => {
    const faults = read().flatMap(({ path, html }) => {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      return [
        ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: id ${id}`),
        ...(html.includes('<html lang="ru"') ? [] : [`${path}: language`]),
        ...(html.match(/<h1\b/g)?.length === 1 ? [] : [`${path}: h1`]),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('stays small: no page weighs more than 80 KB before compression', () => {
    const heavy = read().filter(({ html, path }) => html.length > 80_000 && path !== '/glossary');
    expect(heavy.map(({ path, html }) => `${path}: ${html.length}`)).toEqual([]);
  });

  it('shows no trace of the machinery: no undefined, no object, no unfilled brackets', () => {
    const traces = read().flatMap(({ path, html }) => {
      const text = html.replaceAll(/<[^>]+>/g, ' ');
      const found = /\b(?:undefined|NaN|\[object )|\{\{|null/.exec(text);
      return found ? [`${path}: …${text.slice(Math.max(0, found.index - 40), found.index + 40)}…`] : [];
    });
    expect(traces).toEqual([]);
  });
});
