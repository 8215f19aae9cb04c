/**
 * How long the state of the monthly check takes, on a base whose units check in time: `npx node bench/refresh.ts [--pages 10000] [--commits 13000]`, as a whole process and then
 * in a server that has read the content already. The aim is 3 seconds for
 * the whole command, on a checkout where nothing was read before.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { readContent } from '#knowledge';
import { refreshStatus } from '#refresh';
import { readPage } from '../knowledge/read/page.ts';
import { baseAgency } from '../knowledge/testing/content-folder.ts';
import { manyPages } from './content/pages.ts';
import { seconds } from './search/statistics.ts';

const { values } = parseArgs({
  options: { pages: { type: 'string', default: '10000' }, commits: { type: 'string', default: '13000' } },
});
const digests = new Map<string, string>();
const { content: own } = await readContent('content');
const repository = mkdtempSync(join(tmpdir(), 'ponyatno-refresh-'));
const git = (args: readonly string[], input?: string) =>
  execFileSync('git', args, {
    cwd: repository,
    ...(input === undefined ? {} : { input }),
    maxBuffer: 1 << 30,
  });
try {
  git(['init', '--quiet', '--initial-branch=main']);
  git(['fast-import', '--quiet'], history(Number(values.pages), Number(values.commits)));
  git(['checkout', '--quiet', 'main']);
  const folder = join(repository, 'content');
  const reading = performance.now();
  const { content } = await readContent(folder);
  const read = performance.now() - reading;
  const began = performance.now();
  const { units, pages } = await refreshStatus({ content });
  const state = performance.now() - began;
  const again = performance.now();
  await refreshStatus({ content });
  const repeated = performance.now() - again;
  const [first, second] = [wholeCommand(folder), wholeCommand(folder)];
  console.log(
    `${pages.size} pages of ${units.length} unit, ${values.commits} commits, load ${loadavg()[0]?.toFixed(1)}: state ${seconds(state)}, again ${seconds(repeated)}; content read in ${seconds(read)}; the whole command ${seconds(first)} when no page was read before, then ${seconds(second)}`,
  );
} finally {
  rmSync(repository, { recursive: true });
}

/** Milliseconds of `ponyatno refresh status`; what it remembers goes with the repository. */
function wholeCommand(folder: string): number {
  const started = performance.now();
  spawnSync(process.execPath, ['cli/ponyatno.js', 'refresh', 'status', '--content', folder], {
    maxBuffer: 1 << 28,
    env: { ...process.env, PONYATNO_DATA: join(repository, '.data') },
  });
  return performance.now() - started;
}

/** What a check writes down of a page. Parsing it anew for each of the months would take an hour, so the digest is that of its first text. */
function asFound(name: string, text: string): { digest: string; text: string } {
  const read = (source: string) =>
    readPage(source, name, { kind: 'faq', function: 'requests', url: name, slug: name }, () => '').page;
  const digest = digests.get(name) ?? read(text)?.digest ?? '';
  digests.set(name, digest);
  return { digest, text: createHash('sha256').update(text).digest('hex').slice(0, 32) };
}

/** All pages in the first commit, then edits of a page each, a check of the month among them; as `git fast-import` reads it. */
function history(pages: number, commits: number): string {
  const files = manyPages(own, pages);
  files.set(
    'agency.yml',
    stringify({ ...baseAgency, refresh: { everyMonths: 1, clause: 'п. 7.7', duty: 'п. 7.8' } }),
  );
  const names = [...files.keys()].filter((name) => name.includes('/q-'));
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const start = Date.parse('2024-01-10T09:00:00Z') / 1000;
  const step = Math.floor((Date.parse('2026-11-20T09:00:00Z') / 1000 - start) / commits);
  const lines: string[] = [];
  const now = new Map(files);
  for (let number = 0; number < commits; number++) {
    const when = `Анна Иванова <anna@example.ru> ${start + number * step} +0700`;
    lines.push(`commit refs/heads/main\nauthor ${when}\ncommitter ${when}\n${data(`Правка ${number}`)}`);
    const changed =
      number === 0
        ? [...files]
        : [
            [
              names[number % names.length] ?? '',
              `${files.get(names[number % names.length] ?? '')}\n\nПравка ${number}.\n`,
            ] as const,
          ];
    for (const [name, text] of changed) {
      now.set(name, text);
      lines.push(`M 100644 inline content/${name}\n${data(text)}`);
    }
    if (number > 0 && number % 400 === 0) {
      const month = new Date((start + number * step) * 1000).toISOString().slice(0, 7);
      const record = stringify({
        unit: 'letters',
        month,
        law: { changed: false, note: 'Изменений нет.' },
        feedback: { changed: false, note: 'Отзывов нет.' },
        pages: names.map((name, index) => ({
          id: `q-${index}`,
          ...asFound(name, now.get(name) ?? ''),
          result: 'unchanged',
        })),
      });
      lines.push(`M 100644 inline content/refresh/${month}/letters.yml\n${data(record)}`);
    }
  }
  return lines.join('');
}
