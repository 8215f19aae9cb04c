import { AccountProblem } from '../people/problem.ts';
import { passwordLength } from '../store/auth.ts';
import { commonPasswords } from './common.ts';

/** A part of a name shorter than this stands in many good passwords by chance. */
const tellingPart = 4;

/**
 * Refuses a password that is guessed first. Length does the work (NIST SP 800-63B): no rules about digits and signs, which
 * make people write «Password1!».
 *
 * @throws AccountProblem with the way out
 */
export function checkPassword(password: string, { name, email }: { name: string; email: string }): void {
  const { least, most } = passwordLength;
  const characters = [...password].length;
  if (characters < least || password.length > most)
    throw new AccountProblem(
      'password-length',
      `В пароле должно быть от ${least} до ${most} знаков. Проще всего запомнить несколько слов подряд.`,
    );
  const plain = password.toLowerCase().replaceAll('ё', 'е');
  const core = plain.replaceAll(/[^\p{L}]+/gu, '');
  if (commonPasswords.has(plain) || commonPasswords.has(core) || repeats(plain))
    throw new AccountProblem(
      'password-common',
      'Такой пароль подбирают одним из первых. Возьмите несколько слов, которые не стоят рядом ни в одной фразе.',
    );
  const own = [...name.split(/\s+/u), ...email.split(/[@._-]/u)]
    .map((part) => part.toLowerCase().replaceAll('ё', 'е'))
    .filter((part) => part.length >= tellingPart);
  const left = own.reduce((text, part) => text.replaceAll(part, ''), plain);
  if (left !== plain && [...left].length < least / 2)
    throw new AccountProblem(
      'password-own-name',
      'Пароль почти целиком состоит из вашего имени или адреса почты. Возьмите слова, которые с вами не связаны.',
    );
}

/** Whether the text is one short piece over and over: «abcabcabcabc», or a run of keys in order: «123456789012». */
function repeats(text: string): boolean {
  if (/^(.{1,4})\1+.{0,3}$/su.test(text)) return true;
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const inOrder = steps.filter((step) => Math.abs(step) <= 1).length;
  return inOrder >= steps.length - 1;
}
