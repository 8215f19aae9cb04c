import type { Dictionary, Tagger } from '@ponyatno/russian';
import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { type Document, documentOf } from './document.ts';
import type { Finding } from './finding.ts';
import { limited } from './loudness.ts';
import { type Budgets, budgets } from './phrase-language/budget.ts';
import { absorb, longest, settle, sorted } from './pipeline.ts';
import { protectedRanges, protection } from './protection.ts';
import type { Speller } from './rules/spelling/engine/speller.ts';
import type { Profile, RequiredPart, RuleId, Severity, Span, Term } from './types.ts';

/** Options of every rule used as a plain retext plugin; a rule looks only at those that concern it. */
export interface RuleOptions {
  /** From `@ponyatno/russian`: `loadDictionary` in a browser, `openDictionary` in Node. */
  readonly dictionary: Dictionary;
  /** From `@ponyatno/russian` as well: cases in context; without it the likeliest analysis of each word counts. */
  readonly tagger?: Tagger | undefined;
  /** From `@ponyatno/lint-rules/node` or `/browser`; without it no word is looked up for its spelling. */
  readonly speller?: Speller | undefined;
  readonly profile?: Profile;
  readonly glossary?: readonly Term[];
  readonly terms?: readonly string[];
  readonly names?: readonly string[];
  readonly budgets?: Budgets;
  readonly letter?: string;
  readonly letters?: Readonly<Partial<Record<string, { readonly parts: readonly RequiredPart[] }>>>;
}

/** What options are when they are not given. */
export const ruleDefaults = Object.freeze({
  profile: 'page',
  glossary: Object.freeze([]),
  terms: Object.freeze([]),
  names: Object.freeze([]),
  budgets,
  letters: Object.freeze({}),
}) satisfies Omit<RuleOptions, 'dictionary'>;

/** Options with nothing missing, and what the rule must leave alone. */
export interface Settings {
  readonly dictionary: Dictionary;
  readonly tagger?: Tagger | undefined;
  readonly speller?: Speller | undefined;
  readonly profile: Profile;
  readonly glossary: readonly Term[];
  readonly terms: readonly string[];
  readonly names: readonly string[];
  readonly budgets: Budgets;
  readonly letter?: string;
  readonly letters: Readonly<Partial<Record<string, { readonly parts: readonly RequiredPart[] }>>>;
  /** Whether a range is quoted, a title or an official name. */
  readonly isProtected: (span: Span) => boolean;
  /** Whether the page explains a range by itself, in a tooltip. */
  readonly isExplained: (span: Span) => boolean;
}

/** The heart of a rule: a document → findings. Pure. */
export type Check = (document: Document, settings: Settings) => Iterable<Finding>;

/** A rule as a retext plugin. */
export type Rule = Plugin<[RuleOptions], Root>;

declare module 'vfile' {
  interface DataMap {
    /** Ranges that the page explains by itself, see `readMarkdown`. */
    explained: readonly Span[];
  }
}

/** The check of each plugin, for a linter that needs no vfile messages. */
const checks = new WeakMap<Rule, Check>();

/** Makes a retext plugin of a check. Its messages carry `expected` and `actual`. */
export function defineRule(id: RuleId, check: Check): Rule {
  const rule: Rule = (options) => {
    const given = { ...ruleDefaults, ...options };
    return (tree, file) => {
      const text = String(file);
      const document = documentOf(tree, text, given.dictionary);
      report(file, text, id, findingsOf(rule, document, given, file.data.explained ?? []));
    };
  };
  checks.set(rule, check);
  return rule;
}

/** What a rule finds in a document: nothing protected, one finding a span, by place. */
export function findingsOf(
  rule: Rule,
  document: Document,
  given: Omit<Settings, 'isProtected' | 'isExplained'>,
  explained: readonly Span[],
): readonly Finding[] {
  const settings = settingsOf(given, document, explained);
  const found = [...(checks.get(rule)?.(document, settings) ?? [])].filter(
    (one) => !settings.isProtected(one),
  );
  return sorted(absorb(longest(limited(given.profile, found))));
}

/** What a check gets for a document. */
export function settingsOf(
  given: Omit<Settings, 'isProtected' | 'isExplained'>,
  document: Document,
  explained: readonly Span[],
): Settings {
  const isProtected = protectionOf(document, given.dictionary, given.names);
  return { ...given, isProtected, isExplained: protection(explained) };
}

type IsProtected = Settings['isProtected'];

const protections = new WeakMap<Document, Map<readonly string[], IsProtected>>();

/** The rules of a run share their names, so the ranges are found once a document. */
function protectionOf(document: Document, dictionary: Dictionary, names: readonly string[]): IsProtected {
  const byNames = protections.get(document) ?? new Map<readonly string[], IsProtected>();
  protections.set(document, byNames);
  const known = byNames.get(names) ?? protection(protectedRanges(document, dictionary, names));
  byNames.set(names, known);
  return known;
}

/** vfile knows errors, warnings and what has neither. */
const fatal: Record<Severity, boolean | undefined> = { error: true, warning: false, hint: undefined };

function report(file: VFile, text: string, id: RuleId, found: readonly Finding[]): void {
  if (found.length === 0) return;
  const place = location(file);
  for (const message of settle(text, {})(found)) {
    const start = place.toPoint(message.start);
    const end = place.toPoint(message.end);
    const made: VFileMessage = file.message(message.message, {
      ...(start && end ? { place: { start, end } } : {}),
      source: 'ponyatno',
      ruleId: id,
    });
    made.fatal = fatal[message.severity];
    made.actual = message.actual;
    made.expected = [...message.expected];
  }
}
