import {
  type BadExample,
  type FixClass,
  type Profile,
  profiles,
  type RuleEntry,
  type Severity,
  severities,
} from '@ponyatno/lint-rules';
import { lintExample } from './linter.ts';

/** A bad example with the place that the rule finds, and what its best replacement makes of it. */
export interface ShownExample {
  readonly before: string;
  readonly found: string;
  readonly after: string;
  /** The whole text with the replacement; undefined when only advice is honest. */
  readonly fixed?: string;
  readonly severity: Severity;
  /** How much the replacement changes. */
  readonly fix: FixClass;
  readonly message: string;
  /** What the text is, when that is not all the same to the rule. */
  readonly profile?: Profile;
}

/** The bad examples of a rule as its page shows them: what is found and what is offered is asked of the rule itself. */
export function shownExamples({ id, examples }: RuleEntry): ShownExample[] {
  const once = [...new Map(examples.bad.toReversed().map((bad) => [bad.text, bad])).values()].toReversed();
  return once.flatMap(({ text, options = {} }) => {
    const found = lintExample(text, options).find(({ rule }) => rule === id);
    if (found === undefined) return [];
    const [before, after] = [text.slice(0, found.start), text.slice(found.end)];
    const [best] = found.expected;
    return [
      {
        before,
        found: found.actual,
        after,
        ...(best === undefined ? {} : { fixed: before + best + after }),
        severity: found.severity,
        fix: found.fix,
        message: found.message,
        ...(options.profile === undefined ? {} : { profile: options.profile }),
      },
    ];
  });
}

/** How loud a rule gets by what the text is: the loudest of its examples; undefined where it is silent. */
export function loudness({ id, examples }: RuleEntry): Readonly<Record<Profile, Severity | undefined>> {
  const entries = profiles.map((profile) => [profile, loudest(id, examples.bad, profile)] as const);
  return Object.fromEntries(entries) as Record<Profile, Severity | undefined>;
}

function loudest(id: RuleEntry['id'], bad: readonly BadExample[], profile: Profile): Severity | undefined {
  const ranks = bad.flatMap(({ text, options = {} }) =>
    lintExample(text, { ...options, profile })
      .filter(({ rule }) => rule === id)
      .map(({ severity }) => severities.indexOf(severity)),
  );
  return severities[Math.max(-1, ...ranks)];
}

/** Good examples as texts. */
export function goodExamples({ examples }: RuleEntry): string[] {
  return [...new Set(examples.good.map((good) => (typeof good === 'string' ? good : good.text)))];
}
