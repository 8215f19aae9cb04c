import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const themes = ['light', 'dark'] as const;

/** A colour of tokens.css in one theme. */
function colour(token: string, theme: (typeof themes)[number]): string {
  const match = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  if (!match) throw new Error(`tokens.css has no colour --${token}.`);
  return match[theme === 'light' ? 1 : 2] ?? '';
}

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Text and what it stands on. */
const texts = [
  ...['paper', 'surface', 'sunken', 'accent-tint', 'warning-tint', 'error-tint', 'hint-tint', 'match'].map(
    (ground) => ['ink', ground],
  ),
  ...['paper', 'surface', 'sunken'].map((ground) => ['soft', ground]),
  ...['accent', 'warning', 'error', 'hint'].flatMap((tone) => [
    [tone, 'paper'],
    [tone, 'surface'],
    [tone, `${tone}-tint`],
  ]),
  ['on-accent', 'accent'],
];

/** What must be seen to find a control or the focus. */
const shapes = [
  ['edge', 'paper'],
  ['edge', 'surface'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent', 'sunken'],
];

describe.each(themes)('contrast in the %s theme', (theme) => {
  it.each(texts)('text: %s on %s is at least 4.5 : 1', (ink, ground) => {
    expect(contrast(colour(ink ?? '', theme), colour(ground ?? '', theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('shapes: %s on %s is at least 3 : 1', (line, ground) => {
    expect(contrast(colour(line ?? '', theme), colour(ground ?? '', theme))).toBeGreaterThanOrEqual(3);
  });
});

it('counts contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
