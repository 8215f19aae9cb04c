/**
 * How long `ponyatno check` takes as a whole process: `npx node bench/check.ts [--pages 1000,10000]`. The aims are 10 and 60 seconds on
 * two cores.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '#knowledge';
import { manyPages, writeAll } from './content/pages.ts';
import { seconds } from './search/statistics.ts';

const { values } = parseArgs({ options: { pages: { type: 'string', default: '1000,10000' } } });
const { content } = await readContent('content');
for (const count of values.pages.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'ponyatno-check-'));
  try {
    writeAll(folder, manyPages(content, count));
    const took = () => {
      const began = performance.now();
      const { stdout, status } = spawnSync(
        process.execPath,
        ['cli/ponyatno.js', 'check', '--content', folder],
        {
          encoding: 'utf8',
          maxBuffer: 1 << 28,
          env: { ...process.env, PONYATNO_DATA: join(folder, '.data') },
        },
      );
      return `${seconds(performance.now() - began)}, exit ${status}; ${stdout.trim().split('\n').at(-1)}`;
    };
    console.log(`${count} pages, load ${loadavg()[0]?.toFixed(1)}: ${took()}; again ${took()}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
