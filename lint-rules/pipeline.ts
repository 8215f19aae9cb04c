import { clusters, type Finding, overlap, type Replacement, SpanIndex } from './finding.ts';
import { type Layer, layerOf } from './layers.ts';
import { type Change, type Message, type RuleId, type Severity, type Span, severities } from './types.ts';

/** A step of the pipeline. */
export type Step = (findings: readonly Finding[]) => readonly Finding[];

/** One finding a span: of overlapping findings of one layer the longest stays, of equally long ones the loudest. */
export const longest: Step = (findings) =>
  [...Map.groupBy(findings, ({ rule }) => layerOf(rule))].flatMap(([layer, own]) =>
    // What the letter lacks has no span of its own: all of it is told.
    layer === 'letter' ? own : clusters(own).flatMap(longestOfCluster),
  );

function longestOfCluster(cluster: readonly Finding[]): Finding[] {
  const byLength = cluster.toSorted(
    (one, two) => two.end - two.start - (one.end - one.start) || loudness(two) - loudness(one),
  );
  const kept: Finding[] = [];
  for (const finding of byLength) if (!kept.some((other) => overlap(other, finding))) kept.push(finding);
  return kept;
}

/** Leaves out what is quieter. */
export const atLeast =
  (min: Severity): Step =>
  (findings) =>
    findings.filter((finding) => loudness(finding) >= severities.indexOf(min));

/** By place; at the same place the longer first. */
export const sorted: Step = (findings) =>
  findings.toSorted((one, two) => one.start - two.start || two.end - one.end);

/**
 * A replacement that re-inflects words around its finding takes quiet findings on these words with it: they are told
 * again once it is applied, if there is still something to tell.
 */
export const absorb: Step = (findings) => {
  const loud = findings.filter((finding) => loudness(finding) > 0);
  const changed = byLayer(loud, ({ replacements }) => replacements);
  return findings.filter(
    (quiet) => loudness(quiet) > 0 || isEmpty(changed.get(layerOf(quiet.rule))?.overlapping(quiet)),
  );
};

function byLayer<Item extends Span>(
  findings: readonly Finding[],
  spans: (finding: Finding) => readonly Item[],
): Map<Layer, SpanIndex<Item>> {
  const groups = Map.groupBy(findings, ({ rule }) => layerOf(rule));
  return new Map([...groups].map(([layer, own]) => [layer, new SpanIndex(own.flatMap(spans))]));
}

function isEmpty(items: Iterator<unknown> | undefined): boolean {
  return items === undefined || items.next().done === true;
}

/** Findings → messages: the range is widened to what the replacements re-inflect, the clause is added. */
export const settle =
  (text: string, clauses: Partial<Record<RuleId, string>>) =>
  (findings: readonly Finding[]): Message[] => {
    const placed = byLayer(findings, (finding) => [finding]);
    return findings.map((finding) => {
      const { rule, severity, message, part } = finding;
      const usable = finding.replacements.filter((one) => !collides(one, finding, placed));
      const start = Math.min(finding.start, ...usable.map((one) => one.start));
      const end = Math.max(finding.end, ...usable.map((one) => one.end));
      const actual = text.slice(start, end);
      const offers = new Map<string, { padded: string; change: Change }>();
      for (const { start: from, end: to, text: own, change = 'rewrite' } of usable) {
        const padded = text.slice(start, from) + own + text.slice(to, end);
        // Of two that differ in the kind of space between words the first is enough.
        const words = padded.replace(/\s/g, ' ');
        if (padded !== actual && !offers.has(words)) offers.set(words, { padded, change });
      }
      const changes = [...offers.values()].map(({ change }) => change);
      const clause = finding.clause ?? clauses[rule];
      return {
        rule,
        severity,
        start,
        end,
        actual,
        expected: [...offers.values()].map(({ padded }) => padded),
        changes,
        fix: changes[0] ?? 'advice',
        message,
        ...(clause === undefined ? {} : { clause }),
        ...(part === undefined ? {} : { part }),
      };
    });
  };

/** Whether a replacement would take a word that another finding of the layer stands on. */
function collides(
  replacement: Replacement,
  own: Finding,
  placed: ReadonlyMap<Layer, SpanIndex<Finding>>,
): boolean {
  if (replacement.start >= own.start && replacement.end <= own.end) return false;
  const touched = placed.get(layerOf(own.rule))?.overlapping(replacement) ?? [];
  return [...touched].some((other) => other !== own);
}

function loudness({ severity }: Finding): number {
  return severities.indexOf(severity);
}
