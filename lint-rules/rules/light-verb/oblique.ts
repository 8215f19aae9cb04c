import { foldWord, Grammeme, type Parse } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import type { Replacement } from '../../finding.ts';
import { capitalize } from '../../morphology/case.ts';
import { adjacent, recase } from '../../morphology/noun-phrase.ts';
import { verbForm, verbs } from '../../morphology/verb.ts';
import type { Settings } from '../../rule.ts';
import { type Action, transitiveAction } from './actions.ts';

/** A verb that has its noun of action in the dative: «подвергнуть проверке», «приступить к проверке». */
export interface Oblique {
  /** Indexes of the verb and of the noun. */
  readonly verb: number;
  readonly noun: number;
  readonly parse: Parse;
  readonly action: Action;
  readonly light: Light;
}

interface Light {
  readonly kind: 'subject' | 'begin';
  readonly perfective: boolean;
}

const lights: ReadonlyMap<string, Light> = new Map([
  ['подвергать', { kind: 'subject', perfective: false }],
  ['подвергнуть', { kind: 'subject', perfective: true }],
  ['приступать', { kind: 'begin', perfective: false }],
  ['приступить', { kind: 'begin', perfective: true }],
]);

const reach = 5;

/** Every such verb with a noun of action in its clause. */
export function* obliques({ words }: Sentence): Generator<Oblique> {
  for (const [verb, word] of words.entries()) {
    for (const parse of verbs(word)) {
      const light = lights.get(foldWord(parse.lemma).replace(/(?:ся|сь)$/, ''));
      const noun = light && nounOf(words, verb, light);
      const action = noun === undefined ? undefined : actionIn(words[noun]);
      if (light === undefined || noun === undefined || action === undefined) continue;
      yield { verb, noun, parse, action, light };
      break;
    }
  }
}

function nounOf(words: readonly Word[], verb: number, { kind }: Light): number | undefined {
  const offsets = Array.from({ length: reach }, (_, offset) => offset + 1);
  const around = kind === 'begin' ? offsets : [...offsets, ...offsets.map((offset) => -offset)];
  return around
    .map((offset) => verb + offset)
    .find((at) => words[at]?.clause === words[verb]?.clause && isIts(words, at, verb, kind));
}

function isIts(words: readonly Word[], at: number, verb: number, kind: Light['kind']): boolean {
  if (actionIn(words[at]) === undefined) return false;
  const preposition = prepositionOf(words, at);
  return kind === 'subject'
    ? preposition === undefined
    : preposition !== undefined && preposition === verb + 1 && words[preposition]?.folded === 'к';
}

/** The preposition before a noun and what describes it. */
function prepositionOf(words: readonly Word[], noun: number): number | undefined {
  for (let at = noun - 1; at >= Math.max(0, noun - 3); at--) {
    const [likeliest] = words[at]?.parses ?? [];
    if (likeliest?.partOfSpeech === 'PREP') return at;
    if (likeliest?.partOfSpeech !== 'ADJF' && likeliest?.partOfSpeech !== 'PRTF') return undefined;
  }
  return undefined;
}

/** The action that a noun in the dative names. */
function actionIn(word: Word | undefined): Action | undefined {
  return word?.parses
    .filter(({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && grammemes & Grammeme.datv)
    .map(({ lemma }) => transitiveAction(lemma))
    .find((action) => action !== undefined);
}

/** The plain verb in the form of the light one, where nothing else has to change its place. */
export function rewriteOblique(
  document: Document,
  { dictionary }: Settings,
  sentence: Sentence,
  { verb, noun, parse, action, light }: Oblique,
): Replacement | undefined {
  const { words } = sentence;
  const [first, last] = [words[verb], words[noun]];
  if (!first || !last || /(?:ся|сь)$/.test(parse.lemma) || parse.partOfSpeech === 'PRTS') return undefined;
  if (light.kind === 'begin') {
    const begin = light.perfective ? 'начать' : 'начинать';
    const text = verbForm(dictionary, `${begin} ${action.imperfective}`, parse);
    const object = recase(document, dictionary, sentence, noun + 1, Grammeme.gent, Grammeme.accs);
    const end = object && words[object.last]?.end;
    if (
      noun !== verb + 2 ||
      text === undefined ||
      end === undefined ||
      !adjacent(document, last, words[noun + 1])
    )
      return undefined;
    return { start: first.start, end, text: likeFirst(`${text} ${object?.text}`, first.text) };
  }
  const infinitive = light.perfective ? action.perfective : action.imperfective;
  const text = infinitive && verbForm(dictionary, infinitive, parse);
  if (!text || noun < verb || hasMore(words, noun)) return undefined;
  // «подвергла заявление проверке»: the object stands between and stays as it is.
  const object = document.text.slice(first.end, words[noun - 1]?.end ?? first.end);
  if (prepositionsIn(words, verb + 1, noun) || describes(words[noun - 1])) return undefined;
  if (noun === verb + 1 && !hasObjectBefore(words, verb)) return undefined;
  return {
    start: first.start,
    end: last.end,
    text: likeFirst(noun === verb + 1 ? text : text + object, first.text),
  };
}

/** «подвергли проверке документов»: what follows in the genitive belongs to the noun. */
function hasMore(words: readonly Word[], noun: number): boolean {
  const next = words[noun + 1];
  return (
    next?.clause === words[noun]?.clause &&
    next?.parses.some(({ grammemes }) => grammemes & Grammeme.gent) === true
  );
}

function prepositionsIn(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some(({ parses }) => parses[0]?.partOfSpeech === 'PREP');
}

/** An adjective of the noun would have to become an adverb. */
function describes(word: Word | undefined): boolean {
  return (
    word?.parses.some(
      ({ partOfSpeech, grammemes }) => partOfSpeech === 'ADJF' && grammemes & Grammeme.datv,
    ) ?? false
  );
}

/** «Документы подвергли проверке»: the object comes first. */
function hasObjectBefore(words: readonly Word[], verb: number): boolean {
  const before = words[verb - 1];
  return (
    before?.parses.some(
      ({ partOfSpeech, grammemes }) => partOfSpeech === 'NOUN' && grammemes & Grammeme.accs,
    ) ?? false
  );
}

function likeFirst(text: string, model: string): string {
  return /^\p{Lu}/u.test(model) ? capitalize(text) : text;
}
