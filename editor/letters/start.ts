import { Temporal } from 'temporal-polyfill';
import type { Content, Page, Variable } from '#knowledge';
import {
  type DeadlineLine,
  deadlineLine,
  type Proposals,
  proposedDates,
  receivedLabel,
} from './deadline-line.ts';
import type { ProfileValue, VariableSet } from './values.ts';
import { variableSet } from './variable-set.ts';

/** Dates that follow from when the message came: the letter's own, and proposals for its date variables. */
export interface Dates {
  readonly deadline: DeadlineLine | undefined;
  readonly proposals: Proposals;
}

/** What the form of a new draft shows. */
export interface StartView {
  /** `id` of the template. */
  readonly template: string;
  /** Kind of the letter. */
  readonly letter: string;
  readonly variables: readonly Variable[];
  readonly profile: Readonly<Record<string, ProfileValue>>;
  readonly under: VariableSet['under'];
  readonly units: readonly string[];
  /** What the moment is called that the deadline is counted from: «Поступило». */
  readonly receivedLabel: string;
  /** Now by the clock of the agency. */
  readonly received: string;
  /** Answered on the page before, if at all (WR-3). */
  readonly urgent: boolean | undefined;
  /** Whether the order knows urgent messages: else nothing is asked (WR-3). */
  readonly asksUrgency: boolean;
  /** Signs that a message to this function is urgent. */
  readonly urgentSigns: readonly string[];
  readonly dates: Dates;
}

/** Dates for a template; `received` by the clock of the agency. */
export function datesOf(
  template: Page<'template'>,
  received: string,
  urgent: boolean,
  content: Content,
): Dates {
  return {
    deadline: deadlineLine({ letter: template.data.letter, urgent, received }, content),
    proposals: proposedDates(template, { urgent, received }, content),
  };
}

/** Puts the form of a new draft together. */
export function startView(
  template: Page<'template'>,
  urgent: boolean | undefined,
  content: Content,
  now: Temporal.Instant = Temporal.Now.instant(),
): StartView {
  const { letter } = template.data;
  const asksUrgency = content.agency.terms.urgentReply !== undefined;
  const received = now
    .toZonedDateTimeISO(content.agency.timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
  return {
    ...variableSet(template, content.agency),
    template: template.id,
    letter,
    units: content.units.map(({ name }) => name),
    receivedLabel: receivedLabel(letter),
    received,
    urgent: asksUrgency ? urgent : false,
    asksUrgency,
    urgentSigns: content.functionOf(template)?.data.urgentSigns ?? [],
    dates: datesOf(template, received, urgent === true, content),
  };
}
