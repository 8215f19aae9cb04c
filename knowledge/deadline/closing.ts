import { Temporal } from 'temporal-polyfill';
import { formatDay, formatTime, formatWeekday } from '../dates.ts';
import { type CountedTerm, type CountingContext, endsAt, type TermIn } from './counted-term.ts';
import { backwardsError } from './hours.ts';
import type { Moment } from './moment.ts';
import { explainSkipped } from './skipped-days.ts';
import { hoursOf, openings } from './working-hours.ts';

/**
 * Until the office closes on the day of the question (CL-17). Asked after closing or on a day off, it is the closing of
 * the next working day: nobody is there before.
 */
export function countToClosing(
  term: TermIn<'endOf'>,
  { at, hasTime }: Moment,
  context: CountingContext,
): CountedTerm {
  if (context.backwards) throw backwardsError;
  const hours = hoursOf(context);
  const asked = at.toPlainDate();
  let day = asked;
  for (;;) {
    const due = openings(day, hours, context).at(-1)?.to;
    if (due && (!hasTime || Temporal.ZonedDateTime.compare(at, due) < 0))
      return endsAt(due, [
        ...(day.equals(asked)
          ? []
          : [{ text: 'Спросили, когда ведомство уже не работало: считается следующий рабочий день.' }]),
        ...explainSkipped(context.calendar, asked, day),
        {
          text: `Рабочий день ${formatDay(day)}, ${formatWeekday(day)}, кончается в\u00a0${formatTime(due)}.`,
          clause: term.clause,
        },
      ]);
    day = day.add({ days: 1 });
  }
}
