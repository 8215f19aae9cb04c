import type { Temporal } from 'temporal-polyfill';
import {
  CalendarError,
  type Content,
  type Deadline,
  DeadlineError,
  deadline,
  type LetterKind,
  type Page,
  statutoryDeadline,
  termWords,
  type Variable,
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
  try {
    const found = letterDeadline(question, content);
    return found && line(found, content.agency.timeZone);
  } catch (error) {
    if (error instanceof DeadlineError || error instanceof CalendarError)
      return { kind: 'unknown', reason: error.message };
    throw error;
  }
}

/** The date a letter is due by, with the clause that sets it. */
type LetterDate = Pick<Deadline, 'due' | 'precision' | 'inWords' | 'clause' | 'steps'>;

/** The agency's own term where it counts (WR-4), otherwise the law's term for this kind of letter (KB-9). */
function letterDeadline(
  { letter, urgent, received }: DeadlineQuestion,
  { agency, calendar }: Content,
): LetterDate | undefined {
  const own = letterTerms[letter];
  if (own && agency.terms[own.term] && (urgent || !own.onlyUrgent))
    return deadline(own.term, received, agency, calendar);
  const law = statutoryDeadline(letter, received, agency, calendar);
  return law && { ...law, clause: law.act };
}

/** What the moment is called that the deadline of a letter is counted from: «Поступило», «Приём». */
export function receivedLabel(letter: LetterKind): string {
  const found = letterTerms[letter];
  return found === undefined ? 'Поступило' : termWords[found.term].from;
}

/** Dates proposed for date variables, by the name of the variable, each with the words that explain it. */
export type Proposals = Readonly<Record<string, { readonly date: string; readonly reason: string }>>;

/** What proposals are made for. */
export type ProposalQuestion = Omit<DeadlineQuestion, 'letter'>;

/** Proposes dates for the date variables of a template; a date that cannot be counted is not proposed. */
export function proposedDates(
  template: Page<'template'>,
  question: ProposalQuestion,
  content: Content,
): Proposals {
  const proposals = template.data.variables.flatMap((variable) => {
    const proposal = proposedDate(variable, template.data.letter, question, content);
    return proposal === undefined ? [] : [[variable.name, proposal] as const];
  });
  return Object.fromEntries(proposals);
}

function proposedDate(
  { term, deadlineOf, received }: Variable,
  letter: LetterKind,
  question: ProposalQuestion,
  content: Content,
): Proposals[string] | undefined {
  if (received)
    return { date: question.received.slice(0, 10), reason: `Из\u00a0поля «${receivedLabel(letter)}»` };
  try {
    const found =
      term !== undefined
        ? deadline(term, question.received, content.agency, content.calendar)
        : deadlineOf && letterDeadline({ ...question, letter: deadlineOf }, content);
    if (found === undefined) return undefined;
    const { due, inWords, clause } = found;
    return { date: due.toPlainDate().toString(), reason: `Посчитано: ${inWords}, ${clause}` };
  } catch (error) {
    if (error instanceof DeadlineError || error instanceof CalendarError) return undefined;
    throw error;
  }
}

function line({ due, precision, inWords, clause, steps }: LetterDate, timeZone: string): DeadlineLine {
  return {
    kind: 'counted',
    due: compactMoment(due, precision, timeZone),
    instant: due.toInstant().toString(),
    inWords,
    clause,
    steps: steps.map((step) => ({ text: step.text, clause: step.clause })),
  };
}

/** «пн 23 ноября, 17:00», and with the year when it is not this one. */
function compactMoment(
  due: Temporal.ZonedDateTime,
  precision: Deadline['precision'],
  timeZone: string,
): string {
  const moment = new Date(due.epochMilliseconds);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('ru-RU', { timeZone, ...options }).format(moment);
  const otherYear = new Date().getFullYear() === due.year ? '' : ` ${due.year}`;
  const day = `${part({ weekday: 'short' })} ${part({ day: 'numeric', month: 'long' }).replace(' ', '\u00a0')}${otherYear}`;
  return precision === 'minute' ? `${day}, ${part({ hour: '2-digit', minute: '2-digit' })}` : day;
}
