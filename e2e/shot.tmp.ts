import { launchBrowser } from './support/chromium.ts';

const base = 'http://127.0.0.1:4777';
const browser = await launchBrowser();
for (const [name, url, w, dark] of JSON.parse(process.argv[2] ?? '[]')) {
  const c = await browser.newContext({
    viewport: { width: w, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'ru-RU',
  });
  const page = await c.newPage();
  await page.goto(base + url);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: true });
  await c.close();
}
await browser.close();
