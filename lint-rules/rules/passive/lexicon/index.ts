import { alwaysAK } from './always-a-to-k.ts';
import { alwaysLP } from './always-l-to-p.ts';
import { alwaysRYa } from './always-r-to-ya.ts';
import { byAgent } from './by-agent.ts';
import { withSubject } from './by-noun.ts';
import { ofThings, unlessActing, unlessPerson } from './by-subject.ts';
import { borrowedButNever, never } from './never.ts';

/**
 * How the reflexive of a transitive verb is used. Drawn up by hand from the imperfective transitive verbs of the
 * dictionary: suffixes and subjects alone do not tell «рассматривается» (somebody examines it) from «увеличивается» (it
 * grows by itself).
 */
export type Use =
  | 'always'
  | 'unless-person'
  | 'unless-acting'
  | 'of-things'
  | 'with-subject'
  | 'by-agent'
  | 'never';

/** The tables, by use. A verb stands in one of them only. */
export const tables: ReadonlyMap<Use, readonly string[]> = new Map([
  ['always', [...alwaysAK, ...alwaysLP, ...alwaysRYa]],
  ['unless-person', unlessPerson],
  ['unless-acting', unlessActing],
  ['of-things', ofThings],
  ['with-subject', [...withSubject.keys()]],
  ['by-agent', byAgent],
  ['never', [...never, ...borrowedButNever]],
]);

const uses: ReadonlyMap<string, Use> = new Map(
  [...tables].flatMap(([use, verbs]) => verbs.map((verb) => [verb, use] as const)),
);

/** How the reflexive of the verb (given without -ся) is used; undefined when it was not looked through. */
export function useOf(verb: string): Use | undefined {
  return uses.get(verb);
}
