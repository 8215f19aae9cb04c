import { type Finding, overlap, type Replacement } from './finding.ts';
import { layerOf } from './layers.ts';
import { type Change, type Message, type RuleId, type Severity, severities } from './types.ts';

/** A step of the pipeline. */
export type Step = (findings: readonly Finding[]) => readonly Finding[];

/** One finding a span: of overlapping findings of one layer the longest stays, of equally long ones the loudest. */
export const longest: Step = (findings) =>
  [...Map.groupBy(findings, ({ rule }) => layerOf(rule))].flatMap(([layer, own]) =>
    // What the letter lacks has no span of its own: all of it is told.
    layer === 'letter' ? own : clusters(own).flatMap(longestOfCluster),
  );

/** Groups of findings that hang together by overlaps, so that only these need to be compared. */
function clusters(findings: readonly Finding[]): Finding[][] {
  const groups: Finding[][] = [];
  let reach = -1;
  for (const finding of findings.toSorted((one, two) => one.start - two.start)) {
    if (finding.start >= reach) groups.push([]);
    groups.at(-1)?.push(finding);
    reach = Math.max(reach, finding.end);
  }
  return groups;
}

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
export const absorb: Step = (findings) =>
  findings.filter(
    (quiet) =>
      quiet.severity !== 'hint' ||
      !findings.some(
        (loud) =>
          loudness(loud) > 0 &&
          layerOf(loud.rule) === layerOf(quiet.rule) &&
          loud.replacements.some((one) => overlap(one, quiet)),
      ),
  );

/** Findings → messages: the range is widened to what the replacements re-inflect, the clause is added. */
export const settle =
  (text: string, clauses: Partial<Record<RuleId, string>>) =>
  (findings: readonly Finding[]): Message[] =>
    findings.map((finding) => {
      const { rule, severity, message, part } = finding;
      const usable = finding.replacements.filter((one) => !collides(one, finding, findings));
      const start = Math.min(finding.start, ...usable.map((one) => one.start));
      const end = Math.max(finding.end, ...usable.map((one) => one.end));
      const actual = text.slice(start, end);
      const offers = new Map<string, Change>();
      for (const { start: from, end: to, text: words, change = 'rewrite' } of usable) {
        const padded = text.slice(start, from) + words + text.slice(to, end);
        if (padded !== actual && !offers.has(padded)) offers.set(padded, change);
      }
      const changes = [...offers.values()];
      const clause = finding.clause ?? clauses[rule];
      return {
        rule,
        severity,
        start,
        end,
        actual,
        expected: [...offers.keys()],
        changes,
        fix: changes[0] ?? 'advice',
        message,
        ...(clause === undefined ? {} : { clause }),
        ...(part === undefined ? {} : { part }),
      };
    });

/** Whether a replacement would take a word that another finding of the layer stands on. */
function collides(replacement: Replacement, own: Finding, findings: readonly Finding[]): boolean {
  if (replacement.start >= own.start && replacement.end <= own.end) return false;
  return findings.some(
    (other) => other !== own && layerOf(other.rule) === layerOf(own.rule) && overlap(other, replacement),
  );
}

function loudness({ severity }: Finding): number {
  return severities.indexOf(severity);
}
