import { describe, expect, it } from 'vitest';
import { callCommand } from './keys.ts';

const key = (name: string, more: object = {}) => ({
  key: name,
  code: /^\d$/.test(name) ? `Digit${name}` : name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});
const box = { inSearch: true, inField: true, empty: true };
const full = { ...box, empty: false };
const field = { inSearch: false, inField: true, empty: true };
const page = { inSearch: false, inField: false, empty: false };

describe('the keys of the call screen', () => {
  it('choose the answer by its number while nothing is typed, with Alt always', () => {
    expect(callCommand(key('2'), box)).toEqual({ kind: 'way', way: 1 });
    expect(callCommand(key('2'), full)).toBeUndefined();
    expect(callCommand(key('2', { altKey: true }), full)).toEqual({ kind: 'way', way: 1 });
    expect(callCommand(key('2'), field)).toBeUndefined();
    expect(callCommand(key('2'), page)).toEqual({ kind: 'way', way: 1 });
    expect(callCommand(key('0'), box)).toEqual({ kind: 'farewell' });
  });

  it('CL-14: lead to the crisis from everywhere', () => {
    for (const place of [box, full, field, page])
      expect(callCommand(key('F7'), place)).toEqual({ kind: 'crisis' });
  });

  it('lead to the search by the place of the slash, and do not type it into an empty box', () => {
    expect(callCommand(key('.', { code: 'Slash' }), page)).toEqual({ kind: 'search' });
    expect(callCommand(key('/', { code: 'Slash' }), box)).toEqual({ kind: 'search' });
    expect(callCommand(key('/', { code: 'Slash' }), full)).toBeUndefined();
    expect(callCommand(key('/', { code: 'Slash' }), field)).toBeUndefined();
  });

  it('read, choose and copy answers in the box', () => {
    expect(callCommand(key('Enter'), full)).toEqual({ kind: 'read' });
    expect(callCommand(key('Enter', { shiftKey: true }), full)).toEqual({ kind: 'details' });
    expect(callCommand(key('ArrowDown'), full)).toEqual({ kind: 'next' });
    expect(callCommand(key('с', { code: 'KeyC', ctrlKey: true }), full)).toEqual({ kind: 'copy' });
    expect(callCommand(key('с', { code: 'KeyC', ctrlKey: true }), field)).toBeUndefined();
    expect(callCommand(key('Enter', { ctrlKey: true }), field)).toEqual({ kind: 'end' });
  });

  it('stay with an input method', () => {
    expect(callCommand(key('F7', { isComposing: true }), box)).toBeUndefined();
  });
});
