import { Grammeme } from '@ponyatno/russian';
import { type Clause, isOneOf, lemmas } from '../telling.ts';

/** Bodies that are surely not the agency that writes. Which ministry or department writes is not known here. */
const others = lemmas(
  `мэрия прокуратура полиция суд банк росреестр роспотребнадзор гибдд школа больница поликлиника подрядчик компания
  мфц инспекция прокурор судья застройщик сосед тренер работодатель вуз институт университет фонд пристав жюри`,
);

/** Whether what is said in the clause is done by another body: «мэрия ответит», «ответ мэрии», «ответ из школы». */
export function isOthers({ words }: Pick<Clause, 'words'>): boolean {
  return words.some((word, index) => {
    if (!isOneOf(word, others)) return false;
    const before = words[index - 1];
    if (before !== undefined && /^(?:из|от)$/.test(before.folded)) return true;
    if (before !== undefined && isOneOf(before, lemmas('ответ решение срок'))) return true;
    const preposition = before?.parses[0]?.partOfSpeech === 'PREP';
    return !preposition && isSubject(word);
  });
}

function isSubject({ parses }: Clause['words'][number]): boolean {
  const [first] = parses;
  return first !== undefined && (first.grammemes & Grammeme.nomn) !== 0;
}
