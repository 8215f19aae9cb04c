import { Grammeme, type Grammemes } from '@ponyatno/russian';
import fc from 'fast-check';
import { carveOuts } from '../controls/carve-outs.ts';
import { plainLetters } from '../controls/letters.ts';
import { tables } from '../phrases/tables.ts';
import { rules } from '../rules/index.ts';
import { dictionary } from './linting.ts';

/** Nouns as a writer in an office takes them, with an adjective each may have. */
const things = [
  ...['документ', 'заявление', 'справка', 'жалоба', 'договор', 'счёт', 'решение', 'участок', 'дорога'],
  ...['письмо', 'данные', 'срок', 'пособие', 'квартира', 'подпись', 'крыльцо', 'площадка', 'тариф', 'дерево'],
];
const qualities = [
  'новый',
  'представленный',
  'жилой',
  'общий',
  'третий',
  'последний',
  'муниципальный',
  'Ваш',
];
const bodies = ['комиссия', 'отдел', 'суд', 'министерство', 'специалист', 'управление', 'заявитель'];
const actions = [
  ...['проверка', 'рассмотрение', 'замена', 'ремонт', 'оценка', 'контроль', 'выдача', 'оплата', 'запись'],
  ...[
    'обследование',
    'согласование',
    'подготовка',
    'сбор',
    'уборка',
    'расчёт',
    'переселение',
    'консультация',
  ],
];
const lights = ['осуществлять', 'проводить', 'производить', 'провести', 'оказать', 'обеспечить', 'вести'];
const prepositions = [
  ...['в целях', 'в связи с', 'посредством', 'на основании', 'по истечении', 'в рамках', 'в случае'],
  ...['с учётом', 'в соответствии с', 'ввиду', 'в ходе', 'на предмет', 'согласно', 'касательно', 'в части'],
];
const facts = [
  ...['12.05.2026', '№ 318-п', '8 400,50 рублей', 'Иванова И. И.', 'в Новосибирске', 'до 5 мая', '((номер))'],
  ...['30 (тридцати) дней', 'ООО «Ромашка»', 'Петровой Анны', 'п. 5 ст. 10', 'example.ru', 'МФЦ', ''],
];
const datives: ReadonlySet<string> = new Set(['в соответствии с', 'в связи с', 'согласно']);

const numbers = fc.constantFrom<Grammemes>(Grammeme.sing, Grammeme.plur);
const word = (words: readonly string[]) => fc.constantFrom(...words);

function noun(lemma: string, form: Grammemes): string {
  const parse = dictionary.parse(lemma).find(({ partOfSpeech }) => partOfSpeech === 'NOUN');
  return (parse && dictionary.inflect(parse, form)) ?? lemma;
}

/** A noun with an adjective perhaps, in a case and number. */
function phrase(grammaticalCase: Grammemes, lemmas: readonly string[] = things): fc.Arbitrary<string> {
  return fc.tuple(word(lemmas), fc.option(word(qualities)), numbers).map(([lemma, quality, number]) => {
    const head = dictionary.parse(lemma).find(({ partOfSpeech }) => partOfSpeech === 'NOUN');
    const gender = (head?.grammemes ?? 0) & (Grammeme.masc | Grammeme.femn | Grammeme.neut);
    const own = noun(lemma, grammaticalCase | number);
    if (quality === null || head === undefined) return own;
    const adjective = dictionary.parse(quality)[0];
    const wanted = grammaticalCase | (number === Grammeme.sing ? number | gender : number);
    return `${(adjective && dictionary.inflect(adjective, wanted)) ?? quality} ${own}`;
  });
}

const verbForms: readonly Grammemes[] = [
  Grammeme.past | Grammeme.plur,
  Grammeme.past | Grammeme.sing | Grammeme.femn,
  Grammeme.per3 | Grammeme.sing,
  Grammeme.per3 | Grammeme.plur,
  Grammeme.per1 | Grammeme.plur,
  0,
];

const light = fc.tuple(word(lights), fc.constantFrom(...verbForms)).map(([lemma, form]) => {
  const parse = dictionary.parse(lemma).find(({ partOfSpeech }) => partOfSpeech === 'INFN');
  const found = dictionary
    .forms(parse ?? dictionary.parse(lemma)[0] ?? raise(lemma))
    .find(
      ({ partOfSpeech, grammemes }) => form !== 0 && partOfSpeech === 'VERB' && (grammemes & form) === form,
    );
  return found?.form ?? lemma;
});

function raise(lemma: string): never {
  throw new Error(`«${lemma}» is not in the dictionary`);
}

const action = (form: Grammemes) => phrase(form, actions);

const templates: readonly fc.Arbitrary<string>[] = [
  fc.tuple(phrase(Grammeme.nomn, bodies), light, action(Grammeme.accs), phrase(Grammeme.gent)).map(join),
  fc.tuple(light, action(Grammeme.accs), phrase(Grammeme.gent)).map(join),
  fc
    .tuple(
      action(Grammeme.nomn),
      phrase(Grammeme.gent),
      fc.constantFrom('осуществляется', 'проводится', 'была проведена', 'производится', 'обеспечено'),
      phrase(Grammeme.ablt, bodies),
    )
    .map(join),
  fc
    .tuple(
      phrase(Grammeme.nomn),
      fc.constantFrom(
        'рассмотрено',
        'принято',
        'был подписан',
        'проверена',
        'рассматриваются',
        'направлены',
        'будут выданы',
        'подготавливается',
      ),
      phrase(Grammeme.ablt, bodies),
    )
    .map(join),
  fc
    .tuple(
      phrase(Grammeme.ablt, bodies),
      fc.constantFrom('рассмотрено', 'принято', 'был подписан', 'проверена', 'направлены'),
      phrase(Grammeme.nomn),
    )
    .map(join),
  word(prepositions).chain((preposition) => {
    const wanted =
      preposition === 'в соответствии с' || preposition === 'в связи с'
        ? Grammeme.ablt
        : datives.has(preposition)
          ? Grammeme.datv
          : Grammeme.gent;
    return fc
      .tuple(
        fc.constant(preposition),
        phrase(wanted),
        fc.constantFrom('просим позвонить', 'приём закрыт', 'мы ответим', 'подайте заявление'),
      )
      .map(join);
  }),
  fc
    .tuple(
      fc.constantFrom(
        'необходимо отметить, что',
        'данное',
        'для получения',
        'сообщаем, что',
        'имеет место',
        'в настоящее время',
        'на сегодняшний день',
        'является',
      ),
      phrase(Grammeme.gent),
      fc.constantFrom('принято решение', 'ждите ответа', 'мы позвоним'),
    )
    .map(join),
];

function join(parts: readonly string[]): string {
  return parts.join(' ');
}

/** A sentence of an official letter that nobody has written yet: it has the constructions that the rules look for. */
export const officialSentence: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(...templates),
    word(facts),
    fc.constantFrom('.', '!', ';', ', а также звоните.', ' (см. выше).'),
  )
  .map(
    ([body, fact, end]) => `${body.charAt(0).toUpperCase()}${body.slice(1)}${fact ? ` ${fact}` : ''}${end}`,
  );

/** Every sentence that stands in a rule, a table of phrases or a control. */
export const knownTexts: readonly string[] = [
  ...rules.flatMap(({ examples }) => examples.bad.map(({ text }) => text)),
  ...Object.values(tables).flatMap((table) =>
    table.flatMap(({ example, also = [], fine = [] }) => [example, ...also, ...fine]),
  ),
  ...plainLetters,
  ...carveOuts,
];

/** A letter of several paragraphs, made up or known. */
export const officialLetter: fc.Arbitrary<string> = fc
  .array(
    fc
      .array(
        fc.oneof(
          { weight: 3, arbitrary: officialSentence },
          { weight: 1, arbitrary: fc.constantFrom(...knownTexts) },
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((sentences) => sentences.join(' ')),
    { minLength: 1, maxLength: 3 },
  )
  .map((paragraphs) => paragraphs.join('\n\n'));
