import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import { merge, Peer, paragraphs } from '../../together/testing.ts';
import { Threads } from '../../together/threads.ts';
import { anchorOf, rangeOfWords } from './anchors.ts';
import { commentsKey, commentsPlugin, readPlaces, setActiveThread } from './comments-plugin.ts';

/** A letter with a thread on «в срок». */
function commented() {
  const seed = paragraphs('Здравствуйте!', 'Ответим в срок.');
  const changes: number[] = [];
  const peer: Peer = new Peer(seed, 10, [
    commentsPlugin(
      () => new Threads(peer.document).list(),
      ({ places }) => changes.push(places.size),
    ),
  ]);
  const range = rangeOfWords(peer.state, 'в срок');
  const anchor = range && anchorOf(peer.state, range);
  if (anchor === undefined) throw new Error('No anchor.');
  const id = new Threads(peer.document).begin('в срок', anchor, {
    author: 'Анна',
    text: 'Когда?',
    mentions: [],
  });
  return { seed, peer, id };
}

const textAt = (state: Peer['state'], id: string) => {
  const range = commentsKey.getState(state)?.places.get(id);
  return range && state.doc.textBetween(range.from, range.to);
};

describe('the places of threads', () => {
  it('are read out of Yjs, and move along with what is typed here', () => {
    const { peer, id } = commented();
    let state = peer.state.apply(readPlaces(peer.state));
    expect(textAt(state, id)).toBe('в срок');
    state = state.apply(state.tr.insertText('Мы рады. ', 1));
    expect(textAt(state, id)).toBe('в срок');
    expect(commentsKey.getState(state)?.decorations.find()).toHaveLength(1);
  });

  it('are gone when their words are deleted; the thread is not', () => {
    const { peer, id } = commented();
    let state = peer.state.apply(readPlaces(peer.state));
    const range = commentsKey.getState(state)?.places.get(id);
    state = state.apply(state.tr.delete(range?.from ?? 0, range?.to ?? 0));
    expect(textAt(state, id)).toBeUndefined();
    expect(new Threads(peer.document).list()[0]?.quote).toBe('в срок');
  });

  it('are read anew after an edit from elsewhere', () => {
    const { seed, peer, id } = commented();
    const before = peer.state.apply(readPlaces(peer.state));
    const other = new Peer(seed, 20);
    other.edit(({ tr }) => tr.insertText('Мы рады. ', 1));
    merge(peer, other);
    const { doc } = peer.state;
    const remote = before.tr.replaceWith(0, before.doc.content.size, doc.content);
    const after = before.apply(remote.setMeta(ySyncPluginKey, { isChangeOrigin: true }));
    // The mapping of the binding is the one of the new letter by then.
    expect(textAt(after.apply(readPlaces(after)), id)).toBe('в срок');
  });

  it('are found by the quote when the characters were made anew', () => {
    const { peer, id } = commented();
    peer.edit(({ tr }) => tr.delete(16, 31));
    expect(textAt(peer.state.apply(readPlaces(peer.state)), id)).toBeUndefined();
    peer.edit(({ tr }) => tr.insertText('Всё будет в срок', 16));
    expect(textAt(peer.state.apply(readPlaces(peer.state)), id)).toBe('в срок');
  });

  it('of settled threads are marked only while they are looked at', () => {
    const { peer, id } = commented();
    new Threads(peer.document).resolve(id, 'Анна');
    const state = peer.state.apply(readPlaces(peer.state));
    expect(commentsKey.getState(state)?.decorations.find()).toHaveLength(0);
    const looked = state.apply(setActiveThread(state, id));
    expect(commentsKey.getState(looked)?.decorations.find()).toHaveLength(1);
  });
});
