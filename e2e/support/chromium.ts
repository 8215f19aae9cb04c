import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env.PONYATNO_CHROMIUM,
  // The same engine without windows: a fifth faster.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Without these Chromium asks its maker's hosts at every start, which a closed network refuses one by one. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium: PONYATNO_CHROMIUM, the system's, or the one Playwright keeps, downloaded when there is none.
 *
 * @throws when none is found and the download fails; the message says how to get one.
 */
export function findChromium(): string {
  for (const place of places) if (place && existsSync(place)) return place;
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  spawnSync('npx', ['playwright-core', 'install', 'chromium'], { stdio: 'inherit' });
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new Error(
    'The browser tests need Chromium and found none. Install it with "apt-get install chromium" (Debian, Ubuntu), ' +
      'or name an executable in the environment variable PONYATNO_CHROMIUM.',
  );
}

/** Starts a headless Chromium; the sandbox is off only for root, where Chromium refuses to start with it. */
export function launchBrowser(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: findChromium(),
    args: asRoot ? [...quiet, '--no-sandbox'] : quiet,
  });
}
