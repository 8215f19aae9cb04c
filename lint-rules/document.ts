import type { Dictionary } from '@ponyatno/russian';
import type { Node, Paragraph as ParagraphNode, Root, Sentence as SentenceNode } from 'nlcst';
import { toString as textOf } from 'nlcst-to-string';
import { type Analysis, analyse } from './morphology/analysis.ts';
import type { Span } from './types.ts';

/** What a word of the text is; only `word` and `abbreviation` are looked up. */
export type WordKind = 'word' | 'abbreviation' | 'number' | 'address' | 'variable';

/** A word of a sentence with its analyses. */
export interface Word extends Analysis, Span {
  readonly text: string;
  readonly kind: WordKind;
  /** Number of its clause in the sentence, as far as punctuation tells. */
  readonly clause: number;
}

/** A sentence: its words without the punctuation between them. */
export interface Sentence extends Span {
  readonly words: readonly Word[];
}

export interface Paragraph extends Span {
  readonly sentences: readonly Sentence[];
}

/** A text as the rules see it. */
export interface Document {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  /** Russian words: numbers and addresses do not count. */
  readonly wordCount: number;
}

const documents = new WeakMap<Root, WeakMap<Dictionary, Document>>();

/** The tree as a document; every rule of a run gets the same one. */
export function documentOf(tree: Root, text: string, dictionary: Dictionary): Document {
  const ofTree = documents.get(tree) ?? new WeakMap<Dictionary, Document>();
  documents.set(tree, ofTree);
  const known = ofTree.get(dictionary);
  if (known && known.text === text) return known;
  const document = build(tree, text, dictionary);
  ofTree.set(dictionary, document);
  return document;
}

function build(tree: Root, text: string, dictionary: Dictionary): Document {
  const paragraphs = tree.children
    .filter((node): node is ParagraphNode => node.type === 'ParagraphNode')
    .map((node) => paragraphOf(node, dictionary));
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  let wordCount = 0;
  for (const { words } of sentences) for (const word of words) if (isPlainWord(word)) wordCount++;
  return { text, paragraphs, sentences, wordCount };
}

/** Whether it is a Russian word to be read, not a number, an address or a word of another language. */
export function isPlainWord({ kind, folded }: Word): boolean {
  return (kind === 'word' || kind === 'abbreviation') && /[а-я]/.test(folded);
}

function paragraphOf(node: ParagraphNode, dictionary: Dictionary): Paragraph {
  const sentences = node.children
    .filter((child): child is SentenceNode => child.type === 'SentenceNode')
    .flatMap((child) => pieces(sentenceOf(child, dictionary)));
  return { ...spanOf(node), sentences };
}

/** Nobody writes such sentences; lists without punctuation and garbage look like them. */
const mostWords = 300;

/** A sentence, or what is longer than any, in pieces: rules may look at all words of a sentence for each of them. */
function pieces(sentence: Sentence): Sentence[] {
  const { words, start, end } = sentence;
  if (words.length <= mostWords) return [sentence];
  const count = Math.ceil(words.length / mostWords);
  return Array.from({ length: count }, (_, index) => {
    const own = words.slice(index * mostWords, (index + 1) * mostWords);
    return {
      words: own,
      start: index === 0 ? start : (own[0]?.start ?? start),
      end: index === count - 1 ? end : (own.at(-1)?.end ?? end),
    };
  });
}

function sentenceOf(node: SentenceNode, dictionary: Dictionary): Sentence {
  const words: Word[] = [];
  let clause = 0;
  let between = '';
  for (const child of node.children) {
    const kind = kindOf(child);
    const text = textOf(child);
    if (kind === undefined) {
      between += text;
      continue;
    }
    const looked = (child.type === 'WordNode' && child.data?.word) || text.replace(/\.+$/, '');
    const analysis = analyse(dictionary, looked);
    if (beginsClause(between, analysis)) clause++;
    words.push({ ...analysis, ...spanOf(child), text, kind, clause });
    between = '';
  }
  return { ...spanOf(node), words };
}

const conjunctions = new Set([
  ...[
    'и',
    'а',
    'но',
    'или',
    'что',
    'чтобы',
    'если',
    'когда',
    'где',
    'куда',
    'пока',
    'хотя',
    'как',
    'поэтому',
  ],
  ...['который', 'которая', 'которое', 'которые', 'которого', 'которой', 'которых', 'которому', 'которым'],
  ...['которую', 'котором', 'которыми'],
]);

/** «…, и его возможность», «…, направленные клиентами», «…: работа», but not «проверку, сверку и учёт». */
function beginsClause(between: string, { folded, parses: [first] }: Analysis): boolean {
  if (/[;:()—–«»"„“]/.test(between)) return true;
  const verbal = first?.partOfSpeech === 'PRTF' || first?.partOfSpeech === 'GRND';
  return between.includes(',') && (conjunctions.has(folded) || verbal);
}

const variable = /^\(\(/;
const address = /:\/\/|@|^www\./;
const digit = /\d/;

/** The parser of `@ponyatno/russian` says what a word is; other parsers leave it to its letters. */
function kindOf(node: SentenceNode['children'][number]): WordKind | undefined {
  if (node.type === 'SourceNode') return variable.test(node.value) ? 'variable' : undefined;
  if (node.type !== 'WordNode') return undefined;
  const kind = node.data?.kind;
  if (kind === 'word' || kind === 'abbreviation' || kind === 'number' || kind === 'address') return kind;
  const text = textOf(node);
  if (address.test(text)) return 'address';
  if (digit.test(text)) return 'number';
  return text.endsWith('.') ? 'abbreviation' : 'word';
}

/** The range of a node; a tree without positions cannot be linted. */
function spanOf(node: Node): Span {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) throw new Error(`A ${node.type} has no position`);
  return { start, end };
}
