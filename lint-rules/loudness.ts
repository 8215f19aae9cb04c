import type { Finding } from './finding.ts';
import { type Profile, type RuleId, type Severity, severities } from './types.ts';

/** How loud a rule may be at most; `off` for rules that have nothing to say in a profile. */
type Limit = Severity | 'off';

/**
 * What a kind of text changes. Rules of their own measure (sentence length, chains, clauses, terms) look at the profile by
 * themselves.
 *
 * - `speech`: nobody hears a slip of spelling, and a talk needs no grounds of a refusal in writing;
 * - `legal`: an act has its own language: it is loud only where even a lawyer would stumble, and no act answers a letter.
 */
export const limits: Readonly<Record<Profile, Readonly<Partial<Record<RuleId, Limit>>>>> = {
  letter: {},
  page: {},
  speech: { spelling: 'hint', 'bare-citation': 'off' },
  legal: {
    officialese: 'hint',
    'light-verb': 'hint',
    passive: 'hint',
    nominalization: 'hint',
    archaism: 'hint',
    intensifier: 'hint',
    pleonasm: 'hint',
    repetition: 'hint',
    jargon: 'hint',
    'hostile-tone': 'hint',
    'brush-off': 'off',
    'bare-citation': 'off',
    'cliche-density': 'off',
    'missing-part': 'off',
  },
};

/** Findings as loud as a profile lets them be. */
export function limited(profile: Profile, findings: readonly Finding[]): readonly Finding[] {
  const own = limits[profile];
  return findings.flatMap((finding) => {
    const limit = own[finding.rule];
    if (limit === undefined) return [finding];
    if (limit === 'off') return [];
    const quieter = severities.indexOf(finding.severity) > severities.indexOf(limit);
    return [quieter ? { ...finding, severity: limit } : finding];
  });
}
