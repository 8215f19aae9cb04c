export { loadDictionary } from './dictionary.ts';
export { cleanWord, foldWord } from './fold.ts';
export {
  animacies,
  aspects,
  cases,
  Grammeme,
  genders,
  hasGrammeme,
  numbers,
  persons,
  tenses,
  voices,
} from './grammemes.ts';
export type { Dictionary, Form, Grammemes, Parse, PartOfSpeech } from './types.ts';
