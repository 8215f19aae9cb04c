import { type Agency, type Fact, type Hours, resolveProfilePath, type Visits } from '#knowledge';
import type { DeskHours, DeskVisits } from './types.ts';

/** Hours as the call screen counts with them. */
export function deskHours({ weekdays, lunch, preHolidayShorterByMinutes }: Hours): DeskHours {
  return { ...weekdays, lunch, shorterByMinutes: preHolidayShorterByMinutes };
}

/** When the office works; undefined while nobody has given it. */
export function officeHours({ officeHours: hours }: Agency): DeskHours | undefined {
  return 'value' in hours ? deskHours(hours.value) : undefined;
}

/** When the line is open: its own hours, else the office's, else the usual ones. */
export function lineHours(agency: Agency): DeskHours {
  const usual = { from: '09:00', to: '18:00', lunch: undefined, shorterByMinutes: 0 };
  return agency.line?.hours ? deskHours(agency.line.hours) : (officeHours(agency) ?? usual);
}

/** The value of a fact, if somebody has given it. */
export function factValue(fact: Fact<string> | undefined): string | undefined {
  return fact && 'value' in fact ? fact.value : undefined;
}

/** What the order asks of a booking (PV-1…PV-4). */
export function visitsOf(agency: Agency, visits: Visits): DeskVisits {
  const { place, cancelling, remindersHoursBefore, clause } = visits;
  return {
    place: place && { address: agency.address, directions: agency.directions, clause: place.clause },
    notice: noticeOf(agency),
    reminders: remindersHoursBefore.length > 0 ? { hoursBefore: remindersHoursBefore, clause } : undefined,
    cancelling: cancelling && {
      ways: cancelling.ways.map(({ name, from }) => ({
        name,
        value: from === undefined ? undefined : factValue(resolveProfilePath(agency, from)),
      })),
      clause: cancelling.clause,
    },
  };
}

/** A notice before a visit is counted in days; in hours it says nothing of a day. */
function noticeOf({ terms }: Agency): DeskVisits['notice'] {
  const term = terms.visitNotice;
  if (term === undefined) return undefined;
  if ('calendarDays' in term) return { days: term.calendarDays, working: false, clause: term.clause };
  return 'workingDays' in term ? { days: term.workingDays, working: true, clause: term.clause } : undefined;
}
