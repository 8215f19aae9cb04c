import { type Dictionary, Grammeme, type Parse } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import { withoutReflexive } from '../../morphology/analysis.ts';
import { type Actor, Clause, isPersonOrBody, isSelfActing } from './clause.ts';
import { borrowedButInherent, notBefore, ofThings, passive, unlessPerson, withSubject } from './lexicon.ts';
import { byAgent } from './states.ts';

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
    if (verb === undefined || !isThirdPerson(parse)) return false;
    return isPassive(verb, parse, document, dictionary, sentence, index);
  });
}

/** «рассматриваюсь», «рассматривайся» are what somebody does to himself. */
function isThirdPerson({ partOfSpeech, grammemes }: Parse): boolean {
  if (partOfSpeech === 'INFN') return true;
  if (partOfSpeech !== 'VERB' || grammemes & Grammeme.impr) return false;
  return (grammemes & (Grammeme.per1 | Grammeme.per2)) === 0;
}

function isPassive(
  verb: string,
  parse: Parse,
  document: Document,
  dictionary: Dictionary,
  sentence: Sentence,
  index: number,
): boolean {
  if (isSetPhrase(verb, sentence.words, index)) return false;
  if (passive.has(verb)) return true;
  const clause = new Clause(document, sentence, index);
  if (unlessPerson.has(verb)) return !isPerson(clause.subject(parse));
  if (ofThings.has(verb)) return isThing(clause.subject(parse)) || hasAgent(clause);
  const subjects = withSubject.get(verb);
  if (subjects && hasSubject(subjects, clause.subject(parse))) return true;
  if (byAgent.has(verb)) return hasAgent(clause);
  return isBorrowed(verb, dictionary) && isThing(clause.subject(parse));
}

function hasAgent(clause: Clause): boolean {
  return clause.agent(isPersonOrBody) !== undefined;
}

function isPerson(actor: Actor | undefined): boolean {
  return actor !== undefined && isSelfActing(actor);
}

function isThing(actor: Actor | undefined): boolean {
  return actor !== undefined && !isSelfActing(actor);
}

function hasSubject(nouns: ReadonlySet<string>, actor: Actor | undefined): boolean {
  return actor?.word.parses.some(({ lemma }) => nouns.has(lemma)) ?? false;
}

/** Borrowed verbs are passives as a rule: «маркируется», «лицензируется». */
function isBorrowed(verb: string, dictionary: Dictionary): boolean {
  if (!/(?:ировать|фицировать|изовать)$/.test(verb) || borrowedButInherent.has(verb)) return false;
  const known = dictionary.parse(verb).filter((parse) => parse.partOfSpeech === 'INFN' && parse.known);
  return known.length === 0 || known.some(({ grammemes }) => grammemes & Grammeme.tran);
}

/** «заключается в том», «решиться на», «как говорится». */
function isSetPhrase(verb: string, words: readonly Word[], index: number): boolean {
  const next = words[index + 1]?.folded ?? '';
  if (notBefore.get(verb)?.includes(next)) return true;
  if (verb === 'говорить') return words[index - 1]?.folded === 'как';
  // «выделяется сложной судьбой»: by what it stands out.
  return verb === 'выделять' && words.slice(index + 1, index + 4).some(isInstrumental);
}

function isInstrumental({ parses: [first] }: Word): boolean {
  return first !== undefined && (first.grammemes & Grammeme.ablt) !== 0 && !(first.grammemes & Grammeme.anim);
}
