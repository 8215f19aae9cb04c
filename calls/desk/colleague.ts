import type { DeskData, DeskPerson, DeskUnit } from './types.ts';
import { isOpen } from './working-days.ts';

/** Somebody a call can be transferred to: a person of a unit, or the unit itself (CL-6). */
export interface Colleague {
  readonly unit: DeskUnit;
  /** Undefined when the unit names no person for the question. */
  readonly person: DeskPerson | undefined;
  readonly phone: DeskUnit['phone'];
  /** Whether somebody answers now; undefined where the calendar or the hours are not known. */
  readonly open: boolean | undefined;
}

/**
 * Whom to transfer a question of a function to, the best first: those who answer for the function, then the rest of the
 * unit, then its reserve; who is not there now comes after who is (CL-6). Empty for a function without a unit.
 */
export function colleaguesFor(data: DeskData, functionId: string | undefined, now: number): Colleague[] {
  const owner = data.functions.find(({ id }) => id === functionId);
  const units = withReserves(data, owner?.unit);
  return units
    .flatMap((unit) => inUnit(data, unit, functionId, now))
    .toSorted((one, two) => Number(one.open === false) - Number(two.open === false));
}

/** The unit, its reserve, the reserve of that; each once. */
function withReserves({ units }: DeskData, first: string | undefined): DeskUnit[] {
  const found: DeskUnit[] = [];
  for (let id = first; id !== undefined; ) {
    const unit = units.find((one) => one.id === id);
    if (unit === undefined || found.includes(unit)) break;
    found.push(unit);
    id = unit.reserve;
  }
  return found;
}

function inUnit(data: DeskData, unit: DeskUnit, functionId: string | undefined, now: number): Colleague[] {
  const open = unit.hours && isOpen(data, unit.hours, now);
  const people = unit.people
    .filter(({ functions }) => functions.length === 0 || functions.includes(functionId ?? ''))
    .toSorted((one, two) => Number(one.functions.length === 0) - Number(two.functions.length === 0));
  return [
    ...people.map((person) => ({ unit, person, phone: person.phone, open })),
    { unit, person: undefined, phone: unit.phone, open },
  ];
}

/** How a colleague is named in the note and in the words: «Анна Орлова, отдел писем». */
export function colleagueName({ person, unit }: Colleague): string {
  return person ? `${person.name}, ${unit.name}` : unit.name;
}
