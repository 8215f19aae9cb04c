import type { Temporal } from 'temporal-polyfill';
import {
  CalendarError,
  type Content,
  type CountedTerm,
  DeadlineError,
  deadline,
  type LetterKind,
  type Page,
  type TermName,
  termWords,
} from '#knowledge';
import { letterTerms } from './terms.ts';

/** What a deadline is counted for. */
export interface DeadlineQuestion {
  readonly letter: LetterKind;
  readonly urgent: boolean;
  /** By the clock of the agency: `2026-11-20T17:00`. */
  readonly received: string;
}

/** The line above a letter: «Отправить до пн 23 ноября, 17:00 · 24 часа … · п. 4.8». */
export type DeadlineLine =
  | {
      readonly kind: 'counted';
      /** «пн 23 ноября, 17:00». */
      readonly due: string;
      /** The same moment in ISO 8601, to see whether it has passed. */
      readonly instant: string;
      readonly inWords: string;
      readonly clause: string;
      /** The way to the date, in full sentences. */
      readonly steps: readonly { readonly text: string; readonly clause?: string | undefined }[];
    }
  /** The term exists and the date cannot be counted; the sentence says why. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Counts the deadline of a letter; undefined when neither the profile nor the law sets one. */
export function deadlineLine(question: DeadlineQuestion, content: Content): DeadlineLine | undefined {
  const found = letterTerms[question.letter];
  if (found === undefined || content.agency.terms[found.term] === undefined) return undefined;
  try {
    const counted = deadline(found.term, question.received, content.agency, content.calendar);
    if (question.urgent || !found.onlyUrgent)
      return line(counted, counted.inWords, counted.clause, counted.steps, content.agency.timeZone);
    const law = earliest(
      counted.statutory.flatMap((one) => (one.counted ? { ...one, counted: one.counted } : [])),
    );
    if (law === undefined) return undefined;
    return line(law.counted, law.inWords, law.act, law.counted.steps, content.agency.timeZone);
  } catch (error) {
    if (error instanceof DeadlineError || error instanceof CalendarError)
      return { kind: 'unknown', reason: error.message };
    throw error;
  }
}

/** What the moment is called that the deadline of a letter is counted from: «Поступило», «Приём». */
export function receivedLabel(letter: LetterKind): string {
  const found = letterTerms[letter];
  return found === undefined ? 'Поступило' : termWords[found.term].from;
}

/** Dates that terms propose for date variables, by the name of the variable, each with the words that explain it. */
export type Proposals = Readonly<Record<string, { readonly date: string; readonly reason: string }>>;

/** Proposes dates for the date variables of a template; a date that cannot be counted is not proposed. */
export function proposedDates(template: Page<'template'>, received: string, content: Content): Proposals {
  const proposals = template.data.variables.flatMap(({ name, type, term }) => {
    const proposal =
      type === 'date' && term !== undefined ? proposedDate(term, received, content) : undefined;
    return proposal === undefined ? [] : [[name, proposal] as const];
  });
  return Object.fromEntries(proposals);
}

function proposedDate(term: TermName, received: string, content: Content): Proposals[string] | undefined {
  try {
    const { due, inWords, clause } = deadline(term, received, content.agency, content.calendar);
    return { date: due.toPlainDate().toString(), reason: `${inWords}, ${clause}` };
  } catch (error) {
    if (error instanceof DeadlineError || error instanceof CalendarError) return undefined;
    throw error;
  }
}

function earliest<Law extends { counted: CountedTerm }>(laws: readonly Law[]): Law | undefined {
  return [...laws].sort((a, b) => a.counted.due.epochMilliseconds - b.counted.due.epochMilliseconds)[0];
}

function line(
  counted: { readonly due: Temporal.ZonedDateTime; readonly precision: CountedTerm['precision'] },
  inWords: string,
  clause: string,
  steps: CountedTerm['steps'],
  timeZone: string,
): DeadlineLine {
  return {
    kind: 'counted',
    due: compactMoment(counted.due, counted.precision, timeZone),
    instant: counted.due.toInstant().toString(),
    inWords,
    clause,
    steps: steps.map((step) => ({ text: step.text, clause: step.clause })),
  };
}

/** «пн 23 ноября, 17:00», and with the year when it is not this one. */
function compactMoment(
  due: Temporal.ZonedDateTime,
  precision: CountedTerm['precision'],
  timeZone: string,
): string {
  const moment = new Date(due.epochMilliseconds);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('ru-RU', { timeZone, ...options }).format(moment);
  const otherYear = new Date().getFullYear() === due.year ? '' : ` ${due.year}`;
  const day = `${part({ weekday: 'short' })} ${part({ day: 'numeric', month: 'long' }).replace(' ', '\u00a0')}${otherYear}`;
  return precision === 'minute' ? `${day}, ${part({ hour: '2-digit', minute: '2-digit' })}` : day;
}
