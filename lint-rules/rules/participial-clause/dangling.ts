import { Grammeme, type Parse } from '@ponyatno/russian';
import type { Settings } from '../../rule.ts';
import { shortParticiple } from '../passive/participle.ts';
import { reflexivePassive } from '../passive/reflexive.ts';
import type { ClauseOfGerund, Place } from './clause.ts';

/** What people do without an object, so that a thing cannot: «обратившись в отдел», «руководствуясь законом». */
const ofPeople = new Set([
  ...['обратиться', 'обращаться', 'руководствоваться', 'ознакомиться', 'знакомиться', 'приехать', 'прийти'],
  ...[
    'позвонить',
    'явиться',
    'зайти',
    'убедиться',
    'воспользоваться',
    'пользоваться',
    'записаться',
    'подъезжать',
  ],
  ...['подойти', 'участвовать', 'поговорить', 'беседовать', 'побеседовать', 'работать', 'зарегистрироваться'],
]);

/** What happens to people: «изучив документы, у нас возникли вопросы». */
const happenings = new Set([
  ...[
    'возникнуть',
    'возникать',
    'появиться',
    'появляться',
    'оказаться',
    'обнаружиться',
    'выясниться',
    'стать',
  ],
  ...['получиться', 'понадобиться', 'потребоваться', 'удаться', 'сложиться', 'захотеться', 'показаться'],
]);

/** «рассмотрев Ваше обращение, решение принято»: nobody in the main clause could have done what the gerund says. */
export function isDangling(
  { document, sentence, readings }: Place,
  clause: ClauseOfGerund,
  settings: Settings,
): boolean {
  const { gerund, last, parse } = clause;
  if ((parse.grammemes & Grammeme.tran) === 0 && !ofPeople.has(parse.lemma)) return false;
  // Only a gerund that opens its sentence has the main clause right after it for sure.
  if (sentence.words.slice(0, gerund).some((_, index) => !leads.has(readings[index]?.partOfSpeech ?? '')))
    return false;
  const main = mainOf(sentence.words.length, last, readings);
  if (main === undefined) return false;
  if (isActive(readings, main)) return false;
  return main.some(
    (index) =>
      isPassiveAt(index) || (happenings.has(readings[index]?.lemma ?? '') && isSomebodysFate(readings, main)),
  );

  function isPassiveAt(index: number): boolean {
    if (readings[index]?.partOfSpeech === 'INFN') return false;
    return (
      shortParticiple(document, sentence, index) !== undefined ||
      reflexivePassive(document, settings.dictionary, sentence, index) !== undefined
    );
  }
}

const leads: ReadonlySet<string> = new Set(['CONJ', 'PRCL', 'ADVB']);

/** The words after the clause, as far as the next subordinate clause. */
function mainOf(length: number, last: number, readings: readonly Parse[]): number[] | undefined {
  const indexes: number[] = [];
  for (let index = last + 1; index < length; index++) {
    const reading = readings[index];
    if (reading?.partOfSpeech === 'CONJ' && reading.lemma !== 'и' && reading.lemma !== 'или') break;
    if (reading?.grammemes && reading.grammemes & Grammeme.Apro && reading.lemma === 'который') break;
    indexes.push(index);
  }
  return indexes.length > 0 ? indexes : undefined;
}

/** Somebody acts: «мы решили», «комиссия приняла», «сообщаем», «можно подать», «просим». */
function isActive(readings: readonly Parse[], main: readonly number[]): boolean {
  return main.some((index) => {
    const reading = readings[index];
    if (reading === undefined) return false;
    if (reading.partOfSpeech === 'INFN') return true;
    if (reading.partOfSpeech !== 'VERB' || /(?:ся|сь)$/.test(reading.lemma)) return false;
    return !happenings.has(reading.lemma) && reading.lemma !== 'быть';
  });
}

/** «у нас возникли», «нам стало известно»: those who thought are no subject. */
function isSomebodysFate(readings: readonly Parse[], main: readonly number[]): boolean {
  return main.some((index) => {
    const reading = readings[index];
    return reading?.partOfSpeech === 'NPRO' && (reading.grammemes & (Grammeme.datv | Grammeme.gent)) !== 0;
  });
}
