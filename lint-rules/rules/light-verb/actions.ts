import { foldWord, Grammeme, type Parse } from '@ponyatno/russian';
import type { Word } from '../../document.ts';
import { emptyVerbs, lightVerbs } from './lights.ts';
import { nouns } from './nouns.ts';

/** A noun of action and the verb that says the same. */
export interface Action {
  readonly noun: string;
  readonly imperfective: string;
  readonly perfective: string | undefined;
  readonly governments: readonly string[];
}

interface Entry {
  readonly action: Action;
  readonly lights: ReadonlySet<string>;
}

const entries: ReadonlyMap<string, readonly Entry[]> = Map.groupBy(
  nouns.map(([noun, imperfective, perfective, government, lights]) => ({
    key: foldWord(noun),
    action: {
      noun,
      imperfective,
      perfective,
      governments: government.split('|') satisfies readonly string[],
    },
    lights: lights.startsWith('=')
      ? new Set(lights.slice(1).split(' '))
      : new Set([...emptyVerbs, ...lights.split(' ').filter(Boolean)]),
  })),
  ({ key }) => key,
);

/** What a noun of action is called with this light verb; undefined when the two do not go together. */
export function actionOf(lemma: string, light: string): Action | undefined {
  return entries.get(foldWord(lemma))?.find(({ lights }) => lights.has(light))?.action;
}

/** The noun of action that governs a genitive, by its lemma: «замена». */
export function transitiveAction(lemma: string): Action | undefined {
  return entries.get(foldWord(lemma))?.find(({ action }) => action.governments.includes('gent'))?.action;
}

/** Whether the table has the word as a noun. */
export function isAction(word: Word | undefined): boolean {
  return (
    word?.parses.some(({ partOfSpeech, lemma }) => partOfSpeech === 'NOUN' && entries.has(foldWord(lemma))) ??
    false
  );
}

/** A light verb: the imperfective by which the table names it, and the aspect of this form. */
interface Light {
  readonly name: string;
  readonly aspect: number;
}

const lightByLemma: ReadonlyMap<string, readonly Light[]> = Map.groupBy(
  lightVerbs.flatMap(([imperfective, perfective]) => [
    { lemma: foldWord(imperfective), name: imperfective, aspect: Grammeme.impf },
    { lemma: foldWord(perfective), name: imperfective, aspect: Grammeme.perf },
  ]),
  ({ lemma }) => lemma,
);

/** The light verbs that an analysis may be. «Проводить до двери» is perfective and another verb than «проводить проверку». */
export function lightsOf({ lemma, grammemes }: Parse): string[] {
  const found = lightByLemma.get(foldWord(lemma).replace(/(?:ся|сь)$/, '')) ?? [];
  return found.filter(({ aspect }) => (grammemes & aspect) !== 0).map(({ name }) => name);
}
