import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from './app.ts';
import { findChromium } from './chromium.ts';

/**
 * Finds the browser, builds the site and the search index once, so that each test file starts a server in a second, as one is that was
 * started before.
 */
export default async function setup(): Promise<() => Promise<void>> {
  findChromium();
  const left = await mkdtemp(join(tmpdir(), 'ponyatno-e2e-left-'));
  const app = await startApp();
  for (const part of ['search', 'cache'])
    await cp(join(app.dataFolder, part), join(left, part), { recursive: true });
  await app.stop();
  process.env.E2E_LEFT_BY_A_START = left;
  return () => rm(left, { recursive: true });
}
