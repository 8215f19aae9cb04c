import { isOneOf, lemmas, type Told } from '../telling.ts';

/** Words that explain nothing to one who has no law at hand. */
const empty = lemmas(
  `отказ отказать отклонить заявка заявление документ обращение просьба письмо вы мы он она они ваш наш это этот тот то так такой
  соответствовать соответствие несоответствие требование условие критерий основание правило порядок положение закон
  статья пункт подпункт часть абзац приказ постановление регламент кодекс норма законодательство указать указанный
  установить установленный предусмотреть предусмотренный изложить изложенный утвердить утверждённый действующий
  сказать написать решить решение правомерный законный причина следующий определённый ряд весь быть являться
  согласно федеральный областной не ни же и в на по с от к о об а но что как который ответ удовлетворить возможный возможность`,
);

/** Whether a piece of text says something of substance: not only acts, numbers of clauses and «требования». */
function hasContent(text: string, told: Told): boolean {
  const words = told.clauses
    .flatMap(({ words }) => words)
    .filter(({ kind }) => kind === 'word' || kind === 'variable');
  if (/\(\(/.test(text)) return true;
  return words.some(
    (word) =>
      text.includes(word.folded) &&
      word.folded.length > 2 &&
      !isOneOf(word, empty) &&
      /^(?:NOUN|VERB|INFN|PRTS|PRTF|ADJF|ADJS|COMP|NUMR|GRND)$/.test(word.parses[0]?.partOfSpeech ?? ''),
  );
}

const cause =
  /потому что|так как|поскольку|из-за того|из-за|по причине|дело в том|это значит|связан\p{L}* с тем|причин\p{L}* ?(?:в том|такая|такова|прост\p{L}*|вот в чем)?[^\p{L}]*[:—–]|причин\p{L}* ?(?:отказа|этого|решения)?[^\p{L}]*[:—–]|причин\p{L}* (?:в|прост)\p{L}*|(?<!\p{L})ведь(?!\p{L})|вот почему/u;
const denial =
  /отказ|отклон|не (?:дали|дадим|дать|назначи|одобри|приняли|примем|сможем|можем|могу|может|можете|положен|удал|удастся|получит|выдад|выдаем|выдал|будет|зачисл|включ|состоит)|нельзя|невозможно|отрицательн/u;
/** What only a reason looks like. */
const circumstance =
  /(?:больше|уже|еще) (?:не(?:т|т)|занят|истек|прош|закончил|получ|выдан|продан|исчерпан)|(?:мест|денег|средств)\p{L}* .{0,25}(?:нет|не (?:осталось|хватило))|нет (?:\p{L}+ )?(?:мест|денег|средств)|не хватает|опоздал|только (?:тем|тех|те|если|когда|для|после|\p{L}+[ая]м)(?!\p{L})|(?:выше|ниже|больше|меньше|старше|младше|позже|раньше) (?:нормы|прожиточн|чем|минимума|предел|срока|\d)|, а (?:вы|вам|вас|ваш\p{L}*|у вас|ему|ей|она|он|это)(?!\p{L})|(?:один|только) раз |(?:принадлежит|закончил\p{L}*|закрыл\p{L}*) |в список? .{0,20}нет/u;

/** Whether the sentence gives the reason of a refusal in words that need no act to be opened. */
export function tellsReason(letter: readonly Told[], index: number): boolean {
  const told = letter[index];
  if (told === undefined) return false;
  const { text } = told;
  if (/\(\([^)]*причин[^)]*\)\)/u.test(text)) return true;
  if (
    /не (?:можем|могу) (?:назвать|сообщить|объяснить)|причин\p{L}* (?:не|неизвест)|без (?:объяснения|указания) причин|(?:обжалова|оспори)/u.test(
      text,
    )
  )
    return false;
  const next = letter[index + 1];
  const marked = cause.exec(text);
  if (marked) {
    const after = text.slice(marked.index + marked[0].length);
    if (/\p{L}/u.test(after.replace(/^(?:простая|проста|такая)\P{L}*/u, ''))) return hasContent(after, told);
    return next !== undefined && hasContent(next.text, next);
  }
  if (/почему (?:так|мы|отказ)/u.test(text) && !/узна|спрос|подскаж|расскаж|сообщ/u.test(text))
    return next !== undefined && hasContent(next.text, next);
  const therefore = text.search(/, поэтому/u);
  if (therefore > 0 && denial.test(text.slice(therefore))) return hasContent(text.slice(0, therefore), told);
  const colon = /: (?=[\p{L}\d(])/u.exec(text);
  if (colon && denial.test(text.slice(0, colon.index))) return hasContent(text.slice(colon.index + 1), told);
  return circumstance.test(text) && hasContent(text, told);
}
