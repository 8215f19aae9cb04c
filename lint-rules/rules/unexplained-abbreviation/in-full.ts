import { type Dictionary, Grammeme, russianToNlcst } from '@ponyatno/russian';
import { documentOf, type Sentence } from '../../document.ts';
import { recase } from '../../morphology/noun-phrase.ts';

/** Prepositions after which only one case can stand. */
const governed: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['от', 'до', 'из', 'без', 'у', 'для', 'около', 'после', 'вместо', 'возле'].map((one) => [
      one,
      Grammeme.gent,
    ]),
  ),
  к: Grammeme.datv,
  через: Grammeme.accs,
  при: Grammeme.loct,
  о: Grammeme.loct,
  об: Grammeme.loct,
};

/**
 * «через МФЦ» → «через многофункциональный центр (МФЦ)». Undefined unless the case is certain: no preposition tells it,
 * or the words of the expansion do not decline by the book.
 */
export function inFull(
  dictionary: Dictionary,
  { words }: Sentence,
  index: number,
  expansion: string,
): string | undefined {
  const abbreviation = words[index];
  const wanted = governed[words[index - 1]?.folded ?? ''];
  if (abbreviation === undefined || wanted === undefined) return undefined;
  const document = documentOf(russianToNlcst(expansion), expansion, dictionary);
  const [sentence, second] = document.sentences;
  if (sentence === undefined || second !== undefined || /[,;()]/.test(expansion)) return undefined;
  const phrase = recase(document, dictionary, sentence, 0, Grammeme.nomn, wanted);
  const rest = phrase && sentence.words[phrase.last]?.end;
  if (phrase === undefined || rest === undefined) return undefined;
  return `${phrase.text}${expansion.slice(rest)} (${abbreviation.text})`;
}
