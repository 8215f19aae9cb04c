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
export { parseRussian, russianToNlcst } from './nlcst.ts';
export { type Paragraph, type Sentence, segment, sentences } from './segments.ts';
export { createTagger, type Tagger } from './tagger/tagger.ts';
export type { AbbreviationClass, Token, TokenKind } from './token.ts';
export { tokenize } from './tokens.ts';
export type { Dictionary, Form, Grammemes, Parse, PartOfSpeech } from './types.ts';
