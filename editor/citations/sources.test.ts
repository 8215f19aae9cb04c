import { Node } from '@tiptap/pm/model';
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blocksHtml } from '../export/html.ts';
import { resolvedBlocks } from '../export/resolved.ts';
import { letterSchema } from '../schema/schema.ts';
import { letterField, sourcesField } from '../schema/version.ts';
import type { Values } from '../text/blocks.ts';
import { letterText } from '../text/letter-text.ts';
import { citedRanges, Sources, sourceStates } from './sources.ts';

const values: Values = { version: 0, textOf: () => undefined, valueOf: () => undefined };
const cited = (text: string, page: string, digest = 'd1', piece = 'spoken') => ({
  type: 'text',
  text,
  marks: [{ type: 'citation', attrs: { page, digest, piece } }],
});
const plain = (text: string) => ({ type: 'text', text });
const p = (...content: object[]) => ({ type: 'paragraph', content });
const doc = (...content: object[]) => Node.fromJSON(letterSchema, { type: 'doc', content });
const version = (id: string, digest: string) => ({ id, digest, title: `Страница ${id}`, url: `/faq/${id}` });
const letter = doc(
  p(plain('Здравствуйте! '), cited('Пишите на почту.', 'a'), plain(' Своё. '), cited('Ещё.', 'a')),
  p(cited('Первый абзац.', 'b', 'd1', '')),
  p(cited('Второй ', 'b', 'd1', ''), {
    ...cited('абзац.', 'b', 'd1', ''),
    marks: [{ type: 'bold' }, ...cited('', 'b', 'd1', '').marks],
  }),
);

describe('citations', () => {
  it('KB-6: survive Yjs and the way to another browser', () => {
    const one = new Y.Doc();
    const other = new Y.Doc();
    prosemirrorJSONToYXmlFragment(letterSchema, letter.toJSON(), one.getXmlFragment(letterField));
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    const read = yXmlFragmentToProseMirrorRootNode(other.getXmlFragment(letterField), letterSchema);
    expect(citedRanges(read)).toEqual(citedRanges(letter));
  });

  it('are one range over paragraphs of one piece, and end at the writer’s own words', () => {
    const text = ({ from, to }: { from: number; to: number }) => letter.textBetween(from, to, '|');
    expect(citedRanges(letter).map((range) => [range.page, text(range)])).toEqual([
      ['a', 'Пишите на почту.'],
      ['a', 'Ещё.'],
      ['b', 'Первый абзац.|Второй абзац.'],
    ]);
  });

  it('KB-6: leave the letter as plain words', () => {
    expect(letterText(letter, values).text).toContain('Здравствуйте! Пишите на почту. Своё. Ещё.');
    expect(blocksHtml(resolvedBlocks(letter, values))).toBe(
      '<p>Здравствуйте! Пишите на почту. Своё. Ещё.</p><p>Первый абзац.</p><p>Второй <strong>абзац.</strong></p>',
    );
  });
});

describe('sources of a draft', () => {
  it('KB-6: are kept in the draft, with who took them', () => {
    const document = new Y.Doc();
    const other = new Y.Doc();
    document.on('update', (update: Uint8Array) => Y.applyUpdate(other, update));
    new Sources(document).add(version('a', 'd1'), 'Ирина');
    expect(new Sources(other).list()).toMatchObject([{ ...version('a', 'd1'), by: 'Ирина' }]);
  });

  it('KB-6: tell that a page has changed or is gone; what is decided stays until the next change', () => {
    const document = new Y.Doc();
    const sources = new Sources(document);
    sources.add(version('a', 'd1'), 'Ирина');
    sources.add(version('read', 'd1'), 'Ирина');
    const states = (digest: string) => {
      const today = new Map([
        ['a', version('a', digest)],
        ['b', null],
        ['read', version('read', 'd1')],
      ]);
      return Object.fromEntries(
        sourceStates(sources.list(), citedRanges(letter), today).map(({ source, state }) => [
          source.id,
          state,
        ]),
      );
    };
    expect(states('d1')).toEqual({ a: 'same', b: 'gone', read: 'same' });
    expect(states('d2').a).toBe('changed');
    const [first] = sources.list();
    if (first) sources.keep(first, 'd2', 'Пётр');
    expect(states('d2').a).toBe('kept');
    expect(states('d3').a).toBe('changed');
    expect(sources.list()[0]?.kept).toMatchObject({ digest: 'd2', by: 'Пётр' });
  });

  it('says nothing when nobody could be asked', () => {
    expect(sourceStates([], citedRanges(letter), new Map()).map(({ state }) => state)).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  it('are read with care: addresses of others and broken entries are left out', () => {
    const document = new Y.Doc();
    const map = document.getMap<unknown>(sourcesField);
    map.set('x', { title: 'a', url: 'https://example.org', digest: 'd' });
    map.set('y', { title: 'a', url: '//example.org', digest: 'd', kept: 5 });
    map.set('z', 'broken');
    expect(new Sources(document).list().map(({ id, url }) => [id, url])).toEqual([
      ['x', ''],
      ['y', ''],
    ]);
  });
});
