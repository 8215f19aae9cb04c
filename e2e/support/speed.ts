import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import type { Passed } from './line.ts';

/** How much JavaScript has come over a line, each file once, compressed as gzip does it. */
export function scriptBytes(passed: readonly Passed[]): number {
  const sizes = new Map<string, number>();
  for (const { path, answer, encoding } of passed) {
    // Asked for again, a file that has not changed comes without its body.
    if (!path.split('?')[0]?.endsWith('.js') || answer.length === 0) continue;
    sizes.set(path, gzipSync(plain(answer, encoding), { level: 9 }).length);
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

function plain(body: Uint8Array, encoding: string | undefined): Uint8Array {
  if (encoding === 'br') return brotliDecompressSync(body);
  return encoding === 'gzip' ? gunzipSync(body) : body;
}

/**
 * Milliseconds from a key to the painted answers of what stands in the box then, key by key. The page itself takes the
 * times: from the input event to the frame after the list belongs to the new query.
 */
export async function keyToPaint(page: Page, queries: readonly string[], keys: number): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    let pressed: { readonly at: number; readonly query: string } | undefined;
    document.addEventListener(
      'input',
      ({ target, timeStamp }) => {
        if (target instanceof HTMLInputElement) pressed = { at: timeStamp, query: target.value.trim() };
      },
      { capture: true },
    );
    const painted = () => {
      const shown = document.querySelector('[role="listbox"]')?.getAttribute('data-query');
      if (pressed === undefined || shown !== pressed.query) return;
      const { at } = pressed;
      pressed = undefined;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - at);
        port2.postMessage(undefined);
      });
    };
    new MutationObserver(painted).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-query'],
    });
  });
  const box = page.locator('#call-query');
  let typed = 0;
  for (const query of queries) {
    await box.fill('');
    for (const letter of query) {
      await page.keyboard.insertText(letter);
      // As fast as a good typist: twelve keys a second.
      await page.waitForTimeout(80);
      typed++;
    }
    if (typed >= keys) break;
  }
  await page.waitForTimeout(200);
  return page.evaluate(() => (window as unknown as { times: number[] }).times);
}

/** How long the page took to come, in milliseconds from opening it. */
export interface Opening {
  /** The search has the focus: one can type. */
  readonly focused: number;
  /** The script of the talk stands there too. */
  readonly complete: number;
}

/** Opens the page, visited before, so many times, on a processor so many times slower. */
export async function openings(
  context: BrowserContext,
  url: string,
  slower: number,
  count: number,
): Promise<Opening[]> {
  const times: Opening[] = [];
  for (let opening = 0; opening < count; opening++) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.addInitScript(() => {
      const note = (name: string) => {
        if (!(name in window)) Object.assign(window, { [name]: performance.now() });
      };
      document.addEventListener('focusin', ({ target }) => {
        if (target instanceof Element && target.id === 'call-query') note('focused');
      });
      new MutationObserver(() => {
        if (document.querySelector('.call-grid')) note('complete');
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${url}/call`);
    await page.waitForFunction(() => 'focused' in window && 'complete' in window);
    times.push(
      await page.evaluate(() => {
        const { focused, complete } = window as unknown as Opening;
        return { focused, complete };
      }),
    );
    await page.close();
  }
  return times;
}
