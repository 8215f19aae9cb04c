import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { RatingLog, ratingsSince } from './ratings.ts';

it('RF-5: counts answers by page and day, lists the pages that helped least first, and lets old days go', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ponyatno-ratings-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const log = new RatingLog(folder);
  expect(ratingsSince(join(folder, 'none'))).toEqual([]);
  expect(existsSync(join(folder, 'none'))).toBe(false);
  log.add('wait', true, '2025-01-01');
  log.add('wait', true, '2026-11-25');
  log.add('wait', false, '2026-11-26');
  log.add('visit', true, '2026-11-26');
  expect(log.list()).toEqual([
    { page: 'wait', helped: 1, notHelped: 1 },
    { page: 'visit', helped: 1, notHelped: 0 },
  ]);
  expect(log.list('2026-11-26')).toEqual([
    { page: 'wait', helped: 0, notHelped: 1 },
    { page: 'visit', helped: 1, notHelped: 0 },
  ]);
  // The server reads while the public site counts.
  expect(ratingsSince(folder, '2026-11-26')).toEqual(log.list('2026-11-26'));
  log.close();
  expect(readFileSync(join(folder, 'ratings.sqlite')).length).toBeGreaterThan(0);
});
