import { Fragment, Node, Slice } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterSchema } from '../schema/schema.ts';
import { suggestedBreak } from '../schema/suggestion.ts';
import { seedUpdate } from '../template/seed.ts';
import { merge, Peer, paragraphs } from '../together/testing.ts';
import { decide } from './decide.ts';
import { piecesOf, suggesterOf, suggestionsOf } from './pieces.ts';
import { inlineOf, makeSuggestion, suggestChange, suggestJoin } from './suggest.ts';

const by = (author: string, minute = 0) => ({
  author,
  at: `2026-11-25T10:${String(minute).padStart(2, '0')}Z`,
});
const text = (words: string) => (words === '' ? [] : [letterSchema.text(words)]);

/** What the reader would get if everything were accepted, with the places of its characters. */
function accepted(document: Node): { text: string; places: { from: number; to: number }[] } {
  let read = '';
  const places: { from: number; to: number }[] = [];
  let end: number | undefined;
  document.descendants((node, position) => {
    if (node.isTextblock) {
      if (end !== undefined && node.attrs.joined === null) {
        read += '\n';
        places.push({ from: end, to: position + 1 });
      }
      end = position + 1 + node.content.size;
      return true;
    }
    if (!node.isInline || suggesterOf(node, 'deletion') !== undefined) return !node.isInline;
    const own = node.isText ? (node.text ?? '').replaceAll(suggestedBreak, '\n') : '*';
    for (let at = 0; at < own.length; at += 1) {
      read += own[at];
      places.push({ from: position + at, to: position + at + 1 });
    }
    return false;
  });
  return { text: read, places };
}

const decided = (peer: Peer, verdict: 'accept' | 'reject', author?: string) =>
  peer.edit((state) => {
    const pieces = piecesOf(state.doc).filter((piece) => author === undefined || piece.by.author === author);
    return decide(state.tr, pieces, verdict);
  });

/** A change of the accepted text: `[start, start + length)` becomes `insert`. */
interface Change {
  readonly start: number;
  readonly length: number;
  readonly insert: string;
}

function applied(before: string, { start, length, insert }: Change): string {
  const at = Math.min(start, before.length);
  return before.slice(0, at) + insert + before.slice(at + length);
}

/** Makes the change as a suggestion, the way the editor does. */
function suggestOn(peer: Peer, change: Change, author: string): void {
  const { places, text: whole } = accepted(peer.state.doc);
  const start = Math.min(change.start, whole.length);
  const [first, last] = [places[start], places[Math.min(start + change.length, whole.length) - 1]];
  const behind = places[start - 1]?.to ?? 1;
  const from = change.length > 0 && first ? first.from : behind;
  const to = change.length > 0 && last && last.to > from ? last.to : from;
  const inserted = text(change.insert.replaceAll('\n', suggestedBreak));
  makeSuggestion(
    () => peer.state,
    (transaction) => peer.edit(() => transaction),
    { from, to, inserted, by: by(author) },
    (transaction) => transaction,
  );
}

const change = (letters: string) =>
  fc.record({
    start: fc.nat(30),
    length: fc.nat(4),
    insert: fc.string({ unit: fc.constantFrom(...letters), maxLength: 3 }),
  });

describe('suggestChange', () => {
  const seed = paragraphs('Ответ в срок', 'До пятницы');
  const edit = (peer: Peer, from: number, to: number, words: string, author = 'Анна') =>
    peer.edit(({ tr }) => (suggestChange(tr, from, to, text(words), by(author)) ? tr : undefined));
  const list = (peer: Peer) =>
    suggestionsOf(peer.state.doc).map(
      ({ author, deleted, inserted }) => `${author}: ${deleted} → ${inserted}`,
    );

  it('marks what is taken out and what is put in, as one suggestion', () => {
    const peer = new Peer(seed, 10);
    edit(peer, 7, 13, 'завтра');
    expect(peer.texts).toEqual(['Ответ в срокзавтра', 'До пятницы']);
    expect(list(peer)).toEqual(['Анна: в срок → завтра']);
  });

  it('takes the own suggested text back in earnest, and marks that of another person', () => {
    const peer = new Peer(seed, 10);
    edit(peer, 6, 6, ' точно');
    edit(peer, 9, 12, '');
    expect(list(peer)).toEqual(['Анна:  → ' + ' то']);
    edit(peer, 6, 9, '', 'Борис');
    expect(list(peer)).toEqual(['Борис:  то → ', 'Анна:  →  то']);
    decided(peer, 'accept');
    expect(peer.texts).toEqual(['Ответ в срок', 'До пятницы']);
  });

  it('goes on with the run that the person has begun, whatever the minute', () => {
    const peer = new Peer(seed, 10);
    peer.edit(({ tr }) => (suggestChange(tr, 6, 6, text(' то'), by('Анна', 1)) ? tr : undefined));
    peer.edit(({ tr }) => (suggestChange(tr, 9, 9, text('чно'), by('Анна', 2)) ? tr : undefined));
    expect(list(peer)).toEqual(['Анна:  →  точно']);
    expect(suggestionsOf(peer.state.doc)[0]?.pieces).toHaveLength(1);
  });

  it('splits and joins paragraphs only when that is accepted', () => {
    const peer = new Peer(seed, 10);
    edit(peer, 6, 6, suggestedBreak);
    expect(peer.texts).toHaveLength(2);
    peer.edit(({ tr, doc }) => (suggestJoin(tr, doc.child(0).nodeSize, by('Анна')) ? tr : undefined));
    expect(list(peer)).toEqual(['Анна:  → ¶', 'Анна: ¶ → ']);
    const rejecting = new Peer(seed, 11);
    merge(peer, rejecting);
    decided(peer, 'accept');
    expect(peer.texts).toEqual(['Ответ', ' в срокДо пятницы']);
    const other = new Peer(seed, 12);
    edit(other, 6, 6, suggestedBreak);
    decided(other, 'reject');
    expect(other.texts).toEqual(['Ответ в срок', 'До пятницы']);
  });

  it('keeps bold words bold on both sides', () => {
    const bold = [{ type: 'bold' }];
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'срок', marks: bold }] }];
    const peer = new Peer(seedUpdate({ type: 'doc', content }, {}), 10);
    peer.edit(({ tr, doc }) => {
      const words = letterSchema.text('дата', doc.nodeAt(1)?.marks);
      return suggestChange(tr, 1, 5, [words], by('Анна')) ? tr : undefined;
    });
    decided(peer, 'accept');
    expect(peer.state.doc.child(0).toJSON().content).toEqual([{ type: 'text', text: 'дата', marks: bold }]);
  });

  it('marks variables and text under a flag by their attributes, and gives them back', () => {
    const content = [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'От ' },
          { type: 'variable', attrs: { name: 'имя' } },
          { type: 'condition', attrs: { flag: 'копия' }, content: [{ type: 'text', text: ' и копия' }] },
          { type: 'text', text: '.' },
        ],
      },
    ];
    const seedOfNodes = seedUpdate({ type: 'doc', content }, {});
    const original = new Peer(seedOfNodes, 9).state.doc.toJSON();
    for (const verdict of ['accept', 'reject'] as const) {
      const peer = new Peer(seedOfNodes, 10);
      edit(peer, 4, 15, 'Анны');
      expect(list(peer)).toEqual(['Анна: ((имя)) и копия → Анны']);
      decided(peer, verdict);
      if (verdict === 'accept') expect(peer.texts).toEqual(['От Анны.']);
      else expect(peer.state.doc.toJSON()).toEqual(original);
    }
  });

  it('in a list makes a new item when the break is accepted', () => {
    const item = (words: string) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    });
    const content = [{ type: 'bulletList', content: [item('паспорт и справка')] }];
    const peer = new Peer(seedUpdate({ type: 'doc', content }, {}), 10);
    edit(peer, 10, 10, suggestedBreak);
    decided(peer, 'accept');
    expect(peer.state.doc.child(0).childCount).toBe(2);
    expect(peer.texts).toEqual(['паспорт', ' и справка']);
  });

  it('does not join over the edge of a cell', () => {
    const cell = (words: string) => ({
      type: 'tableCell',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    });
    const content = [
      { type: 'paragraph' },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('а'), cell('б')] }] },
    ];
    const peer = new Peer(seedUpdate({ type: 'doc', content }, {}), 10);
    const before = peer.state.doc;
    edit(peer, 1, before.content.size - 4, '');
    decided(peer, 'accept');
    expect(peer.texts).toEqual(['', '', '']);
  });
});

describe('inlineOf', () => {
  it('puts paragraphs in one line, with their ends as characters', () => {
    const doc = Node.fromJSON(letterSchema, {
      type: 'doc',
      content: ['раз', 'два'].map((words) => ({
        type: 'paragraph',
        content: [{ type: 'text', text: words }],
      })),
    });
    const line = inlineOf(new Slice(doc.content, 1, 1));
    expect(Fragment.from(line).textBetween(0, 7)).toBe(`раз${suggestedBreak}два`);
  });
});

describe('everything accepted or rejected', () => {
  it('is the text of plain typing, or the original', () => {
    const seed = paragraphs('аб аб', '', 'ба');
    fc.assert(
      fc.property(fc.array(change('аб\n'), { maxLength: 10 }), fc.boolean(), (changes, accept) => {
        const peer = new Peer(seed, 10);
        const original = peer.texts.join('\n');
        let plain = original;
        for (const one of changes) {
          suggestOn(peer, one, 'Анна');
          plain = applied(plain, one);
          expect(accepted(peer.state.doc).text).toBe(plain);
        }
        decided(peer, accept ? 'accept' : 'reject');
        expect(peer.texts.join('\n')).toBe(accept ? plain : original);
        expect(piecesOf(peer.state.doc)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same on every peer after typing apart, and rejecting gives the original', () => {
    const seed = paragraphs('аб аб', 'ба', 'аа');
    const names = ['Анна', 'Борис', 'Вера'];
    const act = fc.record({ peer: fc.nat(2), change: change('аб\n'), merges: fc.boolean() });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 14 }), fc.boolean(), (acts, accept) => {
        const peers = names.map((_, index) => new Peer(seed, 10 + index));
        const original = peers[0]?.texts.join('\n');
        for (const { peer, change: one, merges } of acts) {
          suggestOn(peers[peer] as Peer, one, names[peer] as string);
          if (merges) merge(peers[peer] as Peer, peers[(peer + 1) % 3] as Peer);
        }
        merge(...peers);
        const letters = peers.map((peer) => peer.state.doc.toJSON());
        expect(letters[1]).toEqual(letters[0]);
        expect(letters[2]).toEqual(letters[0]);
        const [first] = peers as [Peer];
        const proposed = accepted(first.state.doc).text;
        decided(first, accept ? 'accept' : 'reject');
        expect(first.texts.join('\n')).toBe(accept ? proposed : original);
        merge(...peers);
        for (const peer of peers) expect(peer.state.doc.toJSON()).toEqual(first.state.doc.toJSON());
      }),
      // Thrown anew, one in some six hundred such talks of three people still leaves a letter too many: who takes a suggestion
      // back and types at its end, while another without connection puts words there too (editor/README.md).
      { numRuns: 300 },
    );
  });

  it('is the original after one takes back what another, without connection, strikes out', () => {
    const [anna, vera] = [new Peer(paragraphs('аб аб', 'ба'), 10), new Peer(paragraphs('аб аб', 'ба'), 12)];
    suggestOn(vera, { start: 5, length: 1, insert: 'аа' }, 'Вера');
    merge(anna, vera);
    suggestOn(anna, { start: 2, length: 4, insert: 'а' }, 'Анна');
    suggestOn(vera, { start: 3, length: 4, insert: '' }, 'Вера');
    merge(anna, vera);
    decided(anna, 'reject');
    expect(anna.texts).toEqual(['аб аб', 'ба']);
  });

  it('takes words in the middle of what another suggests as a part of that, and never into what is struck out', () => {
    const peer = new Peer(paragraphs('Ответ в срок'), 10);
    const edit = (at: number, to: number, words: string, author: string, minute: number) =>
      peer.edit(({ tr }) => (suggestChange(tr, at, to, text(words), by(author, minute)) ? tr : undefined));
    edit(6, 6, ' точно', 'Анна', 1);
    edit(9, 9, '-то', 'Борис', 2);
    edit(16, 19, '', 'Анна', 3);
    edit(17, 17, 'X', 'Борис', 4);
    expect(peer.texts).toEqual(['Ответ то-точно в сXрок']);
    const kept = suggestionsOf(peer.state.doc).map(({ author, inserted }) => `${author}: ${inserted}`);
    expect(kept).toEqual(['Анна:  то-точно', 'Борис: -то', 'Анна: ', 'Борис: X']);
    decided(peer, 'reject', 'Анна');
    expect(peer.texts).toEqual(['Ответ в сXрок']);
    decided(peer, 'reject');
    expect(peer.texts).toEqual(['Ответ в срок']);
  });

  it('of one author leaves what the others suggest', () => {
    const peer = new Peer(paragraphs('Ответ в срок'), 10);
    peer.edit(({ tr }) => (suggestChange(tr, 6, 6, text(' Вам'), by('Анна')) ? tr : undefined));
    peer.edit(({ tr }) => (suggestChange(tr, 1, 1, text('Дадим '), by('Борис')) ? tr : undefined));
    decided(peer, 'reject', 'Анна');
    expect(suggestionsOf(peer.state.doc).map(({ author }) => author)).toEqual(['Борис']);
    expect(peer.texts).toEqual(['Дадим Ответ в срок']);
  });
});
