import { type Dictionary, Grammeme, type Parse } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import { withoutReflexive } from '../../morphology/analysis.ts';
import { type Actor, isPersonOrBody, natureOf } from './actor.ts';
import { Clause } from './clause.ts';
import { notBefore, notWithSubject, withComplement, withSubject } from './lexicon/by-noun.ts';
import { useOf } from './lexicon/index.ts';

/** The analysis of a reflexive verb whose act somebody else does, or undefined. */
export function reflexivePassive(
  document: Document,
  dictionary: Dictionary,
  sentence: Sentence,
  index: number,
): Parse | undefined {
  const word = sentence.words[index];
  if (word === undefined || word.kind !== 'word' || !/(?:ся|сь)$/.test(word.folded)) return undefined;
  return word.parses.find((parse) => {
    const verb = withoutReflexive(parse.lemma);
    if (verb === undefined || !isThirdPerson(parse) || isSetPhrase(verb, sentence.words, index)) return false;
    return isPassive(verb, parse, dictionary, () => new Clause(document, sentence, index));
  });
}

/** «рассматриваюсь», «рассматривайся» are what somebody does to himself. */
function isThirdPerson({ partOfSpeech, grammemes }: Parse): boolean {
  if (partOfSpeech === 'INFN') return true;
  if (partOfSpeech !== 'VERB' || grammemes & Grammeme.impr) return false;
  return (grammemes & (Grammeme.per1 | Grammeme.per2)) === 0;
}

/** Whether it is a passive: by the table of the verb, else by what a verb of its make usually is. */
function isPassive(verb: string, parse: Parse, dictionary: Dictionary, clauseOf: () => Clause): boolean {
  const use = useOf(verb);
  if (use === 'never') return false;
  const clause = clauseOf();
  if (clause.isAboutSpeakers()) return false;
  if (use === 'always' && !notWithSubject.has(verb)) return true;
  // «чтобы разобраться», «право воспитываться»: what somebody does himself.
  if (parse.partOfSpeech === 'INFN' && use !== 'always' && !clause.hasModal()) return false;
  if (hasComplement(verb, clause)) return true;
  const subject = clause.subject(parse);
  const nature = natureOf(subject);
  switch (use) {
    case 'always':
      return !isOneOf(notWithSubject.get(verb), subject);
    case 'unless-person':
      return nature !== 'person' || isHeld(verb, clause);
    case 'unless-acting':
      return (nature !== 'person' && nature !== 'acting') || hasAgent(clause, subject);
    case 'of-things':
      return nature === 'thing' || hasAgent(clause, subject);
    case 'with-subject':
      return isOneOf(withSubject.get(verb), subject) || hasAgent(clause, subject);
    case 'by-agent':
      return hasAgent(clause, subject);
    default:
      return isLikely(verb, parse, dictionary) && (nature === 'thing' || hasAgent(clause, subject));
  }
}

function hasAgent(clause: Clause, subject: Actor | undefined): boolean {
  const agent = clause.agent(isPersonOrBody);
  return agent !== undefined && agent.index !== subject?.index;
}

function hasComplement(verb: string, clause: Clause): boolean {
  const complement = withComplement.get(verb);
  return complement !== undefined && clause.governs(complement.prepositions, complement.nouns);
}

function isOneOf(nouns: ReadonlySet<string> | undefined, subject: Actor | undefined): boolean {
  return subject?.word.parses.some(({ lemma }) => nouns?.has(lemma)) ?? false;
}

/** «Организатором признаётся лицо»: a person is held to be something, he confesses nothing. */
function isHeld(verb: string, clause: Clause): boolean {
  return verb === 'признавать' && clause.hasInstrumental();
}

/**
 * A verb that no table has: borrowed verbs («лицензируется») and imperfectives made of perfectives («доукомплектовывается»)
 * are passives of things as a rule – two of three that were looked through. Perfectives are not: «сосредоточился».
 */
function isLikely(verb: string, parse: Parse, dictionary: Dictionary): boolean {
  if (parse.grammemes & Grammeme.perf) return false;
  const known = dictionary.parse(verb).filter(({ partOfSpeech, known }) => partOfSpeech === 'INFN' && known);
  if (/(?:ировать|фицировать|изовать)$/.test(verb))
    return known.length === 0 || known.some(({ grammemes }) => grammemes & Grammeme.tran);
  if (!/[ыи]вать$/.test(verb)) return false;
  if (known.length === 0) return /^(?:до|недо|пере)/.test(verb);
  return known.some(({ grammemes }) => grammemes & Grammeme.tran && grammemes & Grammeme.impf);
}

/** «заключается в том», «решиться на», «как говорится». */
function isSetPhrase(verb: string, words: readonly Word[], index: number): boolean {
  const folded = words[index]?.folded ?? '';
  const next = words[index + 1];
  if (next && notBefore.get(verb)?.includes(next.folded)) return true;
  // «собирается перейти», «вызывается помочь»: what he himself will do.
  if (willing.has(verb) && next?.parses[0]?.partOfSpeech === 'INFN') return true;
  switch (verb) {
    case 'говорить':
      return folded === 'говорится' && words[index - 1]?.folded === 'как';
    // «обязуется» is what one takes upon himself, «обязывается» what is put upon him.
    case 'обязывать':
      return folded.startsWith('обязу');
    // «ему исполняется 18 лет».
    case 'исполнять':
      return words.slice(index + 1, index + 4).some(isYear) || words.slice(index - 3, index).some(isYear);
    // «откуда берутся слухи».
    case 'брать':
      return words.slice(Math.max(0, index - 2), index).some((word) => /куда$/.test(word.folded));
    // «с этим нельзя не считаться».
    case 'считать':
      return (
        folded === 'считаться' &&
        words.slice(Math.max(0, index - 5), index).some((word) => /^со?$/.test(word.folded))
      );
    // «начинает формироваться»: of its own accord.
    case 'формировать':
      return words.slice(Math.max(0, index - 2), index).some(isPhase);
    // «легко читается».
    case 'читать':
      return [words[index - 1], next].some((word) => word !== undefined && manners.has(word.folded));
    // «выделяется сложной судьбой»: by what it stands out.
    case 'выделять':
      return words.slice(index + 1, index + 4).some(isInstrumentalThing);
    default:
      return false;
  }
}

/** Verbs that mean something else before an infinitive. */
const willing: ReadonlySet<string> = new Set([
  'вызывать',
  'готовить',
  'обещать',
  'решать',
  'собирать',
  'отправлять',
]);

const manners: ReadonlySet<string> = new Set([
  'легко',
  'хорошо',
  'плохо',
  'трудно',
  'тяжело',
  'лучше',
  'хуже',
  'легче',
]);

const phases: ReadonlySet<string> = new Set(['начать', 'начинать', 'стать', 'продолжать']);

function isPhase({ keys }: Word): boolean {
  return [...phases].some((verb) => keys.has(verb));
}

function isYear({ keys }: Word): boolean {
  return keys.has('год') || keys.has('лет') || keys.has('месяц');
}

function isInstrumentalThing({ parses: [first] }: Word): boolean {
  return first !== undefined && (first.grammemes & Grammeme.ablt) !== 0 && !(first.grammemes & Grammeme.anim);
}
