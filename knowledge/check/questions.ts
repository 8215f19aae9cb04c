import type { Problem } from '../problem.ts';
import { type Check, reporter } from './check.ts';

/** KB-2: one question has one answer. Two pages that claim the same question leave it to chance which is read out. */
export const questions: Check = (reading) => {
  const report = reporter('duplicate-question', reading, 'warning');
  const titles = new Map<string, string>();
  const queries = new Map<string, string>();
  const claim = (seen: Map<string, string>, question: string, file: string): string | undefined => {
    const key = fold(question);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, file);
    return first === file ? undefined : first;
  };
  return reading.content.pages.flatMap((page): Problem[] => {
    const { file, title, kind, data } = page;
    const problems: Problem[] = [];
    const sameTitle = kind === 'faq' ? claim(titles, title, file) : undefined;
    if (sameTitle !== undefined)
      problems.push(
        report.at(
          file,
          ['title'],
          `На этот вопрос уже отвечает страница ${sameTitle}. Оставьте один ответ или назовите вопросы по-разному.`,
        ),
      );
    for (const [index, query] of data.queries.entries()) {
      // A letter and an answer may serve the same question: the writer takes the one, the operator the other.
      const sameQuery = claim(queries, `${kind} ${query}`, file);
      if (sameQuery === undefined) continue;
      problems.push(
        report.at(
          file,
          ['queries', index],
          `На вопрос «${query}» первой уже отвечает страница ${sameQuery}. Оставьте его на одной странице.`,
        ),
      );
    }
    return problems;
  });
};

/** Case, ё, punctuation and spaces make no other question. */
function fold(question: string): string {
  return question
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
