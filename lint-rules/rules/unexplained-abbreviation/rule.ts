import { type Dictionary, foldWord } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import type { Finding, Replacement } from '../../finding.ts';
import { type Check, defineRule, type Settings } from '../../rule.ts';
import type { Severity, Span, Term } from '../../types.ts';
import { type Definition, definitionAt, isAbbreviation, isShouted } from './abbreviation.ts';
import { inFull } from './in-full.ts';
import { commonlyKnown } from './known.ts';

/** One place where an abbreviation stands. */
interface Use extends Span {
  readonly text: string;
  readonly definition: Definition | undefined;
  readonly sentence: Sentence;
  /** Of its word in the sentence. */
  readonly index: number;
}

/**
 * Abbreviations that the text does not explain at their first use (LN-4); also those explained and never used, and
 * those explained twice in different words.
 */
export const checkAbbreviations: Check = function* (document, settings) {
  const entries = entriesByTerm(settings.glossary);
  for (const [text, uses] of usesByText(document, settings, entries)) {
    const entry = entries.get(text);
    const known = isKnown(text, entry, settings);
    yield* [...disagreements(uses), ...otherThanGlossary(uses, entry), ...unused(document, uses)];
    const [first] = uses;
    const defined = uses.find(({ definition }) => definition !== undefined);
    if (first === undefined || first.definition !== undefined || known) continue;
    yield {
      rule: 'unexplained-abbreviation',
      severity: severityOf(settings),
      start: first.start,
      end: first.end,
      message: messageOf(text, entry, defined !== undefined),
      replacements: defined === undefined ? explanations(settings.dictionary, first, entry) : [],
    } satisfies Finding;
  }
};

/** Unexplained abbreviations as a retext plugin. */
export const unexplainedAbbreviation = defineRule('unexplained-abbreviation', checkAbbreviations);

function entriesByTerm(glossary: readonly Term[]): Map<string, Term> {
  const entries = new Map<string, Term>();
  for (const entry of glossary) {
    for (const name of [entry.term, ...(entry.synonyms ?? [])]) {
      if (!entries.has(name) && /^[А-ЯЁ]{2}|[А-ЯЁ]\p{Ll}?[А-ЯЁ]/u.test(name)) entries.set(name, entry);
    }
  }
  return entries;
}

function usesByText(
  document: Document,
  { isProtected, isExplained }: Settings,
  entries: Map<string, Term>,
): Map<string, Use[]> {
  const byText = new Map<string, Use[]>();
  for (const sentence of document.sentences) {
    if (isShouted(sentence)) continue;
    for (const [index, word] of sentence.words.entries()) {
      if (!(isAbbreviation(word) || entries.has(word.text)) || isProtected(word)) continue;
      const uses = byText.get(word.text) ?? [];
      uses.push({ ...useOf(document, sentence, index, word), ...(isExplained(word) ? tooltip : {}) });
      byText.set(word.text, uses);
    }
  }
  return byText;
}

/** A tooltip explains as well as a parenthesis does. */
const tooltip: Pick<Use, 'definition'> = { definition: { expansion: '' } };

function useOf(document: Document, sentence: Sentence, index: number, word: Word): Use {
  const { text, start, end } = word;
  return { text, start, end, definition: definitionAt(document, sentence, index), sentence, index };
}

function isKnown(text: string, entry: Term | undefined, { terms }: Settings): boolean {
  if (terms.includes(text)) return true;
  return entry === undefined ? commonlyKnown.has(text) : entry.known === true;
}

/** What a text in the shape of a legal act may leave to its own definitions. */
function severityOf({ profile }: Settings): Severity {
  return profile === 'legal' ? 'hint' : 'warning';
}

/**
 * The words with the abbreviation after them where their case is certain; the explanation in parentheses fits every
 * case: «МФЦ (многофункциональный центр)».
 */
function explanations(dictionary: Dictionary, use: Use, entry: Term | undefined): Replacement[] {
  const { start, end, text, sentence, index } = use;
  const full = entry?.expansion && inFull(dictionary, sentence, index, entry.expansion.trim());
  const meanings = [entry?.expansion, entry?.explanation].filter((meaning) => meaning !== undefined);
  const inParentheses = meanings
    .filter((meaning) => /\s/.test(meaning.trim()))
    .map((meaning) => `${text} (${meaning.trim().replace(/\.$/, '')})`);
  return [...(full ? [full] : []), ...inParentheses].map((one) => ({ start, end, text: one }));
}

function messageOf(text: string, entry: Term | undefined, definedLater: boolean): string {
  if (definedLater) {
    return `Сокращение «${text}» объяснено позже, чем встретилось. Лучше: объяснить там, где оно стоит впервые.`;
  }
  const way =
    entry?.expansion === undefined ? 'написать словами или объяснить в скобках' : 'объяснить в скобках';
  return `Сокращение «${text}» не объяснено. Лучше: ${way}.`;
}

function disagreements(uses: readonly Use[]): Finding[] {
  const [first, ...others] = uses.filter(({ definition }) => definition?.expansion);
  if (first?.definition === undefined) return [];
  const { expansion } = first.definition;
  return others
    .filter(({ definition }) => definition !== undefined && stems(definition.expansion) !== stems(expansion))
    .map(({ start, end, text }) => ({
      rule: 'unexplained-abbreviation',
      severity: 'warning',
      start,
      end,
      message: `Сокращение «${text}» выше объяснено иначе: «${expansion}». Лучше: оставить одно объяснение.`,
      replacements: [],
    }));
}

/** «молодёжный форумный центр (МФЦ)» where the glossary says «многофункциональный центр». */
function otherThanGlossary([first]: readonly Use[], entry: Term | undefined): Finding[] {
  const { expansion, announced } = first?.definition ?? {};
  if (first === undefined || !expansion || !announced || entry?.expansion === undefined) return [];
  const own = stems(expansion).split(' ');
  const wanted = stems(entry.expansion).split(' ');
  const shared = own.filter((one) => wanted.includes(one));
  if (shared.length * 2 > Math.min(own.length, wanted.length)) return [];
  const { start, end, text } = first;
  return [
    {
      rule: 'unexplained-abbreviation',
      severity: 'warning',
      start,
      end,
      message: `В словаре агентства «${text}» — «${entry.expansion}». Лучше: взять другое сокращение или поправить словарь.`,
      replacements: [],
    },
  ];
}

/** Words without endings, so that another case is no disagreement. */
function stems(expansion: string): string {
  return (foldWord(expansion).match(/\p{L}+/gu) ?? []).map((word) => word.slice(0, 5)).join(' ');
}

/** «многофункциональный центр (МФЦ)» announces a short form: without a second use it is a burden. */
function unused(document: Document, uses: readonly Use[]): Finding[] {
  const [only, second] = uses;
  const announced = only?.definition?.announced;
  if (only === undefined || announced === undefined || second !== undefined) return [];
  const { start, end, text } = only;
  const kept = /^[^\s(]+/.exec(document.text.slice(announced.start, announced.end))?.[0];
  return [
    {
      rule: 'unexplained-abbreviation',
      severity: 'hint',
      start,
      end,
      message: `Сокращение «${text}» введено, но больше не встречается. Лучше: убрать его.`,
      replacements: kept === undefined ? [] : [{ ...announced, text: kept, change: 'swap' }],
    },
  ];
}
