import type { Dictionary, Tagger } from '@ponyatno/russian';
import type { Budgets } from './phrase-language/budget.ts';
import type { OwnPhrase } from './phrase-language/own-phrase.ts';
import type { Speller } from './rules/spelling/engine/speller.ts';

/** Severities from the quietest to the loudest. */
export const severities = ['hint', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/**
 * What the text is: it changes what is reported and how loudly.
 *
 * - `letter`: a written reply to a client;
 * - `speech`: words to be read aloud;
 * - `page`: a page of the knowledge base;
 * - `legal`: a legal act or an excerpt from one: only what would confuse even a lawyer is loud.
 */
export const profiles = ['letter', 'speech', 'page', 'legal'] as const;
export type Profile = (typeof profiles)[number];

/** The names of the rules; no other names are used anywhere. */
export const ruleIds = [
  'officialese',
  'light-verb',
  'passive',
  'nominalization',
  'genitive-chain',
  'participial-clause',
  'sentence-length',
  'unexplained-abbreviation',
  'unexplained-term',
  'brush-off',
  'archaism',
  'colloquialism',
  'jargon',
  'hostile-tone',
  'pleonasm',
  'repetition',
  'intensifier',
  'cliche-density',
  'bare-citation',
  'missing-part',
  'spelling',
  'acting-for-caller',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * How much a replacement changes.
 *
 * - `swap`: other words with the same government; every word around them stays as it is: one click;
 * - `rewrite`: the sentence is built anew or words change their case: the writer reads it before it is applied.
 */
export type Change = 'swap' | 'rewrite';

/** What can be done about a finding: its best replacement, or `advice` where only the writer knows the fact. */
export type FixClass = Change | 'advice';

/** One finding. `text.slice(start, end) === actual`, always. */
export interface Message extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly actual: string;
  /** Whole replacements for `[start, end)`, best first, ready to apply. Empty when only advice is honest. */
  readonly expected: readonly string[];
  /** What each of `expected` changes, in the same order. */
  readonly changes: readonly Change[];
  /** The class of the best replacement; `advice` when there is none. */
  readonly fix: FixClass;
  /** What is wrong and what to do, in Russian. */
  readonly message: string;
  /** The clause of the agency's own order that asks for it. */
  readonly clause?: string;
  /** For `missing-part`: which part. */
  readonly part?: string;
}

/** How hard the text is to read. */
export interface Readability {
  /** Consensus of five formulas fitted to Russian: the school grade that reads it with ease. Null for a text without words. */
  readonly grade: number | null;
  /** Half the width of the error bar, in grades. */
  readonly error: number | null;
  readonly words: number;
  readonly sentences: number;
  readonly wordsPerSentence: number;
  /** Share of words longer than four syllables, 0…1. */
  readonly longWords: number;
}

/** How much of a budget a text has spent: what is allowed one by one and forbidden in heaps (LN-11). */
export interface BudgetUse {
  /** The rule that speaks when the budget is exceeded. */
  readonly rule: RuleId;
  /** How many there are in the text. */
  readonly count: number;
  /** How many a text of this length may have. */
  readonly limit: number;
  /** How many a paragraph may have. */
  readonly paragraphLimit: number;
  /** Whether the text or one of its paragraphs has more. */
  readonly exceeded: boolean;
  /** Paragraphs that have any. */
  readonly paragraphs: readonly (Span & { readonly count: number })[];
  /** Where each of them stands. */
  readonly places: readonly (Span & { readonly pastBudget: boolean })[];
  /** The clause of the agency's own order that sets the measure. */
  readonly clause?: string;
}

export interface LintResult {
  readonly messages: readonly Message[];
  readonly readability: Readability;
  /** Empty for legal acts. */
  readonly budgets: readonly BudgetUse[];
}

/** A term or an abbreviation of the agency's glossary. */
export interface Term {
  readonly term: string;
  /** What the letters of an abbreviation stand for. */
  readonly expansion?: string | undefined;
  /** What it means, in one plain sentence. */
  readonly explanation?: string | undefined;
  /** Words to use instead. */
  readonly plain?: readonly string[] | undefined;
  readonly synonyms?: readonly string[] | undefined;
  /** May stand without explanation. */
  readonly known?: boolean | undefined;
}

/** A part that a letter must have, and the clause that demands it. */
export interface RequiredPart {
  readonly part: string;
  readonly clause?: string | undefined;
}

/** What `createLinter` needs to know. */
export interface LinterOptions {
  readonly dictionary: Dictionary;
  /** Tells cases apart by their context; without it the likeliest analysis of each word counts. */
  readonly tagger?: Tagger | undefined;
  /** Looks words up for their spelling; without it the rule `spelling` finds only confused words and letters. */
  readonly speller?: Speller | undefined;
  readonly profile?: Profile;
  readonly glossary?: readonly Term[];
  /** Terms and abbreviations that the reader of this text knows. */
  readonly terms?: readonly string[];
  /** Official names that stay as they are: of the agency, of programmes. */
  readonly names?: readonly string[];
  /** The clause of the agency's order behind each rule. */
  readonly clauses?: Partial<Record<RuleId, string>>;
  /** The kind of the letter, for `missing-part`. */
  readonly letter?: string;
  /** Which kind of letter needs which parts. */
  readonly letters?: Readonly<Partial<Record<string, { readonly parts: readonly RequiredPart[] }>>>;
  /** Findings below it are left out. */
  readonly min?: Severity;
  /** How loud a rule is made, whatever it says itself; `off` for rules that do not run. */
  readonly rules?: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  /** How many clichés and moderate phrases a text may have. */
  readonly budgets?: Budgets;
  /** So many findings a paragraph at most, the loudest first. */
  readonly cap?: number;
  /** Phrases of the agency itself, beside the tables. */
  readonly phrases?: readonly OwnPhrase[];
}
