import { Grammeme, hasGrammeme, type Parse } from '@ponyatno/russian';
import type { Word } from '../../../document.ts';
import { has } from '../actor.ts';
import { bodies } from '../nouns.ts';
import {
  circumstances,
  clothes,
  company,
  gettingFrom,
  homes,
  housesFor,
  joining,
  lacking,
  mutual,
  removing,
  streets,
  telling,
  vehicles,
  whereabouts,
} from './adjuncts.ts';
import { isTime } from './names.ts';
import { genitivesAfter, isNext, isNominalIn, withTail } from './phrase.ts';
import { endOf, type Part, type Place } from './place.ts';

/** What stands after the one who acts: it belongs to the verb and stays, or to the actor up to the word `moves`. */
type Hold = 'stays' | 'doubtful' | { readonly moves: number };

/** More phrases in a row that belong to the actor nobody writes. */
const mostPhrases = 2;

/**
 * The one who acts at the end of the clause, with the phrases after it that belong to it («ребятами из отряда»,
 * «спасателями с собаками»). Undefined when it is not sure to whom or what the next phrase belongs. `object` is the
 * head of what is acted on.
 */
export function withAttributes(place: Place, actor: Part, object: Word | undefined): Part | undefined {
  let whole = actor;
  for (let turn = 0; turn <= mostPhrases; turn++) {
    const hold = holdAfter(place, whole, object);
    if (hold === 'doubtful') return undefined;
    if (hold === 'stays') return whole;
    whole = withTail(place, whole, hold.moves);
  }
  return undefined;
}

function holdAfter(place: Place, actor: Part, object: Word | undefined): Hold {
  const { document, sentence, clause } = place;
  const at = actor.last + 1;
  const next = sentence.words[at];
  if (at > clause.last || next === undefined) return isContinuedOutside(place, actor) ? 'doubtful' : 'stays';
  if (document.text.slice(endOf(place, actor), next.start).trim() !== '') return 'doubtful';
  if (next.kind === 'number') return isTime(place, at) ? 'stays' : 'doubtful';
  if (whereabouts.has(next.folded)) return isPronoun(place) ? 'stays' : { moves: at };
  const partOfSpeech = next.parses[0]?.partOfSpeech;
  if (partOfSpeech === 'PREP') return holdOfPhrase(place, actor, object);
  // «комиссией как органом».
  if (partOfSpeech === 'CONJ' && next.folded !== 'также') return 'doubtful';
  // «органом записи актов»: perhaps it goes on; «нами всеми».
  const goesOn = (parse: Parse) =>
    isNominalIn(parse, Grammeme.gent) || (isNominalIn(parse, Grammeme.ablt) && parse.probability > 0.2);
  return next.parses.some(goesOn) ? 'doubtful' : 'stays';
}

const conjunctions: ReadonlySet<string> = new Set([
  ...['а', 'но', 'если', 'когда', 'чтобы', 'поскольку', 'так', 'и', 'хотя'],
]);

/** «комиссией, которая…», «отделом (кабинет 5)»: something beyond the clause tells of the actor. */
function isContinuedOutside(place: Place, actor: Part): boolean {
  const { document, sentence } = place;
  const rest = document.text.slice(endOf(place, actor), sentence.end);
  const next = sentence.words[actor.last + 1];
  if (/^\s*[(:«„"–—№/-]/.test(rest)) return true;
  if (!/^\s*,/.test(rest) || next === undefined || conjunctions.has(next.folded)) return false;
  const partOfSpeech = next.parses[0]?.partOfSpeech ?? '';
  return (
    next.kind === 'number' ||
    ['NOUN', 'ADJF', 'PRTF'].includes(partOfSpeech) ||
    /^(?:где|куда|откуда)$/.test(next.folded)
  );
}

/** A phrase with a preposition: its words and what its verb, actor and object are. */
interface Phrase {
  readonly noun: Word;
  /** Index of its last word. */
  readonly last: number;
  readonly isLiving: boolean;
  readonly actorIsLiving: boolean;
  readonly verb: string;
  readonly actor: Word;
  readonly object: Word | undefined;
}

const byPreposition: Readonly<Record<string, (phrase: Phrase) => Hold>> = {
  из: ofOrigin,
  с: ofCompany,
  от: ({ verb, actorIsLiving }) => (actorIsLiving && !gettingFrom.has(verb) ? 'doubtful' : 'stays'),
  без: ({ isLiving, actorIsLiving, noun }) =>
    isLiving || (actorIsLiving && has(noun, lacking)) ? 'doubtful' : 'stays',
  при: ({ noun, last, actorIsLiving }) => {
    if (has(noun, bodies)) return { moves: last };
    return actorIsLiving && !isDeed(noun) ? 'doubtful' : 'stays';
  },
  для: ({ actor }) => (has(actor, housesFor) ? 'doubtful' : 'stays'),
  о: ({ verb }) => (telling.has(verb) ? 'stays' : 'doubtful'),
  про: () => 'doubtful',
  в: ({ noun, last, actorIsLiving }) => (actorIsLiving && has(noun, clothes) ? { moves: last } : 'stays'),
  на: ({ noun, last, actorIsLiving }) => (actorIsLiving && has(noun, vehicles) ? { moves: last } : 'stays'),
};

/** Prepositions that make a phrase of what the genitive before them means: «собственниками помещений в доме». */
const tellingWhich = /^(?:в|на|с|из|для)$/;

function holdOfPhrase(place: Place, actor: Part, object: Word | undefined): Hold {
  const { sentence, clause, agent, parse } = place;
  const at = actor.last + 1;
  const head = headAfter(place, at);
  if (head === undefined) return hasNumber(place, at) ? 'stays' : 'doubtful';
  const noun = sentence.words[head];
  if (noun === undefined) return 'doubtful';
  const last = genitivesAfter(place, head, clause.last + 1);
  if (has(noun, company)) return 'doubtful';
  // «на Ленина, 5».
  if (last === clause.last && sentence.words[last + 1]?.kind === 'number') return 'doubtful';
  if (sentence.words[actor.last]?.kind === 'number' && has(noun, streets)) return { moves: last };
  if (hasNumber(place, at)) return 'stays';
  const preposition = (sentence.words[at]?.folded ?? '').replace(/^(со|во|ото|изо|об|обо)$/, (own) =>
    own.startsWith('об') ? 'о' : own.slice(0, -1),
  );
  const isCircumstance = has(noun, circumstances) || sentence.words.slice(at, head).some(isCircumstantial);
  if (isCircumstance && !(has(noun, clothes) && agent.noun.grammemes & Grammeme.anim)) return 'stays';
  const isLong =
    actor.last > agent.index && actor.end === undefined && sentence.words[actor.last]?.kind !== 'number';
  if (isLong && tellingWhich.test(preposition)) return 'doubtful';
  const hold = byPreposition[preposition];
  if (hold === undefined) return 'stays';
  const actorIsLiving = isPronoun(place) || (agent.noun.grammemes & Grammeme.anim) !== 0;
  const verb = parse.lemma.replace(/(?:ся|сь)$/, '');
  return hold({ noun, last, isLiving: isLiving(noun), actorIsLiving, verb, actor: agent.word, object });
}

/** «из отряда», «из Томска»: where the actor belongs; «из школы» of one who was sent away. */
function ofOrigin({ noun, last, verb, actorIsLiving, object }: Phrase): Hold {
  if (removing.has(verb)) return actorIsLiving && object && !isLiving(object) ? 'doubtful' : 'stays';
  const isHome = has(noun, homes) || noun.parses.some(({ tag }) => hasGrammeme(tag, 'Geox'));
  if (isHome) return { moves: last };
  return actorIsLiving ? 'doubtful' : 'stays';
}

/** «спасателями с собаками» act together; «договор подписан директором с подрядчиком» is a contract with him. */
function ofCompany({ noun, last, verb, actorIsLiving, isLiving: isBeing, object }: Phrase): Hold {
  const isTogether = noun.parses.some((parse) => isNominalIn(parse, Grammeme.ablt));
  if (!isTogether) return 'doubtful';
  if (joining.has(verb) || (object && (has(object, mutual) || isDeed(object)))) return 'stays';
  if (!actorIsLiving) return isBeing ? 'doubtful' : 'stays';
  return isBeing && object && !isLiving(object) ? { moves: last } : 'doubtful';
}

/** The noun of the phrase that begins with the preposition at the index. */
function headAfter(place: Place, preposition: number): number | undefined {
  const { words } = place.sentence;
  for (let at = preposition + 1; at <= Math.min(preposition + 4, place.clause.last); at++) {
    if (!isNext(place, at)) return undefined;
    const partOfSpeech = words[at]?.parses[0]?.partOfSpeech ?? '';
    if (partOfSpeech === 'NOUN' || partOfSpeech === 'NPRO') return at;
    if (!['ADJF', 'PRTF', 'NUMR'].includes(partOfSpeech) && words[at]?.kind !== 'number') return undefined;
  }
  return undefined;
}

/** «до 5 мая», «с 2019 года», «за 3 дня». */
function hasNumber({ sentence }: Place, preposition: number): boolean {
  return sentence.words[preposition + 1]?.kind === 'number';
}

function isCircumstantial(word: Word): boolean {
  return has(word, circumstances);
}

function isPronoun({ agent }: Place): boolean {
  return agent.noun.partOfSpeech === 'NPRO';
}

function isLiving({ parses }: Word): boolean {
  const [first] = parses;
  return first !== undefined && (first.partOfSpeech === 'NPRO' || (first.grammemes & Grammeme.anim) !== 0);
}

function isDeed({ parses: [first] }: Word): boolean {
  return first?.partOfSpeech === 'NOUN' && /(?:[нт]ие|ка|ция|ство)$/.test(first.lemma);
}
