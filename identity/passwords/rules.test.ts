import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPasswords } from './common.ts';
import { checkPassword } from './rules.ts';

const anna = { name: 'Анна Королёва', email: 'koroleva.anna@example.ru' };
const objectionTo = (password: string, owner = anna): string | undefined => {
  try {
    checkPassword(password, owner);
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
};

describe('a password', () => {
  it.each([
    'сирень трактор облако',
    'Tr4ctor-lilac-cloud',
    'зонт и 3 кота',
    '    двенадцать',
    'королёва любит сирень',
    '🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧',
  ])('is good when it is long and not guessed first: %s', (password) => {
    expect(objectionTo(password)).toBeUndefined();
  });

  it.each([
    ['одиннадцать', 'password-length'],
    ['', 'password-length'],
    // Twelve units of UTF-16, six characters.
    ['🦊🐻🐼🐨🐯🦁', 'password-length'],
    ['с'.repeat(257), 'password-length'],
    ['passwordpassword', 'password-common'],
    ['PasswordPassword', 'password-common'],
    ['Password-2026!', 'password-common'],
    ['пароль-пароль-2026', 'password-common'],
    ['Йцукенгшщзхъ', 'password-common'],
    ['1qaz2wsx3edc', 'password-common'],
    ['aaaaaaaaaaaa', 'password-common'],
    ['абвабвабвабв', 'password-common'],
    ['123456789012345', 'password-common'],
    ['zyxwvutsrqponm', 'password-common'],
    ['абвгдежзийклмн', 'password-common'],
    ['Королёва2026', 'password-own-name'],
    ['королева2026', 'password-own-name'],
    ['АннаКоролёва', 'password-own-name'],
    ['koroleva2026', 'password-own-name'],
  ])('is refused: %s (%s)', (password, code) => {
    expect(objectionTo(password)).toBe(code);
  });

  it('may hold a short name by chance: only what is nearly all of it is refused', () => {
    expect(objectionTo('Ли и сирень в мае', { name: 'Ли', email: 'li@example.ru' })).toBeUndefined();
    expect(objectionTo('Анна сажает три сирени')).toBeUndefined();
  });

  it('is refused as common in any case, with digits and signs around it', () => {
    const common = fc.constantFrom(...[...commonPasswords].filter((word) => /^\p{L}{12,}$/u.test(word)));
    const around = fc.stringMatching(/^[0-9!.\-_ ]{0,6}$/);
    fc.assert(
      fc.property(common, around, around, fc.boolean(), (word, before, after, upper) => {
        expect(objectionTo(before + (upper ? word.toUpperCase() : word) + after)).toBe('password-common');
      }),
    );
  });

  it('is never refused but with a Russian sentence that says the way out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (password) => {
        try {
          checkPassword(password, anna);
        } catch (error) {
          expect(error).toMatchObject({
            name: 'AccountProblem',
            message: expect.stringMatching(/Проще|Возьмите/),
          });
        }
      }),
    );
  });
});
