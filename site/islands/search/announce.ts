import type { Answer } from '#search';

const rules = new Intl.PluralRules('ru');
const forms: Readonly<Record<string, string>> = { one: 'ответ', few: 'ответа', many: 'ответов' };

/** What a screen reader says when the answers change: «Найдено 5 ответов». */
export function announcement(answer: Answer): string {
  const count = answer.hits.length;
  if (count === 0) return 'Ничего не нашлось';
  const found = rules.select(count) === 'one' ? 'Найден' : 'Найдено';
  const shown = answer.shownFor === undefined ? '' : ` по запросу «${answer.shownFor}»`;
  return `${found} ${count} ${forms[rules.select(count)] ?? 'ответов'}${shown}`;
}
