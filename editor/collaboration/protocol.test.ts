import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, closingOf, closings, parseRoom, roomOf } from './protocol.ts';

describe('rooms', () => {
  it('are named by draft and epoch', () => {
    expect(parseRoom(roomOf('V1StGXR8_Z5jdHi6B-myT', 3))).toEqual({
      draft: 'V1StGXR8_Z5jdHi6B-myT',
      epoch: 3,
    });
  });

  it.each(['', 'draft..1', 'draft.a', 'draft.a.b', 'draft.a.1.2', 'other.a.1', 'draft.а.1', 'draft.a.1\0s'])(
    'do not have the name %j',
    (name) => {
      expect(parseRoom(name)).toBeUndefined();
    },
  );
});

describe('closings', () => {
  it('have codes of their own, so that the browser knows the reason', () => {
    for (const [name, { code }] of Object.entries(closings)) expect(closingOf(code)).toBe(name);
    expect(closingOf(1006)).toBeUndefined();
  });
});

describe('cleanName', () => {
  it('keeps a name and tidies its spaces', () => {
    expect(cleanName('  Анна   Петровна,\nотдел обращений ')).toBe('Анна Петровна, отдел обращений');
  });

  it('gives a word for a person without a name', () => {
    expect(cleanName(' \u200B\u202E ')).toBe('Без имени');
  });

  it('leaves no control characters, no direction marks, no angle brackets, and is at most 60 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const clean = cleanName(name);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}<>]/u);
        expect([...clean].length).toBeLessThanOrEqual(60);
        expect(clean.trim()).not.toBe('');
        expect(cleanName(clean)).toBe(clean);
      }),
    );
  });
});
