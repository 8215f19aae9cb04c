import { isOneOf, lemmas, nounsOf, type Told } from '../telling.ts';

/** They name no document: «не хватает документов». */
const general = lemmas(
  `документ бумага комплект пакет заявление заявка сведения данные пара ошибка список вещь лист файл недочёт место порядок
  день час кабинет почта портал сайт телефон номер июнь май`,
);
const lacks =
  /не хват|недоста|отсутств|ошиб|не видно|неверн|неправильн|нечитаем|просрочен|не (?:прочит|чита|приложи|приложен|приложил|указа|заполн|подписа|представ|прикрепи|нашл|найден|вложи|хватил|совпада)|забыли|без (?:подпис|печат)/u;
const absent = /(?<!\p{L})нет(?!\p{L})/u;
const wanted =
  /(?:нуж(?:ен|н[аоы])|надо|понадоб\p{L}*|пришлите|приложите|донесите|исправьте|добав(?:ьте|ить)|дополните|дошлите|поправьте) (?!можно)/u;

/** Whether the sentence, with the list after it, names what the documents lack. */
export function namesLacking(letter: readonly Told[], index: number): boolean {
  const told = letter[index];
  if (told === undefined) return false;
  const { text } = told;
  if (
    /ошибок (?:\p{L}+ ){0,3}(?:нет|не)(?!\p{L})|нет ошибок|все (?:документы|бумаги|\p{L}+ )?.{0,15}(?:есть|на месте|в порядке)|не (?:нужн|надо|требу)|(?:слышн|жалоб|вопросов) нет/u.test(
      text,
    )
  )
    return false;
  if (!lacks.test(text) && !absent.test(text) && !wanted.test(text)) return false;
  const opens = /:\s*$/.test(text) || /[:]\s*(?:[-–•]|1[.)])/.test(text);
  const listed = opens ? letter.slice(index, index + 3) : [told];
  return listed.some(
    (one) => /\(\(/.test(one.text) || one.clauses.flatMap(nounsOf).some((noun) => !isOneOf(noun, general)),
  );
}
