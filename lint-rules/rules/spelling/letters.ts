import { cleanWord } from '@ponyatno/russian';
import type { Document, Sentence } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { isMixed, lonePreposition, unmixed } from './words/look-alikes.ts';

const cyrillic = /\p{Script=Cyrillic}/u;

/** Latin letters in a Russian word and Russian ones in a Latin word: readers do not see them, searches fail on them. */
export function* foreignLetters({ sentences }: Document): Generator<Finding> {
  for (const sentence of sentences)
    for (const [index, { kind, text, start, end }] of sentence.words.entries()) {
      if (kind !== 'word') continue;
      const right = isMixed(text) ? unmixed(text) : preposition(sentence, index);
      if (right === undefined) continue;
      yield {
        rule: 'spelling',
        severity: 'warning',
        start,
        end,
        message: cyrillic.test(right)
          ? `В слове «${text}» есть латинские буквы: поиск такого слова не найдёт. Лучше: набрать его русскими.`
          : `В слове «${text}» есть русские буквы: поиск такого слова не найдёт. Лучше: набрать его латинскими.`,
        replacements: [{ start, end, text: right, change: 'swap' }],
      };
    }
}

/** «c 1 января» with a Latin letter: only between Russian words or a Russian word and a number. */
function preposition({ words }: Sentence, index: number): string | undefined {
  const word = words[index];
  const right = word && lonePreposition(word.text);
  const [previous, next] = [words[index - 1], words[index + 1]];
  if (right === undefined || next === undefined) return undefined;
  const isRussian = (text: string) => cyrillic.test(text);
  const begins = previous === undefined || isRussian(previous.text);
  return begins && (isRussian(next.text) || /^\d/.test(next.text)) ? right : undefined;
}

const ordinal = /^(\d+)-(ый|ий|ая|ое|ые|ого|его|ому|ему|ым|ым|ом|ем|ую|юю|ой|ей|ых|их|ыми|ими)$/;

/** «5-ого» → «5-го»: one letter after a vowel, two after a consonant. */
export function* numberEndings({ sentences }: Document): Generator<Finding> {
  for (const { words } of sentences)
    for (const { text, start, end } of words) {
      const [, digits, ending] = ordinal.exec(cleanWord(text)) ?? [];
      if (digits === undefined || ending === undefined) continue;
      const short = /[аеёиоуыэюя][^аеёиоуыэюя][аеёиоуыэюя]$/.test(ending)
        ? ending.slice(1)
        : ending.slice(-1);
      const right = `${digits}-${short}`;
      yield {
        rule: 'spelling',
        severity: 'warning',
        start,
        end,
        message: `К числу добавляют одну букву, если перед ней гласная, и две, если согласная. Лучше: «${right}».`,
        replacements: [{ start, end, text: right, change: 'swap' }],
      };
    }
}
