import { Grammeme } from '@ponyatno/russian';
import { type Clause, isIn, lemmas, type Told } from '../telling.ts';
import { isOthers } from './bodies.ts';
import { isAboutMessage } from './registration.ts';

const body =
  '(?:министерств|департамент|управлени|администраци|комитет|служб|мэри|прокуратур|инспекци|фонд|росреестр|полици|агентств|отдел|центр|мфц|орган|ведомств|правительств|палат|поликлиник|больниц|школ|компани|учреждени|предприяти|организаци|роспотребнадзор|росгвард|мин(?:природ|труд|здрав|образ|строй|спорт|культ|соц|юст|фин|прос|цифр|транс|сельхоз)|ростехнадзор|суд(?!\\p{L})|(?:в|во) (?:мин|рос|гос)\\p{L}{3,}|(?:в|во) (?:мвд|гибдд|фсб|мчс|сфр|фнс|фссп|мид)(?!\\p{L}))';
const bodies = new RegExp(`(?<!наше\\p{L}{1,2} )(?<!\\p{L})${body}`, 'u');
/** «В мэрию», «мэрии», «((название органа))», but not «из нашего отдела». */
const destination = new RegExp(
  `(?<!(?:из|от) )(?<!(?:из|от|в|во) наш\\p{L}* )(?<!\\p{L})${body}|\\(\\((?![^)]*(?:дат|номер|почт|адрес|кабинет|имя|фио|канал))`,
  'u',
);
const sending = lemmas(
  'уйти передавать пересылать направлять перенаправлять отправлять передать переслать направить перенаправить переадресовать отправить отдать переправить',
);

/** Whether the sentence says which body the letter went to; the body may be named before: «поэтому отправили туда». */
export function tellsBody(letter: readonly Told[], index: number): boolean {
  const told = letter[index];
  if (told === undefined) return false;
  const before = `${letter[index - 1]?.text ?? ''} ${told.text}`;
  return told.clauses.some((clause) => {
    if (!sends(clause) || !isAboutMessage(withoutBodies(clause))) return false;
    if (/(?<!\p{L})(?:нам|мне|к нам)(?!\p{L})/u.test(clause.text)) return false;
    const after = clause.text.replace(
      /\(\([^)]*(?:дат|номер|почт|адрес|кабинет|имя|фио|канал)[^)]*\)\)/gu,
      ' ',
    );
    if (destination.test(after)) return true;
    return (
      (/(?<!\p{L})(?:туда|ему|ей|им|в нее|в него|по принадлежности)(?!\p{L})/u.test(after) &&
        /\(\(|в (?:мин|рос|гос)\p{L}{3}/u.test(before)) ||
      (/(?<!\p{L})(?:туда|ему|ей|им)(?!\p{L})/u.test(after) && bodies.test(before))
    );
  });
}

function sends(clause: Clause): boolean {
  if (isOthers(clause) && !/(?<!\p{L})мы(?!\p{L})/u.test(clause.text)) return false;
  return clause.verbs.some((verb) => {
    if (verb.negated || !sending.has(verb.lemma)) return false;
    return (
      verb.forms[0]?.partOfSpeech === 'PRTS' ||
      isIn(verb, Grammeme.past) ||
      isIn(verb, Grammeme.pres | Grammeme.per1)
    );
  });
}

/** What is sent, without where. */
function withoutBodies({ words }: Clause): Pick<Clause, 'words'> {
  return {
    words: words.filter(({ folded }, index) => !bodies.test(`${words[index - 1]?.folded ?? ''} ${folded}`)),
  };
}
