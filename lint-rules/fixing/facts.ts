import { type Dictionary, hasGrammeme, type Parse } from '@ponyatno/russian';

/** Everything that is a fact by its looks: variables of letters, numbers, words and addresses in Latin letters, signs. */
const literal = /\(\([^()]*\)\)|\d+|[\p{Script=Latin}@][\p{Script=Latin}\d@._:/-]*|[№%‰§₽$€°]/gu;
const word = /\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M}\u00ad-]*/gu;

const nameGrammemes = ['Name', 'Surn', 'Patr', 'Geox', 'Orgn', 'Trad', 'Abbr'];
const months = new Set([
  ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь'],
  ...['июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
]);

/**
 * Whether a replacement keeps every date, sum, number and name of the words it replaces. The last gate before a fix is
 * applied without a person looking at it: a rule may offer a shorter wording, it may not drop a fact.
 */
export function keepsFacts(actual: string, replacement: string, dictionary: Dictionary): boolean {
  const left = literals(replacement);
  for (const fact of literals(actual)) {
    const index = left.indexOf(fact);
    if (index < 0) return false;
    left.splice(index, 1);
  }
  const written = wordsOf(replacement);
  return factWords(actual, dictionary).every((fact) =>
    written.some((other) => sameWord(fact, other, dictionary)),
  );
}

function literals(text: string): string[] {
  return text.normalize('NFC').match(literal) ?? [];
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(word) ?? [];
}

/** Names, months and numbers in words. A capital alone says nothing at the beginning and in a heading in capitals. */
function factWords(text: string, dictionary: Dictionary): string[] {
  const words = wordsOf(text);
  const capitals = text === text.toUpperCase();
  return words.filter((own, index) => {
    const parse = dictionary.parse(own)[0];
    if (parse !== undefined && (isNumber(parse) || months.has(parse.lemma))) return true;
    // «Ваш» has its capital out of politeness.
    if (!/^\p{Lu}/u.test(own) || (parse !== undefined && isPronoun(parse))) return false;
    return (
      (index > 0 && !capitals) || (parse !== undefined && isName(parse)) || isAbbreviation(own, capitals)
    );
  });
}

/** «Один» counts nothing in «один из видов»: without a digit it is a pronoun as often as a number. */
function isNumber({ partOfSpeech, tag, lemma }: Parse): boolean {
  return partOfSpeech === 'NUMR' && !hasGrammeme(tag, 'Apro') && lemma !== 'один';
}

function isPronoun({ partOfSpeech, tag }: Parse): boolean {
  return partOfSpeech === 'NPRO' || hasGrammeme(tag, 'Apro');
}

function isName({ tag }: Parse): boolean {
  return nameGrammemes.some((grammeme) => hasGrammeme(tag, grammeme));
}

function isAbbreviation(own: string, capitals: boolean): boolean {
  return !capitals && own.length > 1 && own === own.toUpperCase();
}

/** The same word, in another form perhaps: «Иванова» for «Иванов». */
function sameWord(one: string, two: string, dictionary: Dictionary): boolean {
  const lemmas = new Set(dictionary.lemmas(two));
  return dictionary.lemmas(one).some((lemma) => lemmas.has(lemma));
}
