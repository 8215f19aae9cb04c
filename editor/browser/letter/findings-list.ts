import { foremost, severities } from '@ponyatno/lint-rules';
import type { LetterFinding } from './findings.ts';

/** More findings of one paragraph at once are read as a scolding, and none of them is mended. */
export const paragraphCap = 5;

/** What one paragraph has beyond its cap. */
export interface Rest {
  /** Where the paragraph begins. */
  readonly paragraph: number;
  /** Worst first; never empty. */
  readonly findings: readonly LetterFinding[];
  /** Whether the writer wants to see them too. */
  readonly opened: boolean;
}

/** The findings of a letter as the writer gets them, without those that are left as they are. */
export interface FindingsList {
  /** What is shown of every paragraph, in the order of the letter. */
  readonly first: readonly LetterFinding[];
  /** By paragraph, in the order of the letter. */
  readonly rests: readonly Rest[];
}

/**
 * One finding a span, and so many a paragraph, the worst first; errors are never held back. Both are counted over what the
 * writers have not left as it is: whatever stood behind a finding that is left, or waited for its place, comes up.
 *
 * @param opened where the paragraphs begin whose findings are all wanted
 */
export function listOf(
  findings: readonly LetterFinding[],
  isLeft: (finding: LetterFinding) => boolean,
  opened: readonly number[],
  cap = paragraphCap,
): FindingsList {
  // Offsets count from the beginning of each block; places tell blocks apart.
  const placed = findings
    .filter((finding) => !isLeft(finding))
    .map((finding) => ({ finding, ...finding, start: finding.from, end: finding.to }));
  const told = new Set(foremost(placed));
  const own = placed.flatMap((one) => (told.has(one) ? [one.finding] : []));
  const first = new Set<LetterFinding>();
  const rests: Rest[] = [];
  for (const [paragraph, inParagraph] of Map.groupBy(own, (finding) => finding.paragraph)) {
    const ordered = inParagraph.toSorted(worstFirst);
    const shown = Math.max(cap, ordered.filter(({ severity }) => severity === 'error').length);
    for (const finding of ordered.slice(0, shown)) first.add(finding);
    const rest = ordered.slice(shown);
    if (rest.length > 0) rests.push({ paragraph, findings: rest, opened: opened.includes(paragraph) });
  }
  return { first: own.filter((finding) => first.has(finding)), rests };
}

/** What stands on the screen: the first findings of each paragraph, and the rest of those that are opened. */
export function visibleOf({ first, rests }: FindingsList): readonly LetterFinding[] {
  return [...first, ...rests.flatMap(({ opened, findings }) => (opened ? findings : []))];
}

/** All findings of the list, held back or not. */
export function allOf({ first, rests }: FindingsList): readonly LetterFinding[] {
  return [...first, ...rests.flatMap(({ findings }) => findings)];
}

/** Loudest, then what can be replaced at once, then the longest; what is equal stays in the order of the letter. */
function worstFirst(one: LetterFinding, two: LetterFinding): number {
  return (
    severities.indexOf(two.severity) - severities.indexOf(one.severity) ||
    Number(canReplace(two)) - Number(canReplace(one)) ||
    two.to - two.from - (one.to - one.from)
  );
}

function canReplace({ plain, expected }: LetterFinding): boolean {
  return plain && expected.length > 0;
}
