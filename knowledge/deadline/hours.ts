import { isWorkingDay } from '../calendar.ts';
import { formatDay, formatTime, formatWeekday } from '../dates.ts';
import { counted } from '../russian.ts';
import { type Counter, endsAt, endsWithDay, type TermIn } from './counted-term.ts';
import { DeadlineError } from './error.ts';
import { explainSkipped } from './skipped-days.ts';

/** Hours of the plain clock, which never stops (WR-13), or of the clock that stands still on days off (WR-6). */
export const countHours: Counter<TermIn<'hours'>> = (term, from, context) =>
  term.clock === 'plain' ? countPlainHours(term, from, context) : countStoppingHours(term, from, context);

const countPlainHours: Counter<TermIn<'hours'>> = (term, { at }, { backwards }) => {
  const due = at.add({ hours: backwards ? -term.hours : term.hours });
  const hours = counted(term.hours, ['час', 'часа', 'часов']);
  return endsAt(due, [
    { text: 'Часы идут без остановки: ночью, в выходные и в праздники.', clause: term.clause },
    {
      text: backwards
        ? `За ${hours} до срока — ${formatWeekday(due.toPlainDate())}, ${formatTime(due)}.`
        : `${hours} истекают ${timeOn(due)}.`,
    },
  ]);
};

const countStoppingHours: Counter<TermIn<'hours'>> = (term, { at }, { calendar, backwards, agency }) => {
  if (backwards) throw backwardsError;
  let left = term.hours * 3600;
  let now = at;
  // A day at a time: on a day off the clock stands, on a working day it runs through the night.
  for (;;) {
    const midnight = now.startOfDay().add({ days: 1 });
    if (isWorkingDay(calendar, now.toPlainDate())) {
      const available = now.until(midnight).total('seconds');
      if (left <= available) break;
      left -= available;
    }
    now = midnight;
  }
  const due = now.add({ seconds: left });
  const lastDay = now.toPlainDate();
  const steps = [
    { text: 'В рабочие дни часы идут круглые сутки, в выходные и праздники стоят.', clause: term.clause },
    ...startStep(isWorkingDay(calendar, at.toPlainDate()), formatWeekday(at.toPlainDate())),
    ...explainSkipped(calendar, at.toPlainDate(), lastDay),
  ];
  // Midnight belongs to the day that ends, else a term from Friday would run out on Saturday.
  if (due.equals(due.startOfDay()))
    return endsWithDay(lastDay, agency.timeZone, [
      ...steps,
      { text: `Часы истекают в конце дня: ${formatWeekday(lastDay)}.` },
    ]);
  return endsAt(due, [
    ...steps,
    { text: `${counted(term.hours, ['час', 'часа', 'часов'])} истекают ${timeOn(due)}.` },
  ]);
};

function startStep(works: boolean, day: string): { text: string }[] {
  return works ? [] : [{ text: `Поступило в нерабочий день (${day}): часы пойдут с начала рабочего дня.` }];
}

function timeOn(due: Parameters<typeof endsAt>[0]): string {
  return `${formatDay(due.toPlainDate())} в\u00a0${formatTime(due)}`;
}

/** Said of a term that has no meaning before an event. */
export const backwardsError = new DeadlineError(
  'Срок до события задают днями или обычными часами. Исправьте его в agency.yml: workingDays, calendarDays или hours с clock: plain.',
);
