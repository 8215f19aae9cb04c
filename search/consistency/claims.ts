import { type Dictionary, type PartOfSpeech, sentences } from '@ponyatno/russian';
import { Analyser } from '../analysis/analyser.ts';
import { numerals } from '../vocabulary/numerals.ts';

/** A sentence that gives a number, a date, a phone: what about, and which. */
export interface Claim {
  /** What it is about: the lemmas of its nouns and adjectives, sorted and joined. */
  readonly subject: string;
  /** How many words that are. */
  readonly size: number;
  /** The numbers, sorted. */
  readonly values: readonly string[];
  /** As it is written. */
  readonly text: string;
}

const telling: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'ADJF', 'ADJS']);
/** «в течение», «не позднее», «со дня»: ways of saying until when, not what. */
const ways: ReadonlySet<string> = new Set([
  'течение',
  'поздний',
  'срок',
  'дата',
  'время',
  'момент',
  'ваш',
  'наш',
  'который',
  'этот',
  'тот',
]);
const number = /^[+\d-][\d.,:+-]*$/;
/** Where it is written, not what: «п. 4.8», «пп. 4.6–4.8 и 5». */
const citation =
  /(?<!\p{L})(?:пп?|подп|ст|ч|абз|гл|разд)\.[\s\u00a0]{0,2}\d[\d.]{0,12}(?:[\s\u00a0]{0,2}(?:[,–-]|и[\s\u00a0])[\s\u00a0]{0,2}\d[\d.]{0,12}){0,9}/giu;
/** A sentence with a list of numbers is a table. */
const mostValues = 6;

/** The beginnings of the numerals, in any case: «пяти», «тридцать». */
const numeral = new RegExp(
  `(?<!\\p{L})(?:${[...new Set([...numerals.keys()].map((word) => word.slice(0, 3)))].join('|')})`,
  'iu',
);

/** Takes the sentences with numbers out of a text. */
export class ClaimReader {
  readonly #analyser: Analyser;
  readonly #dictionary: Dictionary;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
    this.#analyser = new Analyser(dictionary);
  }

  /** The claims of a text, one line a block. */
  read(text: string): Claim[] {
    return text.split('\n').flatMap((line) => {
      // Most lines have no number, and the rest takes a hundred times longer.
      if (!(/\d/.test(line) || numeral.test(line))) return [];
      return sentences(line).flatMap(({ start, end }) => {
        const claim = this.#claimOf(line.slice(start, end));
        return claim === undefined ? [] : [claim];
      });
    });
  }

  #claimOf(text: string): Claim | undefined {
    const subject = new Set<string>();
    const values: string[] = [];
    for (const { form } of this.#analyser.tokens(text.replaceAll(citation, ''))) {
      const value = this.#valueOf(form);
      if (value !== undefined) values.push(value);
      else if (/^[а-я-]+$/.test(form)) {
        const [parse] = this.#dictionary.parse(form);
        if (parse && telling.has(parse.partOfSpeech) && !ways.has(parse.lemma)) subject.add(parse.lemma);
      }
    }
    if (values.length === 0 || values.length > mostValues) return undefined;
    return {
      subject: [...subject].toSorted().join(' '),
      size: subject.size,
      values: values.toSorted(),
      text: text.trim(),
    };
  }

  #valueOf(form: string): string | undefined {
    // «С девяти до восемнадцати» and «с 9:00 до 18:00» are the same hours.
    if (number.test(form)) return form.replace(/^0?(\d{1,2}):00$/, '$1');
    if (!/^[а-я-]+$/.test(form)) return undefined;
    return numerals.get(this.#analyser.lemmas(form)[0] ?? '');
  }
}
