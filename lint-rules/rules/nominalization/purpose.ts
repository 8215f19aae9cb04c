import { type Dictionary, foldWord, Grammeme } from '@ponyatno/russian';
import type { Document, Sentence } from '../../document.ts';
import type { Finding, Replacement } from '../../finding.ts';
import { likeCase } from '../../morphology/case.ts';
import { adjacent, recase } from '../../morphology/noun-phrase.ts';
import { perfectiveOf } from './deverbal.ts';

/** «для получения справки» → «чтобы получить справку». */
export function* purposes(
  document: Document,
  dictionary: Dictionary,
  sentence: Sentence,
): Generator<Finding> {
  for (const [index, word] of sentence.words.entries()) {
    if (word.folded !== 'для') continue;
    const noun = sentence.words[index + 1];
    const infinitive = noun && infinitiveOf(noun.parses);
    if (infinitive === undefined || !adjacent(document, word, noun)) continue;
    const object = recase(document, dictionary, sentence, index + 2, Grammeme.gent, Grammeme.accs);
    if (object === undefined || !adjacent(document, noun, sentence.words[index + 2])) continue;
    const { start } = word;
    const end = sentence.words[object.last]?.end ?? word.end;
    const clause = `чтобы ${infinitive} ${object.text}`;
    const ready = replacementOf(document, sentence, { index, last: object.last, start, end }, clause);
    yield {
      rule: 'nominalization',
      severity: 'hint',
      start,
      end,
      message: `«${document.text.slice(start, end).replace(/\s+/g, ' ')}»: глагол понятнее. Лучше: ${clause}.`,
      replacements: ready ? [ready] : [],
    };
  }
}

function infinitiveOf(parses: Sentence['words'][number]['parses']): string | undefined {
  const noun = parses.find(
    ({ partOfSpeech, grammemes, lemma }) =>
      partOfSpeech === 'NOUN' && (grammemes & Grammeme.gent) !== 0 && perfectiveOf.has(foldWord(lemma)),
  );
  return noun && perfectiveOf.get(foldWord(noun.lemma));
}

interface Place {
  readonly index: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/** The clause needs commas: at the beginning before the main verb, at the end after the word before. */
function replacementOf(
  document: Document,
  sentence: Sentence,
  { index, last, start, end }: Place,
  clause: string,
): Replacement | undefined {
  const next = sentence.words[last + 1];
  const previous = sentence.words[index - 1];
  if (previous === undefined) {
    const main = next?.parses.some(
      ({ partOfSpeech, grammemes }) => partOfSpeech === 'VERB' && grammemes & Grammeme.impr,
    );
    if (!main || !adjacent(document, sentence.words[last], next)) return undefined;
    return { start, end, text: likeCase(`${clause},`, document.text.slice(start, end)) };
  }
  const rest = sentence.words.slice(last + 1);
  const ends = rest.every(
    ({ parses: [first], clause: own }) =>
      first?.partOfSpeech !== 'VERB' && own === sentence.words[last]?.clause,
  );
  if (!ends || !adjacent(document, previous, sentence.words[index])) return undefined;
  return { start: previous.start, end, text: `${previous.text}, ${clause}` };
}
