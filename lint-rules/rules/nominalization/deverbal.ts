import { foldWord } from '@ponyatno/russian';
import { nouns } from '../light-verb/nouns.ts';

/** A noun of action with its verb; the perfective is missing where the language has none. */
export interface Deed {
  readonly imperfective: string;
  readonly perfective: string | undefined;
}

/** Nouns of action with an object that have no light verb in the table of `light-verb`. */
const more: readonly (readonly [noun: string, imperfective: string, perfective: string])[] = [
  ['ведение', 'вести', 'вести'],
  ['взимание', 'взимать', 'взимать'],
  ['внедрение', 'внедрять', 'внедрить'],
  ['восполнение', 'восполнять', 'восполнить'],
  ['выбытие', 'выбывать', 'выбыть'],
  ['выставление', 'выставлять', 'выставить'],
  ['выяснение', 'выяснять', 'выяснить'],
  ['доведение', 'доводить', 'довести'],
  ['доказательство', 'доказывать', 'доказать'],
  ['задержание', 'задерживать', 'задержать'],
  ['завершение', 'завершать', 'завершить'],
  ['занятие', 'занимать', 'занять'],
  ['изменение', 'изменять', 'изменить'],
  ['нанесение', 'наносить', 'нанести'],
  ['обслуживание', 'обслуживать', 'обслужить'],
  ['обособление', 'обособлять', 'обособить'],
  ['оказание', 'оказывать', 'оказать'],
  ['опровержение', 'опровергать', 'опровергнуть'],
  ['осуществление', 'осуществлять', 'осуществить'],
  ['отражение', 'отражать', 'отразить'],
  ['перерегистрация', 'перерегистрировать', 'перерегистрировать'],
  ['подтверждение', 'подтверждать', 'подтвердить'],
  ['поддержание', 'поддерживать', 'поддержать'],
  ['получение', 'получать', 'получить'],
  ['предъявление', 'предъявлять', 'предъявить'],
  ['предотвращение', 'предотвращать', 'предотвратить'],
  ['преодоление', 'преодолевать', 'преодолеть'],
  ['проведение', 'проводить', 'провести'],
  ['прохождение', 'проходить', 'пройти'],
  ['разрешение', 'разрешать', 'разрешить'],
  ['раскрытие', 'раскрывать', 'раскрыть'],
  ['соблюдение', 'соблюдать', 'соблюсти'],
  ['совершение', 'совершать', 'совершить'],
  ['удостоверение', 'удостоверять', 'удостоверить'],
  ['указание', 'указывать', 'указать'],
  ['уменьшение', 'уменьшать', 'уменьшить'],
  ['ухудшение', 'ухудшать', 'ухудшить'],
  ['формирование', 'формировать', 'сформировать'],
];

/** By noun, only those that take an object: their genitive may become the accusative of the verb. */
const deeds: ReadonlyMap<string, Deed> = new Map([
  ...nouns.flatMap(([noun, imperfective, perfective, government]) =>
    government.startsWith('gent') ? [[foldWord(noun), { imperfective, perfective }] as const] : [],
  ),
  ...more.map(([noun, imperfective, perfective]) => [foldWord(noun), { imperfective, perfective }] as const),
]);

/** The verb of a noun of action that takes an object, by its lemma. */
export function deedOf(lemma: string): Deed | undefined {
  return deeds.get(foldWord(lemma));
}

/** «Решение вопроса» is what one does, «решение комиссии» is a paper. */
const solvable = new Set(['вопрос', 'проблема', 'задача', 'спор', 'ситуация', 'конфликт']);

/** The verb of a noun of action with the noun that is its object. */
export function deedWith(lemma: string, object: string): Deed | undefined {
  if (lemma === 'решение')
    return solvable.has(object) ? { imperfective: 'решать', perfective: 'решить' } : undefined;
  return deedOf(lemma);
}

/** These end like nouns of action, but are papers, places, bodies and states more often than not. */
const things: ReadonlySet<string> = new Set([
  ...['обеспечение', 'направление', 'удостоверение', 'разрешение', 'изменение', 'определение', 'нарушение'],
  ...['организация', 'управление', 'образование', 'занятие', 'указание', 'уведомление', 'компенсация'],
  ...['публикация', 'информация', 'консультация', 'предложение', 'поручение', 'представление', 'описание'],
  ...['требование', 'доказательство', 'извещение', 'предупреждение', 'предписание', 'лечение', 'питание'],
  ...['страхование', 'обслуживание', 'исследование', 'ограничение', 'производство', 'строительство'],
  ...['развитие', 'содержание', 'заключение', 'напоминание', 'эвакуация', 'эксплуатация', 'характеристика'],
]);

const others: ReadonlySet<string> = new Set([
  ...['выдача', 'выплата', 'доставка', 'замена', 'оплата', 'отмена', 'отправка', 'передача', 'перенос'],
  ...['подача', 'подготовка', 'постановка', 'проверка', 'уплата', 'установка'],
]);

/** Whether a noun is surely an action, as far as one can tell without its sentence: «рассмотрение», «выдача». */
export function isDeverbal(lemma: string): boolean {
  const folded = foldWord(lemma);
  if (others.has(folded)) return true;
  return deeds.has(folded) && /(?:ние|тие|ция)$/.test(folded) && !things.has(folded);
}

/** What is sent, given and explained: before these a noun that may be a thing is an action, «направление ответа». */
const papers: ReadonlySet<string> = new Set([
  ...['ответ', 'заявление', 'обращение', 'письмо', 'документ', 'запрос', 'уведомление', 'жалоба', 'справка'],
  ...['информация', 'сведение', 'решение', 'вопрос', 'отчет', 'договор', 'условие', 'срок', 'требование'],
  ...['услуга', 'выплата', 'помощь', 'работа', 'проект', 'доступ', 'право', 'порядок', 'закон'],
]);

/** Whether a noun is an action, with the noun that stands in the genitive after it, if there is one. */
export function isDeedBefore(lemma: string, genitive: string | undefined): boolean {
  if (isDeverbal(lemma)) return true;
  return genitive !== undefined && papers.has(foldWord(genitive)) && deedWith(lemma, genitive) !== undefined;
}
