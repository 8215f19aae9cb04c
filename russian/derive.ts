import { Analysis, type TagMeaning } from './analysis.ts';
import { Grammeme, grammemesOfTag, partOfSpeechOfTag } from './grammemes.ts';

const meanings = new Map<string, TagMeaning>();

/** What a tag says that the dictionary need not have. */
export function meaningOf(tag: string): TagMeaning {
  const meaning = meanings.get(tag) ?? {
    tag,
    partOfSpeech: partOfSpeechOfTag(tag),
    grammemes: grammemesOfTag(tag),
  };
  meanings.set(tag, meaning);
  return meaning;
}

/** A guess that has this one form. */
export function fixed(lemma: string, meaning: TagMeaning, probability: number): Analysis {
  return new Analysis(lemma, meaning, probability, false, undefined);
}

/** The analysis of a word that is longer by something unchanging on either side: a guess. */
export function attach(base: Analysis, before: string, after: string): Analysis {
  const lexeme = Analysis.lexemeOf(base);
  return new Analysis(
    before + base.lemma + after,
    base,
    base.probability,
    false,
    lexeme && { ...lexeme, before: before + lexeme.before, after: lexeme.after + after },
  );
}

const closed: ReadonlySet<string> = new Set(['PREP', 'CONJ', 'PRCL', 'INTJ', 'NPRO', 'PRED', 'NUMR']);

/** Whether new words are made of such words. */
export function isProductive({ partOfSpeech, grammemes }: Analysis): boolean {
  return (grammemes & Grammeme.Apro) === 0 && !closed.has(partOfSpeech);
}
