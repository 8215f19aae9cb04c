/**
 * How fast the call screen is in a real Chromium: `npx node bench/call.ts [--records 10000] [--keys 200]`. From a key to the
 * painted answers over an index of made-up Russian pages, and from opening the page, visited before, to the focused search on
 * a processor slowed down four times. It starts Ponyatno and a browser, and asks nobody else.
 */
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { openDictionary } from '@ponyatno/russian/node';
import type { Page } from 'playwright-core';
import { readContent } from '#knowledge';
import { buildIndexFrom, encodeIndex } from '#search';
import { startApp } from '../e2e/support/app.ts';
import { launchBrowser } from '../e2e/support/chromium.ts';
import { type NetworkLine, startLine } from '../e2e/support/line.ts';
import { keyToPaint, openings, scriptBytes } from '../e2e/support/speed.ts';
import { makeCorpus } from './search/corpus.ts';
import { makeQueries } from './search/queries.ts';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '10000' },
    keys: { type: 'string', default: '200' },
    openings: { type: 'string', default: '7' },
  },
});
const records = Number(values.records);
const dictionary = openDictionary();
const { content } = await readContent('content');
const sample = content.pages.map((page) => [page.title, ...page.sections.map(({ text }) => text)].join('\n'));
const corpus = makeCorpus(records, sample, dictionary);
const index = encodeIndex(buildIndexFrom({ pages: corpus.pages, synonyms: [] }, dictionary));
console.log(
  `${records} records, ${corpus.pages.length} pages, index ${megabytes(gzipSync(index).length)} MB gzip`,
);

const app = await startApp();
const browser = await launchBrowser();
const line = await startLine(app.url);
try {
  await serveIndex(line);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${line.url}/call`);
  await page.waitForSelector('.call-grid');
  await page.waitForFunction(async () => (await caches.keys()).some((name) => name.startsWith('call-')));
  await localIndex(page, line);
  const scripts = scriptBytes(line.passed);
  console.log(`JavaScript: ${(scripts / 1024).toFixed(1)} KB gzip (budget 120)`);
  // What a person types, letter by letter; unfinished words come of themselves.
  const queries = makeQueries(corpus, 20).flatMap(({ name, queries: all }) =>
    ['one word', 'three words', 'one slip'].includes(name) ? [...all] : [],
  );
  report('key to painted answers, ms', await keyToPaint(page, queries, Number(values.keys)), 50);
  const times = await openings(context, line.url, 4, Number(values.openings));
  report(
    'opening to focused search at 4× slower, ms',
    times.map(({ focused }) => focused),
    1000,
  );
  report(
    'opening to the whole screen at 4× slower, ms',
    times.map(({ complete }) => complete),
    undefined,
  );
} finally {
  await browser.close();
  await line.stop();
  await app.stop();
}

/** The made-up index stands where the browser looks for the real one. */
async function serveIndex({ instead, url }: NetworkLine): Promise<void> {
  const manifest = await (await fetch(`${url}/api/search/index`)).json();
  const file = '/api/search/index/bench';
  const publishedAt = new Date().toISOString();
  instead.set('/api/search/index', {
    status: 200,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...manifest, index: file, publishedAt }),
  });
  instead.set(file, { status: 200, headers: { 'Content-Type': 'application/octet-stream' }, body: index });
}

/** Waits until the browser answers by itself: a question then asks the server nothing. */
async function localIndex(page: Page, { passed }: NetworkLine): Promise<void> {
  const asked = () => passed.filter(({ path }) => path.startsWith('/api/search?')).length;
  for (let tries = 0; tries < 120; tries++) {
    const before = asked();
    await page.fill('#call-query', '');
    await page.fill('#call-query', `ответ ${tries}`);
    await page.waitForTimeout(500);
    if (asked() === before) return;
  }
  throw new Error('The browser did not open the index within a minute.');
}

function report(name: string, times: readonly number[], budget: number | undefined): void {
  const sorted = times.toSorted((one, two) => one - two);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  console.log(
    `${name}: p50 ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} (${times.length} measured${budget === undefined ? '' : `, budget ${budget}`})`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
