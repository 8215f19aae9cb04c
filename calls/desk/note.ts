import { type Call, secondsOf } from './call.ts';
import { dayInWords } from './fill.ts';
import { dayIn } from './record.ts';
import type { DeskData } from './types.ts';
import { visitDates } from './visit.ts';

/**
 * The note of a call as plain text, to be pasted into the register (CL-8). It is made in the tab and sent nowhere; it
 * holds what the operator has typed and nothing else of the caller.
 */
export function noteOf(data: DeskData, call: Call): string {
  const zone = data.agency.timeZone;
  const began = new Date(call.began);
  const day = new Intl.DateTimeFormat('ru', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  });
  const time = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const body = data.bodies.find(({ page }) => page === call.body);
  const lines: (string | undefined)[] = [
    `Звонок ${day.format(began)}, ${time.format(began)}, длился ${duration(secondsOf(call, call.began))}.`,
    call.answers.length > 0
      ? `Ответили по страницам: ${call.answers.map(({ title }) => `«${title}»`).join(', ')}.`
      : undefined,
    call.unanswered.length > 0
      ? `Ответа в базе нет: ${call.unanswered.map((question) => `«${question}»`).join(', ')}.`
      : undefined,
    call.transfers > 0
      ? `Переключений: ${call.transfers}${call.colleague ? ` (${call.colleague})` : ''}.`
      : undefined,
    body && `Вопрос решает: ${body.name}${'value' in body.phone ? `, ${body.phone.value}` : ''}.`,
    call.callback && callbackLine(call.callback),
    ...visitLines(data, call),
    ...closingLines(data, call),
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}

function visitLines(data: DeskData, call: Call): string[] {
  const { visit } = call;
  const dates = visitDates(data, visit, dayIn(data.agency.timeZone, call.began));
  if (visit === undefined || dates === undefined) return [];
  const at = (day: string, time: string) => `${dayInWords(day)}${time && `, ${time}`}`;
  return [
    `Приём: ${at(visit.day, visit.time)}.`,
    ...(dates.noticeBy ? [`Сообщить о приёме не позднее ${dayInWords(dates.noticeBy)}.`] : []),
    ...(visit.reminders && dates.reminders.length > 0
      ? [`Напомнить: ${dates.reminders.map(({ day, time }) => at(day, time)).join(' и ')}.`]
      : []),
  ];
}

function callbackLine({ number, time, day }: NonNullable<Call['callback']>): string {
  const when = [day && `не позднее ${dayInWords(day)}`, time].filter(Boolean).join(', ');
  return `Перезвонить${number ? ` по номеру ${number}` : ''}${when ? `: ${when}` : ''}.`;
}

function closingLines({ rules }: DeskData, { closing }: Call): string[] {
  return (rules.closing?.questions ?? []).flatMap(({ text }, index) => {
    const answer = closing[index];
    return answer === undefined ? [] : [`${text.replace(/[.:]?$/, '')} — ${answer}.`];
  });
}

/** «3 мин 42 с». */
export function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} с` : `${minutes} мин ${seconds % 60} с`;
}

/** A note that the operator has changed takes the lines that came since: an answer given after it was edited is not lost. */
export function mergeNote(edited: string, before: string, after: string): string {
  const known = new Set(before.split('\n'));
  const kept = new Set(after.split('\n'));
  const lines = edited.split('\n').filter((line) => !known.has(line) || kept.has(line));
  const fresh = after.split('\n').filter((line) => !known.has(line) && !lines.includes(line));
  return [...lines, ...fresh].join('\n');
}
