import { cases, Grammeme, genders, type Parse } from '@ponyatno/russian';

/** Whether an adjective or participle agrees with a noun in case, number, gender and, in the accusative, animacy. */
export function agree(adjective: Pick<Parse, 'grammemes'>, noun: Pick<Parse, 'grammemes'>): boolean {
  const both = adjective.grammemes & noun.grammemes;
  if ((both & cases & ~Grammeme.voct) === 0) return false;
  if (both & Grammeme.plur) return animacyAgrees(adjective.grammemes, noun.grammemes);
  if ((both & Grammeme.sing) === 0) return false;
  const gendered = (noun.grammemes & genders) !== 0 && (adjective.grammemes & genders) !== 0;
  if (gendered && (both & genders) === 0) return false;
  return animacyAgrees(adjective.grammemes, noun.grammemes);
}

function animacyAgrees(adjective: number, noun: number): boolean {
  if ((adjective & noun & Grammeme.accs) === 0) return true;
  const wanted = adjective & (Grammeme.anim | Grammeme.inan);
  return wanted === 0 || (noun & wanted) !== 0;
}
