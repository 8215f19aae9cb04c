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

/** Each theme and each width is gone over once; that colours fit in the other pairs is proven of the tokens (`contrast.test.ts`). */
const looks = [
  ['light', 1280, 'axe'],
  ['dark', 1280, 'width'],
  ['light', 360, 'width'],
  ['dark', 360, 'axe'],
] as const;

/**
 * What axe finds on the page as it stands, and whether it scrolls sideways: in both themes, on a wide screen and on a
 * telephone. The page is left dark and narrow.
 */
export async function findingsOfEveryLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, width, asked] of looks) {
    // A colour that is still fading in has the contrast of neither theme.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const findings = asked === 'axe' ? await accessibilityFindings(page) : [];
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) findings.push(`scrolls sideways by ${overflow} px`);
    found.push(...findings.map((finding) => `${colorScheme}, ${width} px: ${finding}`));
  }
  return found;
}
