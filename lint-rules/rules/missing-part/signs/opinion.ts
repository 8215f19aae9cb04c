import { isOneOf, lemmas, nounsOf, type Told } from '../telling.ts';
import { hasAddress, ofLinks } from './link.ts';

/** Words of a request to say what the reader thinks. */
const asks = new RegExp(
  [
    '(?<!\\p{L})опрос|ответьте на .{0,25}вопрос|анкет|оцени(?:те|ть|вайте|в)|оценк|довольны|удовлетвор|мнени|впечатлени|отзыв',
    'помог(?:ли|ло|ла)?(?!\\p{L})|понравил|устро(?:ил|ило|ила|ен)|отметьте|постав(?:ьте|ить)|(?<!\\p{L})все ли(?!\\p{L})',
    '(?:удобно|легко|просто|сложно|трудно|понят(?:ен|на|но|ны)|полез(?:ен|на|но|ны)) (?:ли|было)|(?<!\\p{L})был\\p{L}? .{0,25}(?:удоб|полез|понят|легк|прост)',
    'насколько|как (?:все |у вас )?(?:прошл[оаи]|прошел)|расскажите,? (?:нам,? )?как',
  ].join('|'),
  'u',
);

/** What the agency does for the reader: the letter, the answer, the talk, the people. */
const ours = lemmas(
  `ответ работа обращение обратиться консультация приём разговор звонок письмо обслуживание взаимодействие специалист
  сотрудник консультант оператор департамент министерство управление удовлетворённость удовлетворение услуга сервис
  шаг подача отправка заявка заявление общение помощь история разъяснение вежливость справка жалоба решение запись`,
);

/** Nouns of the request itself. */
const neutral = lemmas(
  `опрос анкета опросник оценка мнение отзыв впечатление качество удобство вопрос скорость срок понятность цифра число
  процесс способ порядок результат`,
);

const isAbout = (word: Parameters<typeof isOneOf>[0]) => isOneOf(word, ours);

/** Whether the sentence asks what the reader thinks of our work and gives the address: not of a camp or of roads. */
export function asksOpinion(letter: readonly Told[], index: number): boolean {
  const told = letter[index];
  if (told === undefined || !asks.test(told.text) || /не (?:проводим|пров[ео]д)/u.test(told.text))
    return false;
  if (!hasAddress(letter, index, new Set([...ours, ...neutral]))) return false;
  if (/\(\([^)]*(?:опрос|оценк)[^)]*\)\)/u.test(told.text)) return true;
  return (
    isOurs(told) ??
    isOurs(letter[index - 1]?.text.trimEnd().endsWith('?') ? letter[index - 1] : undefined) ??
    true
  );
}

/** Whether it is about us; undefined when it names nothing. */
function isOurs(told: Told | undefined): boolean | undefined {
  if (told === undefined) return undefined;
  if (told.clauses.some(({ words }) => words.some(isAbout))) return !isOffice(told.text);
  if (/(?<!\p{L})(?:мы|нас)(?!\p{L})/u.test(told.text)) return true;
  const foreign = told.clauses
    .flatMap(nounsOf)
    .filter((noun) => !isOneOf(noun, neutral) && !isOneOf(noun, ofLinks));
  return foreign.length > 0 ? false : undefined;
}

/** «Работа вожатых», «подача заявок на слёт»: the words are ours, what is meant is not. */
function isOffice(text: string): boolean {
  return /(?:работ[ауыо]\p{L}*|качеств\p{L}*|помощ\p{L}*) (?!департамент|министерств|управлени|наш|специалист|сотрудник|оператор|консультант|отдел|линии|ведомств|с |по |и |в |обращени|ответ|консультаци|обслуживани|приема|услуг|взаимодейств|на )\p{L}+(?:а|я|ов|ей|ых|их|ы|и|ого|его)(?!\p{L})/u.test(
    text,
  );
}
