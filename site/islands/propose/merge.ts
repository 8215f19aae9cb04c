import { diff3Merge } from 'node-diff3';
import { splitText } from './page-text.ts';

/** A piece of a merged text: agreed on, or written differently by two people. */
export type MergedPiece =
  | { readonly kind: 'agreed'; readonly text: string }
  | { readonly kind: 'conflict'; readonly mine: string; readonly theirs: string; readonly before: string };

/** What one takes where two people have changed the same place. */
export type Choice = 'mine' | 'theirs' | 'both';

/**
 * Merges two changed texts of a page over the text that both began from: the fields line by line, the body paragraph by
 * paragraph. What only one has changed is taken; nothing is left out.
 */
export function merge(mine: string, before: string, theirs: string): MergedPiece[] {
  const regions: readonly Region[] = diff3Merge(piecesOf(mine), piecesOf(before), piecesOf(theirs), {
    excludeFalseConflicts: true,
  });
  return regions.map(({ ok, conflict }) =>
    conflict === undefined
      ? { kind: 'agreed', text: (ok ?? []).join('') }
      : {
          kind: 'conflict',
          mine: conflict.a.join(''),
          before: conflict.o.join(''),
          theirs: conflict.b.join(''),
        },
  );
}

/** The whole text by the choice made for each conflict, in their order. */
export function resolved(pieces: readonly MergedPiece[], choices: readonly Choice[]): string {
  let conflict = 0;
  return pieces
    .map((piece) => {
      if (piece.kind === 'agreed') return piece.text;
      const choice = choices[conflict] ?? 'mine';
      conflict += 1;
      return choice === 'both' ? both(piece.theirs, piece.mine) : piece[choice];
    })
    .join('');
}

function both(theirs: string, mine: string): string {
  const apart = theirs === '' || mine === '' || theirs.endsWith('\n') ? '' : '\n\n';
  return theirs + apart + mine;
}

interface Region {
  readonly ok?: readonly string[];
  readonly conflict?: {
    readonly a: readonly string[];
    readonly o: readonly string[];
    readonly b: readonly string[];
  };
}

/** Lines of the fields, then paragraphs and what stands between them; joined they are the text. */
export function piecesOf(text: string): string[] {
  const { opening, yaml, closing, body } = splitText(text);
  const fields = (opening + yaml + closing).match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return [...fields, ...body.split(/(\n[ \t]*\n\s*|\n$)/).filter((piece) => piece !== '')];
}
