import { Temporal } from 'temporal-polyfill';
import { counted, formatDate, type Page } from '#knowledge';
import type { Evidence } from './evidence.ts';

/** Lines of one kind at most: who has more to look at opens the page «Актуализация». */
const mostLines = 10;

/** The evidence as it is shown before the two questions. */
export function evidenceText(evidence: Evidence): string {
  const { unit, since, changed, unchecked, acts, gaps, ratings, pageRatings, problems } = evidence;
  const day = since === undefined ? undefined : formatDate(Temporal.PlainDate.from(since));
  const blocks = [
    block('Акты изменились, страницы с ними не сверили', [
      ...acts.map(({ alarm, pages }) => {
        const edition = formatDate(Temporal.PlainDate.from(alarm.edition));
        return `${alarm.act.title}, редакция от ${edition}: ${pages.map(({ id }) => id).join(', ')}`;
      }),
    ]),
    block('Изменили после прошлой проверки', changed.map(pageLine)),
    block('Ещё не проверяли', unchecked.map(pageLine)),
    block(
      'Спрашивали, но ответа не нашли',
      gaps.map(({ question, zero, filed }) => `${question} — не нашлось: ${zero}, передано: ${filed}`),
    ),
    block(
      'Что сказали граждане на публичном сайте',
      pageRatings.map(
        ({ page, helped, notHelped }) => `${page.title} — помогло: ${helped}, не помогло: ${notHelped}`,
      ),
    ),
    block(
      'Что ответили после звонка',
      ratings.map(({ question, answers }) => {
        const given = answers.map(({ answer, count }) => `${answer} — ${count}`).join(', ');
        return `${question} ${given}`;
      }),
    ),
    block(
      'Нашла проверка содержания',
      problems.map(({ file, line, message }) => `${file}:${line} ${message}`),
    ),
  ].filter((text) => text !== '');
  const head =
    day === undefined ? `${unit.name}: проверок ещё не было.` : `${unit.name}: прошлая проверка — ${day}.`;
  return [head, ...(blocks.length > 0 ? blocks : ['С тех пор ничего не изменилось и не спрашивали.'])].join(
    '\n\n',
  );
}

function pageLine({ id, title }: Page): string {
  return `${id} — ${title}`;
}

function block(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const more = lines.length - mostLines;
  const rest = more > 0 ? [`  и ещё ${counted(more, ['строка', 'строки', 'строк'])}`] : [];
  return [`${title}:`, ...lines.slice(0, mostLines).map((line) => `  ${line}`), ...rest].join('\n');
}
