import { describe, expect, it } from 'vitest';
import { resolvedBlocks } from '../export/resolved.ts';
import { letterSchema } from '../schema/schema.ts';
import { letterText } from '../text/letter-text.ts';
import { Peer, paragraphs } from '../together/testing.ts';
import { agreedLetter } from './agreed.ts';
import { suggestChange } from './suggest.ts';

const values = { version: 0, textOf: () => undefined, valueOf: () => undefined };

describe('a letter with open suggestions', () => {
  const peer = new Peer(paragraphs('Ответ в срок', 'До пятницы'), 10);
  peer.edit(({ tr }) => {
    suggestChange(tr, 7, 13, [letterSchema.text('завтра')], { author: 'Анна', at: '2026-11-25T10:00Z' });
    return tr;
  });

  it('is read by the linter as if they were accepted', () => {
    expect(letterText(peer.state.doc, values).text).toBe('Ответ завтра\n\nДо пятницы');
  });

  it('leaves the desk without them', () => {
    expect(agreedLetter(peer.state.doc).textContent).toBe('Ответ в срокДо пятницы');
    expect(JSON.stringify(resolvedBlocks(peer.state.doc, values))).not.toContain('завтра');
    expect(JSON.stringify(resolvedBlocks(peer.state.doc, values))).toContain('Ответ в срок');
  });

  it('is the very same letter when there are none', () => {
    const { doc } = new Peer(paragraphs('Ответ'), 10).state;
    expect(agreedLetter(doc)).toBe(doc);
  });
});
