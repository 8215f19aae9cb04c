import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const everyRule: RunOptions = { runOnly: { type: 'tag', values: standards }, resultTypes: ['violations'] };
const ofColours = axe.getRules(standards).filter(({ tags }) => tags.includes('cat.color'));
const colourRules: RunOptions = {
  runOnly: { type: 'rule', values: ofColours.map(({ ruleId }) => ruleId) },
  resultTypes: ['violations'],
};

/**
 * Runs axe over the page as it stands, by WCAG 2.2 AA and its best practices: in the page itself, which is enough
 * without frames, and without the lists of what is well. The same document is given axe once: reading its half a
 * megabyte takes as long as a small page.
 *
 * @returns one line a finding: the rule, what it says, and the first elements it names; empty when all is well
 */
export async function accessibilityFindings(page: Page, options = everyRule): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (chosen) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, chosen);
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes
          .slice(0, 3)
          .map((node) => node.target.join(' '))
          .join('; ')})`,
    );
  }, options);
}

/** The same by the rules that look at colours: in the other theme a page is made of the same things. */
export function colourFindings(page: Page): Promise<string[]> {
  return accessibilityFindings(page, colourRules);
}

/** What a page is made of depends on its width, and its colours on the theme as well. */
const looks = [
  ['light', 1280, accessibilityFindings],
  ['dark', 1280, colourFindings],
  ['light', 360, colourFindings],
  ['dark', 360, accessibilityFindings],
] as const;

/**
 * What axe finds on the page as it stands, and whether it scrolls sideways: in both themes, on a wide screen and on a
 * telephone. The page is left dark and narrow.
 */
export async function findingsOfEveryLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, width, ask] of looks) {
    // A colour that is still fading in has the contrast of neither theme.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const findings = await ask(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) findings.push(`scrolls sideways by ${overflow} px`);
    found.push(...findings.map((finding) => `${colorScheme}, ${width} px: ${finding}`));
  }
  return found;
}
