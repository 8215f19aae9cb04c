import { nouns } from '../light-verb/nouns.ts';

/** Nouns of action that have no light verb in the table, with their perfectives. */
const more: readonly (readonly [noun: string, perfective: string])[] = [
  ['внесение', 'внести'],
  ['возникновение', 'возникнуть'],
  ['вручение', 'вручить'],
  ['достижение', 'достигнуть'],
  ['ограничение', 'ограничить'],
  ['оказание', 'оказать'],
  ['осуществление', 'осуществить'],
  ['повышение', 'повысить'],
  ['получение', 'получить'],
  ['предъявление', 'предъявить'],
  ['прекращение', 'прекратить'],
  ['признание', 'признать'],
  ['принятие', 'принять'],
  ['проведение', 'провести'],
  ['прохождение', 'пройти'],
  ['реализация', 'реализовать'],
  ['совершенствование', 'усовершенствовать'],
  ['сохранение', 'сохранить'],
  ['увеличение', 'увеличить'],
  ['удовлетворение', 'удовлетворить'],
  ['улучшение', 'улучшить'],
  ['уменьшение', 'уменьшить'],
  ['урегулирование', 'урегулировать'],
];

/** Nouns of action that take an object, with the verb that says «to have done it». */
export const perfectiveOf: ReadonlyMap<string, string> = new Map([
  ...nouns.flatMap(([noun, , perfective, government]) =>
    perfective !== undefined && government.startsWith('gent') ? [[noun, perfective] as const] : [],
  ),
  ...more,
]);

/** Nouns of action whose ending shows it: «рассмотрение», «принятие», «регистрация». */
export function isDeverbal(lemma: string): boolean {
  return perfectiveOf.has(lemma) && /(?:ние|тие|ция)$/.test(lemma);
}
