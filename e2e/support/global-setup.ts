import { startApp } from './app.ts';
import { findChromium } from './chromium.ts';

/** Finds the browser and builds the site once, so that each test file starts a server in a second. */
export default async function setup(): Promise<void> {
  findChromium();
  const app = await startApp();
  await app.stop();
}
