import { Grammeme, type Parse } from '@ponyatno/russian';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsFacts } from '../../fixing/facts.ts';
import { adjectiveForm } from '../../morphology/adjective.ts';
import { formLike } from '../../morphology/verb.ts';
import { dictionary, lint } from '../../support/linting.ts';

const { sing, plur, masc, femn, neut, anim, inan, nomn, past, pres, per3, actv } = Grammeme;

const nouns: readonly (readonly [noun: string, agreement: number])[] = [
  ['Лицо', sing | neut | inan],
  ['Организация', sing | femn | inan],
  ['Заявитель', sing | masc | anim],
  ['Граждане', plur | anim],
  ['Сведения', plur | inan],
];

/** With words long enough for a finding in a letter. */
const verbs: readonly (readonly [infinitive: string, tense: number, tail: string])[] = [
  ['подать', past, 'заявление о выплате на ребёнка до 5 мая 2024 года'],
  ['направить', past, 'копию решения от 3 июня № 318 через портал в срок'],
  ['получить', past, 'ответ министра по электронной почте до 18 часов 7 июня'],
  ['содержать', pres, 'данные Анны Ивановой о выплате 30 000 рублей в мае'],
  ['подтверждать', pres, 'доход семьи Петровых за первые три месяца 2024 года'],
  ['обратиться', past, 'в отдел Анны Ивановой по телефону 228-67-88 до 18 часов'],
];

const model: Parse = { lemma: '', partOfSpeech: 'VERB', grammemes: 0, tag: '', probability: 1, known: true };

const sentences = fc
  .tuple(fc.constantFrom(...nouns), fc.constantFrom(...verbs))
  .map(([[noun, agreement], [infinitive, tense, tail]]) => {
    const verb = dictionary.parse(infinitive).find(({ partOfSpeech }) => partOfSpeech === 'INFN') ?? model;
    const number = agreement & (sing | plur);
    const gender = number === sing ? agreement & (masc | femn | neut) : 0;
    const participle = dictionary
      .forms(verb)
      .find(
        ({ partOfSpeech, grammemes }) =>
          partOfSpeech === 'PRTF' &&
          [number | gender, nomn, tense, actv].every((one) => (grammemes & one) === one),
      )?.form;
    const finite = tense === past ? number | gender | past : number | per3 | pres;
    const text = `${noun}, ${participle} ${tail}, ждёт.`;
    const who = adjectiveForm(dictionary, 'который', agreement | nomn);
    return { text, wanted: `${who} ${formLike(dictionary, verb, { ...model, grammemes: finite })}` };
  });

const found = (text: string) =>
  lint(text, { profile: 'letter' }).filter(({ rule }) => rule === 'participial-clause');

describe('«который» instead of a participle, whatever the sentence', () => {
  it('agrees with the noun, keeps tense and every fact, and leaves no heavy clause', () => {
    fc.assert(
      fc.property(sentences, ({ text, wanted }) => {
        const [finding] = found(text);
        const [better] = finding?.expected ?? [];
        expect(better, text).toMatch(new RegExp(`^${wanted} `));
        if (finding === undefined || better === undefined) return;
        expect(keepsFacts(finding.actual, better, dictionary), better).toBe(true);
        const fixed = text.slice(0, finding.start) + better + text.slice(finding.end);
        expect(found(fixed), fixed).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
