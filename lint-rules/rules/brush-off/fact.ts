import { Grammeme } from '@ponyatno/russian';
import type { Word } from '../../document.ts';

/** Words that only dates have. «Май» and «среда» have homonyms and stand beside a number anyway. */
const calendar = new Set(
  `январь февраль март апрель июнь июль август сентябрь октябрь ноябрь декабрь
  понедельник вторник четверг пятница суббота воскресенье завтра послезавтра`.split(/\s+/),
);

/**
 * Whether words name something that can be checked: a number (so also a date, a sum, a phone, an act), an address, a
 * weekday or month, a full name. A variable of a template stands for such a thing.
 */
export function hasFact(words: readonly Word[]): boolean {
  return words.some((word, index) => {
    if (word.kind === 'number' || word.kind === 'address' || word.kind === 'variable') return true;
    if (word.parses.some(({ lemma }) => calendar.has(lemma))) return true;
    return isSurname(word) && isName(words[index + 1] ?? words[index - 1]);
  });
}

function isSurname(word: Word): boolean {
  return isName(word) && /^\p{Lu}/u.test(word.text);
}

function isName(word: Word | undefined): boolean {
  if (word === undefined || !/^\p{Lu}/u.test(word.text)) return false;
  return word.kind === 'abbreviation' || word.parses.some(({ grammemes }) => grammemes & Grammeme.name);
}
