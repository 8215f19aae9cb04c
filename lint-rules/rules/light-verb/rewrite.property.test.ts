import { Grammeme, genders, numbers, type Parse, persons, tenses } from '@ponyatno/russian';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsFacts } from '../../fixing/facts.ts';
import { verbForm } from '../../morphology/verb.ts';
import { dictionary, lint } from '../../support/linting.ts';
import { nouns } from './nouns.ts';

const { sing, plur, masc, femn, neut, per1, per2, per3, past, pres, futr, impf, perf } = Grammeme;

const subjects: readonly (readonly [text: string, agreement: number])[] = [
  ['Комиссия', sing | femn | per3],
  ['Отдел', sing | masc | per3],
  ['Министерство', sing | neut | per3],
  ['Специалисты', plur | per3],
  ['Мы', plur | per1],
  ['Вы', plur | per2],
];

const lights: readonly (readonly [infinitive: string, aspect: number])[] = [
  ['осуществлять', impf],
  ['осуществить', perf],
  ['производить', impf],
  ['произвести', perf],
];

const objects = ['документов', 'трёх заявлений', 'заявителей', '12 школ', 'сроков и порядка', 'новой дороги'];
const facts = ['', ' до 5 мая 2024 года', ' за 30 000 рублей', ' по адресу Мира, 14', ' для Анны Ивановой'];

const verbModel: Parse = {
  lemma: '',
  partOfSpeech: 'VERB',
  grammemes: 0,
  tag: 'VERB',
  probability: 1,
  known: true,
};

/** The grammemes of a finite verb that agrees with the subject. */
function agreeing(agreement: number, tense: number): number {
  if (tense !== past) return tense | (agreement & (numbers | persons));
  return past | (agreement & numbers) | (agreement & sing ? agreement & genders : 0);
}

const transitive = nouns.filter(
  ([, , perfective, government, own]) => perfective && government === 'gent' && !own.startsWith('='),
);

const sentences = fc
  .record({
    subject: fc.constantFrom(...subjects),
    light: fc.constantFrom(...lights),
    isPast: fc.boolean(),
    noun: fc.constantFrom(...transitive),
    object: fc.constantFrom(...objects),
    fact: fc.constantFrom(...facts),
    negated: fc.boolean(),
  })
  .map(({ subject, light, isPast, noun, object, fact, negated }) => {
    const [name, agreement] = subject;
    const [infinitive, aspect] = light;
    const grammemes = agreeing(agreement, isPast ? past : aspect === perf ? futr : pres);
    const verb = verbForm(dictionary, infinitive, { ...verbModel, grammemes });
    const [lemma] = dictionary.parse(noun[0]).filter(({ partOfSpeech }) => partOfSpeech === 'NOUN');
    const accusative = lemma && dictionary.inflect(lemma, Grammeme.accs | sing);
    const text = `${name} ${negated ? 'не ' : ''}${verb} ${accusative} ${object}${fact}.`;
    return { text, grammemes, wanted: aspect === perf ? noun[2] : noun[1] };
  });

const found = (text: string) => lint(text).filter(({ rule }) => rule === 'light-verb');

describe('the verb instead of a split predicate, whatever the sentence', () => {
  it('is offered, keeps tense, person, number, gender and aspect, and every fact', () => {
    let offered = 0;
    fc.assert(
      fc.property(sentences, ({ text, grammemes, wanted }) => {
        const [finding] = found(text);
        expect(finding, text).toBeDefined();
        const [better] = finding?.expected ?? [];
        if (finding === undefined || better === undefined) return;
        offered++;
        expect(keepsFacts(finding.actual, better, dictionary), `${text} → ${better}`).toBe(true);
        const form = verbForm(dictionary, wanted ?? '', { ...verbModel, grammemes });
        expect(better.split(' ')[0], text).toBe(form);
        const forms = dictionary.parse(better.split(' ')[0] ?? '').map((parse) => parse.grammemes);
        const own = tenses | persons | numbers | genders;
        expect(
          forms.some((one) => (one & own) === (grammemes & own)),
          text,
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
    // «трёх заявителей» may be left to the author, most must not be.
    expect(offered).toBeGreaterThan(200);
  });

  it('has no split predicate left, so that fixing again changes nothing', () => {
    fc.assert(
      fc.property(sentences, ({ text }) => {
        const [finding] = found(text);
        const [better] = finding?.expected ?? [];
        if (finding === undefined || better === undefined) return;
        const fixed = text.slice(0, finding.start) + better + text.slice(finding.end);
        expect(found(fixed), fixed).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
