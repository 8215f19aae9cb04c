import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { AccountProblem } from './problem.ts';

/** The address in the one spelling it is kept in: without spaces around, lower case, a Cyrillic domain in ASCII. */
export function normalEmail(given: string): string {
  const [local = '', domain = '', ...more] = given.trim().toLowerCase().split('@');
  const email = `${local}@${domainToASCII(domain)}`;
  if (more.length > 0 || email.length > 254 || !z.email().safeParse(email).success)
    throw new AccountProblem(
      'bad-email',
      `«${given.slice(0, 100)}» — не адрес электронной почты. Укажите его так: ivanova@example.ru.`,
    );
  return email;
}
