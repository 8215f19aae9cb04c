import { protection } from '../protection.ts';
import { type Check, ruleDefaults } from '../rule.ts';
import { dictionary, read } from './linting.ts';

/** «Решение [принято].» without its brackets, with the words that a check finds in brackets again. */
export function mark(check: Check, marked: string): string {
  const text = marked.replace(/[[\]]/g, '');
  const nothing = protection([]);
  const settings = { ...ruleDefaults, dictionary, isProtected: nothing, isExplained: nothing };
  return [...check(read(text), settings)].reduceRight((result, { start, end }) => {
    // An auxiliary belongs to the finding; the last word tells what it is about.
    const last = start + (/\S+$/.exec(text.slice(start, end))?.index ?? 0);
    return `${result.slice(0, last)}[${text.slice(last, end)}]${result.slice(end)}`;
  }, text);
}
