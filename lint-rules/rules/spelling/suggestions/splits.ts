import type { Dictionary } from '@ponyatno/russian';
import type { Edit } from './edits.ts';

/** Prepositions that a hurried writer glues to the noun after them. */
const prepositions: ReadonlySet<string> = new Set([
  ...'вскоу',
  'на',
  'во',
  'со',
  'из',
  'от',
  'до',
  'для',
  'при',
  'без',
]);

const pronouns =
  'кто|что|какой|какая|какое|какие|какого|какому|каким|каких|какую|где|куда|когда|как|чей|сколько|почему|зачем|откуда|кого|кому|кем|чего|чему|чем';
const withParticle = new RegExp(`^(${pronouns})(то|либо|нибудь)$`);
const nominal = /^(?:NOUN|ADJF|NPRO|NUMR|ADVB)/;
const verbal = /^(?:VERB|INFN|GRND|PRED)/;

/** Two words where one is written, and words whose hyphen was forgotten: «незнаю», «втечение», «какойто». */
export function* splitsOf(dictionary: Dictionary, word: string): Generator<Edit> {
  const particle = word.replace(withParticle, '$1-$2');
  if (particle !== word) yield { word: particle, cost: 0.3 };
  if (/^(?:кое|кой).{3,}/.test(word) && dictionary.has(word.slice(3)))
    yield { word: `${word.slice(0, 3)}-${word.slice(3)}`, cost: 0.4 };
  if (/^по.+(?:ому|ему|ски|цки|ьи)$/.test(word) && dictionary.has(word.slice(2)))
    yield { word: `по-${word.slice(2)}`, cost: 0.5 };
  if (word.startsWith('из') && /^из(?:за|под)$/.test(word)) yield { word: `из-${word.slice(2)}`, cost: 0.3 };
  for (let cut = 1; cut < word.length - 1; cut++) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)];
    if (right.length < 3 || !dictionary.has(right)) continue;
    const is = (pattern: RegExp) =>
      dictionary.parse(right).some(({ partOfSpeech }) => pattern.test(partOfSpeech));
    if (left === 'не' && is(verbal)) yield { word: `${left} ${right}`, cost: 0.35 };
    else if (prepositions.has(left) && is(nominal)) yield { word: `${left} ${right}`, cost: 0.95 };
    else if (left.length > 2 && dictionary.has(left)) yield { word: `${left} ${right}`, cost: 1.45 };
  }
}
