import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchor } from '../../together/anchor.ts';
import { merge, Peer, paragraphs } from '../../together/testing.ts';
import { anchorOf, rangeOf, rangeOfWords } from './anchors.ts';

const seed = paragraphs('Здравствуйте!', 'Ответим Вам в срок, до пятницы.');

/** The range of words in the letter of a peer. */
function range(peer: Peer, words: string) {
  const found = rangeOfWords(peer.state, words);
  if (found === undefined) throw new Error(`«${words}» is not there once.`);
  return found;
}

function anchor(peer: Peer, words: string): Anchor {
  const found = anchorOf(peer.state, range(peer, words));
  if (found === undefined) throw new Error('No anchor.');
  // It travels as JSON.
  return JSON.parse(JSON.stringify(found));
}

function words(peer: Peer, of: Anchor): string | undefined {
  const { state } = peer;
  const found = rangeOf(state, of);
  return found && state.doc.textBetween(found.from, found.to, '|');
}

const insert = (peer: Peer, at: number, text: string) => peer.edit(({ tr }) => tr.insertText(text, at));
const cut = (peer: Peer, from: number, to: number) => peer.edit(({ tr }) => tr.delete(from, to));

describe('an anchor', () => {
  it('keeps its words over edits before, behind, inside and at its edges', () => {
    const [one, other] = [new Peer(seed, 10), new Peer(seed, 20)];
    const own = anchor(one, 'в срок');
    const { from, to } = range(one, 'в срок');
    insert(other, to, ' (быстро)');
    insert(other, from, 'точно ');
    insert(other, 1, 'Добрый день. ');
    merge(one, other);
    expect(words(one, own)).toBe('в срок');
    expect(words(other, own)).toBe('в срок');
    insert(one, range(one, 'срок').from, 'самый ');
    expect(words(one, own)).toBe('в самый срок');
  });

  it('stands on what is left of its words, and is gone with the last of them', () => {
    const peer = new Peer(seed, 10);
    const own = anchor(peer, 'в срок');
    cut(peer, range(peer, 'в ').from, range(peer, 'в ').to);
    expect(words(peer, own)).toBe('срок');
    cut(peer, range(peer, 'ок').from, range(peer, 'ок').to);
    expect(words(peer, own)).toBe('ср');
    cut(peer, range(peer, 'ср').from, range(peer, 'ср').to);
    expect(words(peer, own)).toBeUndefined();
  });

  it('can stand on words over two paragraphs and on the first word of the letter', () => {
    const peer = new Peer(seed, 10);
    const over = anchorOf(peer.state, { from: range(peer, 'йте!').from, to: range(peer, 'Ответим').to });
    expect(over && words(peer, over)).toBe('йте!|Ответим');
    const first = anchor(peer, 'Здрав');
    insert(peer, 1, 'А');
    expect(words(peer, first)).toBe('Здрав');
  });

  it('is undefined for what is no anchor, and for no range', () => {
    const peer = new Peer(seed, 10);
    expect(rangeOf(peer.state, { start: 'x', end: null, before: false })).toBeUndefined();
    expect(anchorOf(peer.state, { from: 3, to: 3 })).toBeUndefined();
  });

  it('is at the same place on every peer after edits made apart', () => {
    const edit = fc.record({
      peer: fc.nat(1),
      at: fc.nat(60),
      length: fc.nat(3),
      text: fc.constantFrom('', 'а', 'аб '),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const peers = [new Peer(seed, 10), new Peer(seed, 20)] as const;
        const own = anchor(peers[0], 'в срок');
        for (const { peer, at, length, text } of edits) {
          const one = peers[peer] as Peer;
          one.edit(({ tr, doc }) => {
            const from = Math.min(16 + (at % 30), doc.content.size - 1);
            return tr.insertText(text, from, Math.min(from + length, doc.content.size - 1));
          });
        }
        merge(...peers);
        expect(rangeOf(peers[1].state, own)).toEqual(rangeOf(peers[0].state, own));
      }),
      { numRuns: 100 },
    );
  });
});

describe('rangeOfWords', () => {
  it('finds words that are there once, and no others', () => {
    const peer = new Peer(paragraphs('раз два', 'два три'), 10);
    expect(rangeOfWords(peer.state, 'раз')).toEqual({ from: 1, to: 4 });
    expect(rangeOfWords(peer.state, 'три')).toEqual({ from: 14, to: 17 });
    expect(rangeOfWords(peer.state, 'два')).toBeUndefined();
    expect(rangeOfWords(peer.state, '')).toBeUndefined();
  });
});
