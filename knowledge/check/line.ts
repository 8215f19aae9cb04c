import type { Problem } from '../problem.ts';
import { type Check, reporter } from './check.ts';
import { suggestion } from './suggest.ts';

/**
 * CL-1: the line can answer on everything that the order names: each subject has its FAQ pages, and where the order wants
 * average terms, there is one with its date and the unit that measures it.
 */
export const lineTopics: Check = (reading) => {
  const { content } = reading;
  const line = content.agency?.line;
  if (!line) return [];
  const report = reporter('line-topic', reading);
  const faq = content.pagesOf('faq').map(({ id }) => id);
  return line.topics.flatMap(({ title, pages, averageTerms, clause }, index): Problem[] => {
    const at = (field: string, ...rest: readonly PropertyKey[]) => ['line', 'topics', index, field, ...rest];
    if (pages.length === 0)
      return [
        report.at(
          'agency.yml',
          at('title'),
          `Линия должна отвечать на вопросы о теме «${title}» (${clause}), а ответа в базе нет. Добавьте страницу в faq и впишите её id в pages.`,
        ),
      ];
    return [
      ...pages.flatMap((page, number) =>
        faq.includes(page)
          ? []
          : [
              report.at(
                'agency.yml',
                at('pages', number),
                `Ответа «${page}» на тему «${title}» (${clause}) нет.${suggestion(page, faq)} Добавьте страницу в faq или исправьте имя.`,
              ),
            ],
      ),
      ...averageTerms
        .filter((term) => line.averageTerms[term] === undefined)
        .map((term) =>
          report.at(
            'agency.yml',
            at('averageTerms', averageTerms.indexOf(term)),
            `Среднего срока «${term}» нет, а его нужно называть по телефону (${clause}). Впишите в line.averageTerms срок, день, на который он посчитан, и подразделение.`,
          ),
        ),
    ];
  });
};

/** CL-1: somebody answers for each average term, and it is not older than a year. */
export function averageTerms(reading: Parameters<Check>[0], today: string): Problem[] {
  const { agency, units } = reading.content;
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return Object.entries(agency?.line?.averageTerms ?? {}).flatMap(([name, term]): Problem[] => {
    const path = ['line', 'averageTerms', name];
    if (!units.some(({ id }) => id === term.unit))
      return [
        reporter('unknown-unit', reading).at(
          'agency.yml',
          [...path, 'unit'],
          `Подразделения «${term.unit}», которое отвечает за средний срок, нет.${suggestion(
            term.unit,
            units.map(({ id }) => id),
          )} Исправьте имя.`,
        ),
      ];
    if (!('measured' in term) || term.measured > yearAgo) return [];
    return [
      reporter('average-term', reading, 'warning').at(
        'agency.yml',
        [...path, 'measured'],
        `Средний срок посчитан больше года назад, ${term.measured}. Пересчитайте его: по телефону называют то, что есть на деле.`,
      ),
    ];
  });
}
