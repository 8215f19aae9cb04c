import { Grammeme } from '@ponyatno/russian';
import {
  type Clause,
  isFuture,
  isImperative,
  isIn,
  isInfinitive,
  isOneOf,
  lemmas,
  type Told,
  type Verb,
} from '../telling.ts';
import { isOthers } from './bodies.ts';
import { time, timeSource } from './time.ts';

/** Verbs that are an answer by themselves, and verbs that need one: «пришлём ответ», but not «пришлём программу». */
const answering = lemmas(
  `ответить отвечать рассмотреть рассматривать решить разобраться сообщить написать позвонить вернуться проверить
  известить уведомить`,
);
const giving = lemmas(
  `прислать выслать направить отправить дать подготовить готовить принять предоставить закончить завершить дослать
  вынести вручить передать оформить`,
);
const receiving = lemmas('получить узнать узнавать увидеть прочитать найти');
const arriving = lemmas('прийти поступить быть появиться уйти лежать ждать стать');
const promising = lemmas(
  'обещать обязать обязаться должный успеть мочь смочь постараться планировать собираться намерить намеренный рассчитывать',
);
const answer =
  /(?<!\p{L})(?:ответ(?!ств)|решени|результат|разъяснени|заключени|итог|ваш\p{L}* (?:письм|обращени|вопрос|жалоб|заявлени|заявк))/u;
const conditional = new Set(['если', 'когда', 'чтобы', 'раз', 'пока', 'хотя', 'после', 'перед', 'который']);

/** Whether the sentence says until which day the agency answers. */
export function tellsDeadline(letter: readonly Told[], index: number): boolean {
  const told = letter[index];
  if (told === undefined) return false;
  if (answersWhen(letter[index - 1], told)) return true;
  if (told.text.trimEnd().endsWith('?')) return false;
  return told.clauses.some((clause, at) => {
    if (clause.opener !== undefined && conditional.has(clause.opener)) return false;
    if (isReported(clause, told.clauses[at - 1]) || !time.test(clause.text)) return false;
    return (
      promises(clause, told, letter[index - 1]) ||
      namesTerm(clause) ||
      takesTime(clause, told, letter[index - 1])
    );
  });
}

/** «Вы пишете, что мы ответим до 20 мая», but not «обещаем, что ответим». */
function isReported({ opener }: Clause, main: Clause | undefined): boolean {
  if (opener !== 'что' || main === undefined) return false;
  return !main.verbs.some((verb) => !verb.negated && isIn(verb, Grammeme.per1));
}

function promises(clause: Clause, { text }: Told, before: Told | undefined): boolean {
  if (isOthers(clause)) return false;
  const named = answer.test(text) || answer.test(before?.text ?? '');
  const { verbs } = clause;
  return verbs.some((verb) => {
    if (verb.negated) return false;
    if (isInfinitive(verb)) return isAnswer(verb, named) && isPromised(clause);
    if (isOne(verb, receiving)) return isIn(verb, Grammeme.per2 | Grammeme.futr) && answer.test(text);
    if (isOne(verb, lemmas('ждать ожидать')) && isImperative(verb))
      return /ответ|решени|результат|письм|звонк/u.test(clause.text);
    if (verb.forms[0]?.partOfSpeech === 'PRTS')
      return verbs.some((one) => one.lemma === 'быть' && isFuture(one)) && (answer.test(text) || named);
    const third = isIn(verb, Grammeme.per3);
    if (third && isOne(verb, arriving)) return isFuture(verb) && answer.test(clause.text);
    if (!third && !isIn(verb, Grammeme.per1)) return false;
    const now = isOne(verb, lemmas('готовить отвечать рассматривать')) && !isIn(verb, Grammeme.past);
    return (isFuture(verb) || now) && isAnswer(verb, named);
  });
}

const isOne = ({ lemma }: Verb, list: ReadonlySet<string>) => list.has(lemma);

function isAnswer(verb: Verb, named: boolean): boolean {
  return isOne(verb, answering) || (named && isOne(verb, giving));
}

/** «Обещаем ответить», «закон даёт нам 30 дней, чтобы ответить», but not «Вы просили ответить». */
function isPromised({ words, verbs, text }: Clause): boolean {
  if (/(?<!\p{L})не (?:обеща|успе|мо[жг]|смо|сможем|получит)/u.test(text)) return false;
  if (/(?<!\p{L})(?:нам|мне) (?:нужно|надо|необходимо|предстоит)|обязывает нас/u.test(text)) return true;
  return (
    words.some((word) => isOneOf(word, promising)) &&
    !verbs.some((verb) => isImperative(verb) || isIn(verb, Grammeme.per2)) &&
    !/(?<!\p{L})вы(?!\p{L})/u.test(text)
  );
}

const ownVerbs = lemmas('быть составлять составить наступить истекать давать дать отводить отвести есть');

/** «Срок ответа — 30 дней», «на рассмотрение у нас пять дней», «ответ — до 20 мая». */
function namesTerm(clause: Clause): boolean {
  const { text, verbs } = clause;
  if (verbs.some((verb) => verb.negated || !isOne(verb, ownVerbs)) || isOthers(clause)) return false;
  if (
    /(?<!\p{L})(?:у вас|вам|ваш\p{L}* ответ\p{L}*|нуж\p{L}*|прошл\p{L}*|подачи|приема|оплаты|действия)(?!\p{L})/u.test(
      text,
    )
  )
    return false;
  return termPatterns.some((pattern) => pattern.test(text));
}

const termPatterns = [
  `(?:срок\\p{L}*|дата|(?:последний|крайний) день)(?: (?:для |нашего )?(?:ответа|рассмотрени\\p{L}*|решени\\p{L}*)| (?:обращени|письм)\\p{L}*)*(?: по (?:закон|существ)\\p{L}*)?[ :—–-].{0,40}${timeSource}`,
  `(?<!\\p{L})(?:на|для) (?:рассмотрени\\p{L}*|ответа?|подготовк\\p{L}* ответа).{0,60}${timeSource}`,
  `(?<!\\p{L})(?:ответ|решение) (?:[—–:-] |по существу |будет )*.{0,12}(?:до|к|не позднее|не позже|в течение|за|через) ${timeSource}`,
  `(?<!\\p{L})ответ\\p{L}* [—–:-] ${timeSource}`,
].map((source) => new RegExp(source, 'u'));

/** «Мы рассмотрим письмо. Это займёт 30 дней», «Ответ будет. Сделаем это до 20 мая». */
function takesTime({ text }: Clause, told: Told, before: Told | undefined): boolean {
  if (
    !/(?:это|работа|проверка|рассмотрение) (?:займет|потребует|продлится)|на это (?:уйдет|понадобится)|сделаем (?:это|его)|постараемся/u.test(
      text,
    )
  )
    return false;
  return [before, told].some((one) =>
    one?.clauses.some(
      (clause) =>
        clause.verbs.some(
          (verb) =>
            !verb.negated &&
            isFuture(verb) &&
            isIn(verb, Grammeme.per1) &&
            isAnswer(verb, answer.test(one.text)),
        ) ||
        (answer.test(clause.text) && clause.verbs.some(({ lemma }) => arriving.has(lemma))),
    ),
  );
}

/** «Когда придёт ответ? До 20 мая.» */
function answersWhen(question: Told | undefined, { text, clauses }: Told): boolean {
  if (
    question === undefined ||
    !/^[^\p{L}]*(?:когда|как скоро|к какому дню).*(?:ответ|решени|рассмотр).*\?/u.test(question.text)
  )
    return false;
  return time.test(text) && clauses.every(({ verbs }) => !verbs.some(isImperative));
}
