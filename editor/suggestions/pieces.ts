import type { Node } from '@tiptap/pm/model';
import { readSuggester, type Suggester, suggestedBreak } from '../schema/suggestion.ts';

export type SuggestionKind = 'insertion' | 'deletion';

/** One run of the letter that a suggestion stands on. */
export interface Piece {
  readonly kind: SuggestionKind;
  /** `join`: the boundary between a paragraph and the one before it. */
  readonly what: 'text' | 'node' | 'join';
  readonly by: Suggester;
  readonly from: number;
  readonly to: number;
  /** How it is read. */
  readonly text: string;
}

/** What one person suggests at one place: a run of pieces with nothing between them. */
export interface Suggestion {
  /** The same as long as author and words are the same. */
  readonly key: string;
  readonly author: string;
  readonly at: string;
  readonly from: number;
  readonly to: number;
  readonly deleted: string;
  readonly inserted: string;
  readonly pieces: readonly Piece[];
}

/** How the end of a paragraph is shown. */
export const breakSign = '¶';

const kinds = ['deletion', 'insertion'] as const;

/**
 * All pieces of suggestions, in the order of the letter.
 *
 * @param nameOf how a variable is read
 */
export function piecesOf(document: Node, nameOf: (node: Node) => string = nodeName): Piece[] {
  const pieces: Piece[] = [];
  document.descendants((node, from) => {
    const joined = node.isTextblock ? readSuggester(node.attrs.joined) : undefined;
    if (joined !== undefined)
      pieces.push({ kind: 'deletion', what: 'join', by: joined, from, to: from + 1, text: breakSign });
    if (!node.isInline) return true;
    const to = from + node.nodeSize;
    for (const kind of kinds) {
      for (const by of suggestersOf(node, kind)) {
        const text = node.isText ? (node.text ?? '').replaceAll(suggestedBreak, breakSign) : nameOf(node);
        pieces.push({ kind, what: node.isText ? 'text' : 'node', by, from, to, text });
      }
    }
    return true;
  });
  return pieces;
}

/** Everybody who suggests to put a run of text or a node in, or to take it out. */
export function suggestersOf(node: Node, kind: SuggestionKind): Suggester[] {
  const said: readonly unknown[] = node.isText
    ? node.marks.flatMap(({ type, attrs }) => (type.name === kind ? attrs : []))
    : [node.attrs[kind]];
  return said.flatMap((one) => readSuggester(one) ?? []);
}

/** The first of them. */
export function suggesterOf(node: Node, kind: SuggestionKind): Suggester | undefined {
  return suggestersOf(node, kind)[0];
}

/** The suggestions of a letter, in its order. */
export function suggestionsOf(document: Node, nameOf?: (node: Node) => string): Suggestion[] {
  const runs: Piece[][] = [];
  for (const piece of piecesOf(document, nameOf)) {
    const run = runs.findLast((one) => one[0]?.by.author === piece.by.author);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && follows(document, last, piece)) run.push(piece);
    else runs.push([piece]);
  }
  const counts = new Map<string, number>();
  return runs.map((pieces) => {
    const author = pieces[0]?.by.author ?? '';
    const textOf = (kind: SuggestionKind) =>
      pieces.flatMap((piece) => (piece.kind === kind ? piece.text : [])).join('');
    const words = `${author}|${textOf('deletion')}|${textOf('insertion')}`;
    const count = counts.get(words) ?? 0;
    counts.set(words, count + 1);
    return {
      key: `${words}|${count}`,
      author,
      at:
        pieces
          .map(({ by }) => by.at)
          .toSorted()
          .at(-1) ?? '',
      from: Math.min(...pieces.map(({ from }) => from)),
      to: Math.max(...pieces.map(({ to }) => to)),
      deleted: textOf('deletion'),
      inserted: textOf('insertion'),
      pieces,
    };
  });
}

/** Whether paragraphs are split or joined when the suggestion is accepted. */
export function changesParagraphs({ pieces }: Suggestion): boolean {
  return pieces.some(
    ({ kind, what, text }) => what === 'join' || (kind === 'insertion' && text.includes(breakSign)),
  );
}

/** Whether nothing of the letter lies between two pieces; a boundary does, unless it is itself suggested to go. */
function follows(document: Node, last: Piece, next: Piece): boolean {
  if (next.from <= last.to) return true;
  if (last.what !== 'join' && next.what !== 'join') return false;
  return document.textBetween(last.to, next.from, '', '\uFFFC') === '';
}

function nodeName({ type, attrs, textContent }: Node): string {
  if (type.name === 'variable') return `((${attrs.name}))`;
  return type.name === 'hardBreak' ? '↵' : textContent;
}
