import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import type { Suggester } from '../../schema/suggestion.ts';
import { piecesOf } from '../../suggestions/pieces.ts';
import { merge, Peer, paragraphs } from '../../together/testing.ts';
import { rangeOfWords } from './anchors.ts';
import { otherSenders } from './senders.ts';

const seed = paragraphs('Здравствуйте!', 'Ответим Вам в срок.', 'До встречи.');
const anna: Suggester = { author: 'Анна', at: '2026-11-26T10:00Z' };
const names: Readonly<Record<number, string>> = { 10: 'Анна', 20: 'Борис' };
const senderOf = ({ client }: Y.ID) => names[client];
function sendersIn(peer: Peer): string[] {
  const { state } = peer;
  return otherSenders(state, piecesOf(state.doc), senderOf);
}

/** Puts a suggested insertion, or a suggested deletion of words, into the letter, under a name. */
function suggest(peer: Peer, by: Suggester, words: string, insert?: string): void {
  peer.edit(({ tr, schema, ...state }) => {
    const range = rangeOfWords({ tr, schema, ...state, doc: tr.doc } as never, words);
    if (range === undefined) throw new Error(`«${words}» is not there once.`);
    if (insert === undefined) return tr.addMark(range.from, range.to, schema.mark('deletion', { ...by }));
    return tr.insert(range.to, schema.text(insert, [schema.mark('insertion', { ...by })]));
  });
}

describe('who else has written in a suggestion', () => {
  it('is nobody when its author has written it, on every desk', () => {
    const [one, other] = [new Peer(seed, 10), new Peer(seed, 20)];
    suggest(one, anna, 'в срок', ' и раньше');
    suggest(one, anna, 'встречи');
    merge(one, other);
    expect(piecesOf(other.state.doc)).toHaveLength(2);
    expect(sendersIn(one)).toEqual([]);
    expect(sendersIn(other)).toEqual([]);
  });

  it.each([
    ['words to put in', ' и раньше'],
    ['words to take out', undefined],
  ])('is who has made it in the name of another: %s', (_what, insert) => {
    const [one, other] = [new Peer(seed, 10), new Peer(seed, 20)];
    suggest(other, anna, 'в срок', insert);
    merge(one, other);
    expect(piecesOf(one.state.doc)[0]?.by.author).toBe('Анна');
    expect(sendersIn(one)).toEqual(['Борис']);
  });

  it('is who has typed into it', () => {
    const [one, other] = [new Peer(seed, 10), new Peer(seed, 20)];
    suggest(one, anna, 'в срок', ' и раньше');
    merge(one, other);
    other.edit(({ tr, schema, doc }) => {
      const at = piecesOf(doc)[0]?.from ?? 0;
      return tr.insert(at + 2, schema.text('намного ', [schema.mark('insertion', { ...anna })]));
    });
    merge(one, other);
    expect(sendersIn(one)).toEqual(['Борис']);
  });

  it('is who has suggested to join paragraphs in the name of another', () => {
    const [one, other] = [new Peer(seed, 10), new Peer(seed, 20)];
    other.edit(({ tr, doc }) => tr.setNodeAttribute(doc.child(0).nodeSize, 'joined', JSON.stringify(anna)));
    merge(one, other);
    expect(piecesOf(one.state.doc)).toMatchObject([{ what: 'join', by: anna }]);
    expect(sendersIn(one)).toEqual(['Борис']);
  });
});

it('names everybody who has typed into a long suggestion, however its words lie in the document', () => {
  const [one, other] = [new Peer(seed, 10), new Peer(seed, 20)];
  suggest(one, anna, 'в срок', ` ${'и ещё раньше, '.repeat(40)}`);
  merge(one, other);
  const length = piecesOf(one.state.doc)[0]?.text.length ?? 0;
  for (const offset of [1, 200, length - 1]) {
    const fresh = new Peer(seed, 15);
    merge(fresh, one);
    const typing = new Peer(seed, 30 + offset);
    merge(typing, one);
    typing.edit(({ tr, schema, doc }) =>
      tr.insert(
        (piecesOf(doc)[0]?.from ?? 0) + offset,
        schema.text('ы', [schema.mark('insertion', { ...anna })]),
      ),
    );
    merge(fresh, typing);
    const { state } = fresh;
    const senders = otherSenders(state, piecesOf(state.doc), ({ client }) => (client > 20 ? 'Вера' : 'Анна'));
    expect(senders, String(offset)).toEqual(['Вера']);
  }
});
