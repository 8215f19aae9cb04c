import type { Document } from './document.ts';
import type { Finding } from './finding.ts';
import type { Step } from './pipeline.ts';
import { type LinterOptions, severities } from './types.ts';

/** Makes rules as loud as the options say. */
export const tuned =
  (rules: LinterOptions['rules'] = {}): Step =>
  (findings) =>
    findings.map((finding) => {
      const severity = rules[finding.rule];
      return severity === undefined || severity === 'off' ? finding : { ...finding, severity };
    });

/** At most so many findings a paragraph, the loudest first; what a letter lacks belongs to none. */
export const capped =
  ({ paragraphs }: Document, cap: number | undefined): Step =>
  (findings) => {
    if (cap === undefined) return findings;
    const paragraphOf = ({ rule, start }: Finding) =>
      rule === 'missing-part' ? -1 : paragraphs.findIndex(({ end }) => start < end);
    return [...Map.groupBy(findings, paragraphOf)].flatMap(([paragraph, own]) =>
      paragraph < 0 ? own : own.toSorted(louderFirst).slice(0, cap),
    );
  };

function louderFirst(one: Finding, two: Finding): number {
  return severities.indexOf(two.severity) - severities.indexOf(one.severity) || one.start - two.start;
}
