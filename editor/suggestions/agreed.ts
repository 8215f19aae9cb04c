import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { decide } from './decide.ts';
import { piecesOf } from './pieces.ts';

/**
 * The letter without what is only suggested: what leaves the desk while suggestions are open is what was there before
 * them, because nobody has agreed to them.
 */
export function agreedLetter(document: Node): Node {
  const pieces = piecesOf(document);
  return pieces.length === 0 ? document : decide(new Transform(document), pieces, 'reject').doc;
}
