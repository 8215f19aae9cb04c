import { type Dictionary, hasGrammeme, tokenize } from '@ponyatno/russian';

/** What stands in a kept question for what could tell whose it was. */
const marks = {
  mail: '[почта]',
  link: '[ссылка]',
  number: '[номер]',
  date: '[дата]',
  name: '[имя]',
  place: '[адрес]',
};

const before = String.raw`(?<![\p{L}\p{N}])`;
const after = String.raw`(?![\p{L}\p{N}])`;
const monthStems = 'январ|феврал|март|апрел|ма[йея]|июн|июл|август|сентябр|октябр|ноябр|декабр';

// In this order: an address in the net may hold digits, a date is no number.
const shapes: readonly (readonly [RegExp, string])[] = [
  [/\S*[^\s@]@[^\s@]\S*/gu, marks.mail],
  [/(?:https?:\/\/|www\.)\S+/giu, marks.link],
  [/\S*@\S*/gu, marks.link],
  // Days of birth. The date of an act goes as well: one cannot tell.
  [/(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)/gu, marks.date],
  [/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu, marks.date],
  [new RegExp(`(?<!\\d)\\d{1,2}\\s+(?:${monthStems})\\p{L}*(?:\\s+\\d{4})?`, 'giu'), marks.date],
  [
    new RegExp(
      `${before}(?:ул|улиц[аеыу]|улицей|пр-т|проспект[ае]?|пер|переул(?:ок|ке|ка)|шоссе|проезд[ае]?|бульвар[ае]?|наб|набережн[а-я]{2}|микрорайон[ае]?|мкр)\\.?\\s+\\p{L}[\\p{L}\\p{N}.-]*(?:\\s+\\p{L}[\\p{L}-]*(?=,?\\s*(?:д\\.?|дом[ае]?)?\\s*\\d))?(?:,?\\s*(?:д|дом[ае]?|к|корп|корпус|стр|строение|кв|квартир[аеы])?\\.?\\s*\\d{1,4}[а-я]?${after}){0,3}`,
      'giu',
    ),
    marks.place,
  ],
  [new RegExp(`${before}(?:кв|квартир[аеы])\\.?\\s*\\d{1,4}${after}`, 'giu'), marks.place],
  // Phones, passports, СНИЛС, ИНН, cards, registration numbers: five digits and more, however they are grouped.
  [/[+№]?\(?\d(?:[\s()\u2010-\u2015.-]{0,3}\d){4,30}/gu, marks.number],
  // Numbers of cars.
  [
    new RegExp(
      `${before}[авекмнорстухabekmhopctyx]\\s?\\d{3}\\s?[авекмнорстухabekmhopctyx]{2}(?:\\s?\\d{2,3})?${after}`,
      'giu',
    ),
    marks.number,
  ],
];

const initials =
  /(?<![\p{L}\p{N}])(?:\p{Lu}\p{Ll}{2,30}(?:-\p{Lu}\p{Ll}{2,30})?\s+)?\p{Lu}\.\s?(?:\p{Lu}\.)?(?:\s?\p{Lu}\p{Ll}{2,30}(?:-\p{Lu}\p{Ll}{2,30})?)?/gu;
const introductions = new Set(
  'гражданин гражданка гражданину гражданке гражданина гражданки господин госпожа фамилия фио имя отчество зовут'.split(
    ' ',
  ),
);
const patronymic = /^\p{L}{2,}(?:[оеь]вич|ич|[ое]вн|ичн|иничн)(?:а|у|ем|ом|е|ы|ой|ою)?$/iu;
const surname =
  /^\p{L}{2,30}(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ым|ой|е)?|(?:ск|цк)(?:ий|ого|ому|им|ая|ой|ую)|енко|(?:ук|юк|ян|дзе|швили)(?:а|у|ом|е)?)$/iu;

/**
 * Takes out of a question what may tell who asked or about whom: mail, links, phones and other long numbers, dates, street addresses,
 * names. By shape and by the dictionary: rather too much than too little.
 */
export function withoutPersonal(question: string, dictionary: Dictionary): string {
  let text = question;
  for (const [shape, mark] of shapes) text = text.replace(shape, mark);
  text = text.replace(initials, (found) =>
    /\p{Lu}\./u.test(found) && isInitials(found) ? ` ${marks.name} ` : found,
  );
  return collapse(withoutNames(text, dictionary));
}

// «Н. Новгород» is no person, «Иванов И.» and «И. И. Иванов» are.
function isInitials(found: string): boolean {
  return (found.match(/\p{Lu}\./gu)?.length ?? 0) > 1 || /^\p{Lu}\p{Ll}/u.test(found);
}

/** How a word may be part of a name: certainly, perhaps, or not. */
type NameLike = 'certain' | 'perhaps' | undefined;

function withoutNames(text: string, dictionary: Dictionary): string {
  const words = tokenize(text).filter(({ kind }) => kind === 'word');
  const like = words.map(({ text: word }) => nameLike(word, dictionary));
  const hidden = words.map((word, place) => {
    if (like[place] === 'certain') return true;
    const introduced = introductions.has(words[place - 1]?.text.toLowerCase() ?? '');
    if (introduced && (like[place] !== undefined || isCapital(word.text))) return true;
    // Two in a row: «Вера Холодная» is a person, «вера» alone may be a word.
    return (
      like[place] === 'perhaps' &&
      [place - 1, place + 1].some((beside) => adjacent(words, place, beside) && like[beside] !== undefined)
    );
  });
  return words.reduceRight(
    (all, { start, end }, place) => (hidden[place] ? all.slice(0, start) + marks.name + all.slice(end) : all),
    text,
  );
}

function adjacent(words: readonly { start: number; end: number }[], one: number, other: number): boolean {
  const [first, second] = [words[Math.min(one, other)], words[Math.max(one, other)]];
  return first !== undefined && second !== undefined && second.start - first.end <= 2;
}

function nameLike(word: string, dictionary: Dictionary): NameLike {
  if (word.length < 3) return undefined;
  const parses = dictionary.parse(word);
  const names = parses.filter(
    ({ known, tag }) => known && ['Name', 'Surn', 'Patr'].some((name) => hasGrammeme(tag, name)),
  );
  if (names.some(({ tag }) => hasGrammeme(tag, 'Patr'))) return 'certain';
  if (dictionary.has(word)) {
    if (names.length === 0) return undefined;
    // «ИНН» is a form of «Инна».
    const short = word.length < 4 || word === word.toUpperCase();
    return names.length === parses.length && !short ? 'certain' : 'perhaps';
  }
  if (patronymic.test(word)) return 'certain';
  if (!surname.test(word)) return undefined;
  return isCapital(word) ? 'certain' : 'perhaps';
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function collapse(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/(\[[а-я]+\])(?:[\s,;.-]*\1)+/gu, '$1')
    .trim();
}
