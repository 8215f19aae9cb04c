import { Grammeme } from '@ponyatno/russian';
import { describe, expect, it } from 'vitest';
import { dictionary } from '../../../support/linting.ts';
import { tables } from './index.ts';

const all = [...tables.values()].flat();

/** Verbs that the dictionary has not, or not as transitive: new words, and «управлять», whose reflexive is passive. */
const isOrdinary = (verb: string) =>
  dictionary
    .parse(verb)
    .some(
      ({ partOfSpeech, known, grammemes }) =>
        partOfSpeech === 'INFN' && known && grammemes & Grammeme.tran && grammemes & Grammeme.impf,
    );

describe('the lexicon of reflexives', () => {
  it('LN-10: has more than a thousand lemmas, each in one table', () => {
    expect(all.length).toBeGreaterThan(2500);
    expect(all.filter((verb, index) => all.indexOf(verb) !== index)).toEqual([]);
  });

  it('LN-10: is drawn from the imperfective transitive verbs of the dictionary', () => {
    const strange = all.filter((verb) => !isOrdinary(verb));
    expect(strange.length / all.length).toBeLessThan(0.03);
  });

  it.each([...tables])('LN-10: the table «%s» is in order', (_, verbs) => {
    const plain = verbs.map((verb) => verb.replaceAll('ё', 'е'));
    expect(plain.every((verb) => /^[а-я]+(?:ть|чь|ти)$/.test(verb))).toBe(true);
  });
});
