import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Runs axe over the page as it stands, by WCAG 2.2 AA and its best practices: in the page itself, which is enough
 * without frames and takes a third of the time, and without the lists of what is well.
 *
 * @returns one line a finding: the rule, what it says, and the first elements it names; empty when all is well
 */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: standards }, resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes
        .slice(0, 3)
        .map((node) => node.target.join(' '))
        .join('; ')})`,
  );
}

const looks = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 360],
] as const;

/**
 * What axe finds on the page as it stands, and whether it scrolls sideways: in both themes, on a wide screen and on a
 * telephone. The page is left dark and narrow.
 */
export async function findingsOfEveryLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, width] of looks) {
    // A colour that is still fading in has the contrast of neither theme.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const findings = await accessibilityFindings(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) findings.push(`scrolls sideways by ${overflow} px`);
    found.push(...findings.map((finding) => `${colorScheme}, ${width} px: ${finding}`));
  }
  return found;
}
