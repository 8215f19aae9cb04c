import { Grammeme } from '@ponyatno/russian';
import { lemmas, type Told } from '../telling.ts';

const contact = [
  /(?<![\d.])(?:\+7|8)[ (-]*\d{3,5}\)?[ -]*\d{1,3}[ -]?\d{2}[ -]?\d{2}|(?<![\d-])\d{1,3}-\d{2}-\d{2}(?![\d-])/u,
  /\(\([^)]*(?:телефон|почта|контакт)[^)]*\)\)|(?:(?<!\p{L})тел(?:ефон\p{L}*|\.)|(?:внутренн\p{L}*|добавочн\p{L}*|доб\.)(?: номер)?)[^\d(]{0,25}(?:\d{2,3}|0{4})/u,
];
/** A box of the whole office answers for nobody. */
const box =
  /(?<![\p{L}\d._-])(?!(?:info|office|mail|post|priem|help|admin|support|contact)@)[\p{L}\d._-]+@[\p{L}\d.-]+/u;
const role =
  /исполнител|специалист|консультант|сотрудни[кц]|куратор|методист|инспектор|(?<!\p{L})(?:мне|меня|я)(?!\p{L})/u;

/** Whether the sentence says how to reach the one who answers, named here or beside it. */
export function tellsContact(letter: readonly Told[], index: number): boolean {
  const { text = '' } = letter[index] ?? {};
  if (box.test(text)) return true;
  if (!contact.some((sign) => sign.test(text))) return false;
  const beside = [letter[index - 1], letter[index + 1]].filter(
    (told) => told !== undefined && isSignature(told),
  );
  return [letter[index], ...beside].some((told) => told !== undefined && namesPerson(told));
}

const answering = lemmas(
  'задать ответить отвечать помочь заниматься звонить позвонить обращаться обратиться вести подсказать',
);

/** A name alone, or who answers; «вместо Королькова Вас примет Седова» is about something else. */
function isSignature({ clauses }: Told): boolean {
  return clauses.every(({ verbs }) => verbs.every(({ lemma }) => answering.has(lemma)));
}

function namesPerson({ text, clauses }: Told): boolean {
  if (/здравствуй|уважаем|добр(?:ый|ое) |приветству/u.test(text)) return false;
  if (role.test(text) || /\(\([^)]*(?:исполнител|имя|фио)[^)]*\)\)/u.test(text)) return true;
  return clauses.some(({ words }) =>
    words.some(
      (word) =>
        /^\p{Lu}/u.test(word.text) &&
        (/^\p{Lu}\.$/u.test(word.text) ||
          word.parses.some(({ grammemes }) => (grammemes & Grammeme.name) !== 0)),
    ),
  );
}
