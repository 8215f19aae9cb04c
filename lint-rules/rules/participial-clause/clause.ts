import { cases, Grammeme, type Parse } from '@ponyatno/russian';
import type { Document, Sentence } from '../../document.ts';
import { agree } from '../../morphology/agreement.ts';
import { adjacent } from '../../morphology/noun-phrase.ts';

/** Where clauses are looked for. */
export interface Place {
  readonly document: Document;
  readonly sentence: Sentence;
  /** What each word is in its context. */
  readonly readings: readonly Parse[];
}

/** A participle with its words after a noun: «лицо, подавшее заявление, …». */
export interface ClauseAfter {
  readonly kind: 'after';
  readonly participle: number;
  readonly parse: Parse;
  readonly noun: number;
  /** The noun as the participle agrees with it. */
  readonly as: Parse;
  /** Its last word. */
  readonly last: number;
}

/** A participle with its words before its noun: «представленные заявителем документы». */
export interface ClauseBefore {
  readonly kind: 'before';
  readonly participle: number;
  readonly parse: Parse;
  readonly noun: number;
  /** The noun as the participle agrees with it. */
  readonly as: Parse;
  /** Its last word, right before the noun or its adjectives. */
  readonly last: number;
}

/** A gerund with its words: «рассмотрев Ваше обращение». */
export interface ClauseOfGerund {
  readonly kind: 'gerund';
  readonly gerund: number;
  readonly parse: Parse;
  readonly last: number;
}

export type Clause = ClauseAfter | ClauseBefore | ClauseOfGerund;

/** These participles have become adjectives, nouns and particles: nobody can turn them into clauses. */
const fixed = new Set([
  ...['данный', 'следующий', 'указанный', 'соответствующий', 'настоящий', 'действующий', 'существующий'],
  ...['последующий', 'предыдущий', 'будущий', 'вышеуказанный', 'нижеследующий', 'управляющий', 'учащийся'],
  ...['обучающийся', 'служащий', 'заведующий', 'надлежащий', 'подходящий', 'уполномоченный', 'определенный'],
  ...['ограниченный', 'объединенный', 'уважаемый', 'многодетный', 'малоимущий', 'нуждающийся', 'работающий'],
]);

/** Every clause of a participle or a gerund in a sentence, left to right. */
export function* clauses(place: Place): Generator<Clause> {
  const { sentence, readings } = place;
  for (const index of sentence.words.keys()) {
    const found = isGerund(place, index) ? gerundAt(place, index) : participleAt(place, index);
    if (found) yield found;
  }
  function participleAt(at: Place, index: number): Clause | undefined {
    const participles = participlesOf(at, index);
    if (participles.length === 0) return undefined;
    if (isSetOff(at, index) && !isAttribute(at, index, participles))
      return clauseAfter(at, index, participles);
    return isPredicate(at, index) ? undefined : clauseBefore(at, index, participles, readings);
  }
}

function participlesOf({ sentence, readings }: Place, index: number): Parse[] {
  const word = sentence.words[index];
  if (word?.kind !== 'word' || readings[index]?.partOfSpeech !== 'PRTF') return [];
  if ([...word.keys].some((key) => fixed.has(key))) return [];
  return word.parses.filter(({ partOfSpeech }) => partOfSpeech === 'PRTF');
}

/** «холера, неосложнённая гонорея»: in a list the participle belongs to what follows. */
function isAttribute(
  { document, sentence: { words }, readings }: Place,
  index: number,
  own: readonly Parse[],
): boolean {
  const next = readings[index + 1];
  // «подавшее заявление»: the noun after it is its object.
  if (own.some(({ grammemes }) => grammemes & Grammeme.actv && grammemes & Grammeme.tran)) return false;
  if (next === undefined || !adjacent(document, words[index], words[index + 1])) return false;
  return ['NOUN', 'ADJF'].includes(next.partOfSpeech) && readings[index] !== undefined
    ? own.some((one) => agreesInContext(one, next)) && agreesInContext(readings[index], next)
    : false;
}

const copulas = new Set([
  'считаться',
  'являться',
  'признаваться',
  'оставаться',
  'оказаться',
  'быть',
  'стать',
  'признать',
  'считать',
]);

/** «услуга считается предоставленной». */
function isPredicate({ sentence: { words } }: Place, index: number): boolean {
  return (
    words[index - 1]?.parses.some(
      ({ partOfSpeech, lemma }) => partOfSpeech !== 'NOUN' && copulas.has(lemma),
    ) ?? false
  );
}

/** A comma stands right before the word. */
function isSetOff({ document, sentence: { words } }: Place, index: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  if (before === undefined || word === undefined) return false;
  return /^,\s*$/.test(document.text.slice(before.end, word.start));
}

/** How far back the noun of a participle may stand: «копия справки о доходах, выданная …». */
const back = 8;

function clauseAfter(place: Place, index: number, participles: readonly Parse[]): ClauseAfter | undefined {
  const { readings } = place;
  for (let at = index - 1; at >= Math.max(0, index - back); at--) {
    const noun = readings[at];
    if (noun === undefined || (at < index - 1 && isSetOff(place, at + 1))) return undefined;
    if (noun.partOfSpeech !== 'NOUN' && noun.partOfSpeech !== 'NPRO') continue;
    // The agreement tells the case better than the tagger does.
    const nouns = [
      noun,
      ...(place.sentence.words[at]?.parses ?? []).filter(({ lemma }) => lemma === noun.lemma),
    ];
    for (const own of nouns) {
      const parse = participles.find((one) => agree(one, own));
      if (parse)
        return { kind: 'after', participle: index, parse, noun: at, as: own, last: endOf(place, index) };
    }
  }
  return undefined;
}

/** The last word before the next comma, semicolon, bracket or dash. */
function endOf({ document, sentence: { words } }: Place, index: number): number {
  let last = index;
  for (; last + 1 < words.length; last++) {
    const between = document.text.slice(words[last]?.end, words[last + 1]?.start);
    if (/[,;:()]|\s[—–-]\s/.test(between)) break;
  }
  return last;
}

/** How many words may stand between a participle and its noun. */
const ahead = 10;

function clauseBefore(
  { document, sentence: { words } }: Place,
  index: number,
  participles: readonly Parse[],
  readings: readonly Parse[],
): ClauseBefore | undefined {
  let last = index;
  for (let at = index + 1; at <= index + ahead; at++) {
    const [word, reading] = [words[at], readings[at]];
    if (word === undefined || reading === undefined || !adjacent(document, words[at - 1], word))
      return undefined;
    // «заполненные ответственным специалистом документы»: the nearest noun may belong to the participle.
    if (reading.partOfSpeech === 'NOUN') {
      const parse = participles.find((one) => agreesInContext(one, reading));
      if (parse && !isGovernedBetween(readings, index, at))
        return { kind: 'before', participle: index, parse, noun: at, as: reading, last };
    }
    if (['VERB', 'PRTS', 'INFN', 'PRED', 'GRND'].includes(reading.partOfSpeech)) return undefined;
    // «поданных и зарегистрированных документов», but not «ставших известными в Америке и других странах».
    if (reading.partOfSpeech === 'CONJ' && readings[at + 1]?.partOfSpeech !== 'PRTF') return undefined;
    const agreeing =
      ['ADJF', 'PRTF', 'NUMR'].includes(reading.partOfSpeech) &&
      participles.some((one) => agreesInContext(one, reading));
    if (!agreeing) last = at;
  }
  return undefined;
}

/** Adjective and noun agree, each as it is read here. */
function agreesInContext(participle: Parse, other: Parse): boolean {
  return agree(participle, other) && (participle.grammemes & other.grammemes & cases & ~Grammeme.voct) !== 0;
}

/** «направленных в установленный срок документов»: «срок» stands after a preposition. */
function isGovernedBetween(readings: readonly Parse[], from: number, noun: number): boolean {
  for (let at = noun - 1; at > from; at--) {
    const reading = readings[at];
    if (reading?.partOfSpeech === 'PREP') return true;
    if (!reading || !['ADJF', 'PRTF', 'NUMR'].includes(reading.partOfSpeech)) return false;
  }
  return false;
}

/** Gerunds that are prepositions and introductions by now: «включая», «несмотря на», «исходя из», «начиная с». */
const petrified = new Set([
  ...[
    'включая',
    'исключая',
    'несмотря',
    'исходя',
    'начиная',
    'судя',
    'благодаря',
    'хотя',
    'спустя',
    'кончая',
  ],
  ...[
    'считая',
    'говоря',
    'смотря',
    'погодя',
    'будучи',
    'учитывая',
    'согласно',
    'суммируя',
    'глядя',
    'молча',
    'сидя',
    'стоя',
    'лежа',
  ],
]);

function isGerund(place: Place, index: number): boolean {
  const { sentence, readings } = place;
  const word = sentence.words[index];
  if (word?.kind !== 'word' || readings[index]?.partOfSpeech !== 'GRND' || petrified.has(word.folded))
    return false;
  const before = readings[index - 1]?.partOfSpeech;
  return before === undefined || before === 'CONJ' || before === 'PRCL' || isSetOff(place, index);
}

function gerundAt(place: Place, index: number): ClauseOfGerund | undefined {
  const parse = place.readings[index];
  return parse && { kind: 'gerund', gerund: index, parse, last: endOf(place, index) };
}
