import { Grammeme } from '@ponyatno/russian';
import { type Clause, isOneOf, lemmas, nounsOf, type Told } from '../telling.ts';

/** What is registered. */
export const messages = lemmas(
  `письмо обращение сообщение заявление жалоба запрос заявка отзыв предложение просьба документ анкета вопрос`,
);
/** What may be named beside it: the number, the day, the book, the office. */
const around = lemmas(
  `номер регистрация дата день число час минута год время сутки утро вечер сегодня журнал система канцелярия отдел департамент министерство управление
  служба база реестр книга рег вх входящий январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь г`,
);

/** Whether a clause is about the reader's letter: it names it, or takes it up by a pronoun, or names nothing else. */
export function isAboutMessage({ words }: Pick<Clause, 'words'>): boolean {
  if (words.some((word) => isOneOf(word, messages))) return true;
  if (words.some(({ folded }) => /^(?:его|ее|ему|ей|оно|она|он|их|им)$/.test(folded))) return true;
  return nounsOf({ words }).every((noun) => isOneOf(noun, around) || isName(noun));
}

function isName({ parses: [first] }: Clause['words'][number]): boolean {
  return first !== undefined && (first.grammemes & Grammeme.name) !== 0;
}

const number = '(?:№ ?|номер\\p{L}* ?(?:№ ?)?|n ?)?[—–:-]? ?(?:[\\p{L}]{0,4}[-/]?\\d|«|\\(\\(|0{2})';

/** Whether the sentence says under which number or when the letter was registered. */
export function tellsRegistration(letter: readonly Told[], index: number): boolean {
  const { clauses, text } = letter[index] ?? { clauses: [], text: '' };
  if (/\(\((?:(?!телефон)[^)])*(?:номер (?:обращ|пись|заяв|рег)|регистр)[^)]*\)\)/u.test(text)) return true;
  return clauses.some((clause) => registers(clause));
}

function registers(clause: Clause): boolean {
  const text = clause.text.replace(
    /не (?:за)?регистрир\p{L}*|(?:телефон|дом|квартир|паспорт|кабинет|школ|приказ|закон|постановл|распоряж|регламент|договор|автобус|маршрут)\p{L}*.{0,20}(?:\d|\(\()[\d /-]*/gu,
    ' ',
  );
  if (/(?<!\p{L})вы (?:уже |сами |раньше )?зарегистрир/u.test(text)) return false;
  if (/зарегистрирова(?:л|н|ли|на|но|ны)(?!\p{L})|регистрация прошла/u.test(text))
    return isAboutMessage(clause);
  if (
    new RegExp(
      `(?:регистрационн\\p{L}* (?:номер|№|данные)|дат\\p{L}* регистрации|входящ\\p{L}*|вх\\.).{0,20}${number}`,
      'u',
    ).test(text)
  )
    return true;
  if (
    new RegExp(
      `(?:присво|получил|записал|записан|внесл|внесен|учтен|учли|стоит|дали|значится|лежит).{0,60}(?:номер|№|журнал).{0,20}${number}`,
      'u',
    ).test(text)
  )
    return isAboutMessage(clause);
  if (
    new RegExp(
      `номер\\p{L}* (?:у )?(?:ваше\\p{L}* )?(?:обращени|письм|заявлени|заявк|регистраци|запрос|жалоб)\\p{L}* ?${number}`,
      'u',
    ).test(text)
  )
    return true;
  if (
    /(?:письм|обращени|заявлени|заявк|сообщени|жалоб|запрос)\p{L}*.{0,40}(?:номер\p{L}*|№)[ —–:-]*(?:[\p{L}]{0,4}[-/]?\d|«|\(\(|0{2})/u.test(
      text,
    )
  )
    return true;
  return new RegExp(`^[^\\p{L}]*(?:его |ее |ваш )?номер(?: —| –|:)? ?${number}`, 'u').test(text);
}
