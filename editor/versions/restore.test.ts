import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { variablesField } from '../schema/version.ts';
import { merge, Peer, paragraphs } from '../together/testing.ts';
import { restoreTransaction, restoreValues, versionLetter } from './restore.ts';

const seed = paragraphs('Здравствуйте!', 'Ответим Вам в срок.', 'До встречи.');
const versionOf = (peer: Peer) => versionLetter(Y.encodeStateAsUpdate(peer.document));

describe('restoring a version', () => {
  it('gives its text back, and leaves what a colleague types elsewhere at the same time', () => {
    const [one, other] = [new Peer(seed, 10), new Peer(seed, 20)];
    const version = versionOf(one);
    one.edit(({ tr }) => tr.insertText('Добрый день', 1, 13));
    merge(one, other);
    one.edit((state) => restoreTransaction(state, version));
    other.edit(({ tr, doc }) => tr.insertText(' Пишите.', doc.content.size - 1));
    merge(one, other);
    for (const peer of [one, other])
      expect(peer.texts).toEqual(['Здравствуйте!', 'Ответим Вам в срок.', 'До встречи. Пишите.']);
  });

  it('is done twice by two people at once with the same result', () => {
    const [one, other] = [new Peer(seed, 10), new Peer(seed, 20)];
    const version = versionOf(one);
    one.edit(({ tr }) => tr.delete(15, 21));
    merge(one, other);
    one.edit((state) => restoreTransaction(state, version));
    other.edit((state) => restoreTransaction(state, version));
    merge(one, other);
    expect(other.state.doc.toJSON()).toEqual(one.state.doc.toJSON());
  });

  it('gives the letter of the version back after any edits, and every peer the same', () => {
    const edit = fc.record({
      from: fc.nat(40),
      length: fc.nat(12),
      text: fc.constantFrom('', 'а', 'новое '),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const [one, other] = [new Peer(seed, 10), new Peer(seed, 20)];
        const version = versionOf(one);
        for (const { from, length, text } of edits)
          one.edit(({ tr, doc }) => {
            const start = Math.min(from + 1, doc.content.size - 1);
            return tr.insertText(text, start, Math.min(start + length, doc.content.size - 1));
          });
        one.edit((state) => restoreTransaction(state, version));
        merge(one, other);
        expect(one.state.doc.toJSON()).toEqual(version.document.toJSON());
        expect(other.state.doc.toJSON()).toEqual(version.document.toJSON());
      }),
      { numRuns: 100 },
    );
  });

  it('gives the values of variables back', () => {
    const shared = new Y.Doc();
    const variables = shared.getMap(variablesField);
    variables.set('номер', '7');
    const version = versionLetter(Y.encodeStateAsUpdate(shared));
    variables.set('номер', '8');
    variables.set('тема', 'приём');
    restoreValues(shared, version);
    expect(variables.toJSON()).toEqual({ номер: '7' });
  });
});
