import { type Agency, type CheckedReading, type Problem, reporter } from '#knowledge';
import type { CallGraph, CallStep } from '../graph.ts';
import { proveAlong } from './along.ts';
import { startsOf, stepsOf } from './openings.ts';
import type { Proof } from './proof.ts';
import { plainly, saysProfileValue } from './said.ts';

/** Something that a caller who books a visit is told. */
interface Told {
  /** How it is called in the message, in the accusative. */
  readonly name: string;
  readonly by: (step: CallStep) => boolean;
}

interface BookingDuty {
  readonly told: readonly Told[];
  readonly clause: string;
  readonly way: string;
}

/** Proves that on every way with a booking the caller is told everything before the call ends. */
function toldOnBooking(graph: CallGraph, reading: CheckedReading, duty: BookingDuty): Problem[] {
  const { told, clause, way } = duty;
  return told.flatMap(({ name, by }) =>
    proveAlong<{ booked: boolean; told: boolean }>(
      graph,
      reading,
      startsOf(graph),
      {
        begin: { booked: false, told: false },
        enter: (memory, step) =>
          step.step.kind === 'cancelling'
            ? { booked: false, told: false }
            : {
                booked: memory.booked || step.step.kind === 'booking',
                told: memory.told || by(step),
              },
        brokenByEnd: (memory) => memory.booked && !memory.told,
      },
      {
        rule: 'script-booking',
        fault: () => `Человека записали на приём, а ${name} не назвали`,
        clause,
        way,
      },
    ),
  );
}

/** PV-1, PV-3, PV-4: where the line books visits, there is a script for it, and one to cancel. */
export const visitScripts: Proof = (graph, reading) => {
  const visits = booking(reading);
  const duty = visits?.place ?? visits?.slots ?? visits?.cancelling;
  if (!visits || !duty) return [];
  const report = reporter('script-required', reading);
  const problems: Problem[] = [];
  if (stepsOf(graph, 'booking').length === 0)
    problems.push(
      report.at(
        'agency.yml',
        ['visits'],
        `На приём записывают и по телефону (${duty.clause}), а сценария записи нет. Добавьте в scripts сценарий с шагом kind: booking.`,
      ),
    );
  const byPhone = visits.cancelling?.ways.some(({ from }) => from === 'line.phone');
  if (visits.cancelling && byPhone && stepsOf(graph, 'cancelling').length === 0)
    problems.push(
      report.at(
        'agency.yml',
        ['visits', 'cancelling'],
        `Запись отменяют и по телефону (${visits.cancelling.clause}), а сценария отмены нет. Добавьте в scripts сценарий с шагом kind: cancelling.`,
      ),
    );
  return problems;
};

/** PV-1: whoever books a visit is told where to come and how to get there. */
export const placeTold: Proof = (graph, reading) => {
  const place = booking(reading)?.place;
  if (!place) return [];
  return toldOnBooking(graph, reading, {
    told: [
      { name: 'адрес', by: (step) => saysProfileValue(step, 'address') },
      { name: 'дорогу', by: (step) => saysProfileValue(step, 'directions') },
    ],
    clause: place.clause,
    way: 'Назовите место в шаге kind: booking переменными с from: address и from: directions.',
  });
};

const slot =
  /(?:удобн|подход|выбер|выбир|свободн)[^.?!]*(?:врем|ден|дн|час)|(?:врем|ден|дн|час)[^.?!]*(?:удобн|подход|выбер|выбир|свободн)/u;

/** PV-3: whoever books a visit chooses among the free times, and is offered the reminders. */
export const slotsAndReminders: Proof = (graph, reading) => {
  const visits = booking(reading);
  if (!visits) return [];
  const { slots, remindersHoursBefore, clause } = visits;
  return [
    ...(slots
      ? toldOnBooking(graph, reading, {
          told: [{ name: 'свободное время на выбор', by: ({ said }) => slot.test(plainly(said)) }],
          clause: slots.clause,
          way: 'Спросите в шаге kind: booking: «Какое время Вам удобно?»',
        })
      : []),
    ...(remindersHoursBefore.length > 0
      ? toldOnBooking(graph, reading, {
          told: remindersHoursBefore.map((hours) => ({
            name: `напоминание за ${hours} ч`,
            by: ({ said }) => /напомн|напомин/u.test(plainly(said)) && beforehand(hours).test(plainly(said)),
          })),
          clause,
          way: 'Предложите его в шаге kind: booking: «Напомнить Вам о приёме за сутки или за два часа?»',
        })
      : []),
  ];
};

const hoursInWords: Readonly<Record<number, string>> = {
  1: 'час',
  2: 'два час',
  3: 'три час',
  24: 'сутки|день|двадцать четыре час',
  48: 'двое суток|два дня',
};

/** «за сутки», «за два часа», «за 2 часа». */
function beforehand(hours: number): RegExp {
  const days = hours % 24 === 0 ? `|${hours / 24} (?:дн|ден|сут)` : '';
  return new RegExp(`(?:за|или) (?:${hours} час${days}|${hoursInWords[hours] ?? '$^'})`, 'u');
}

/** PV-4: whoever books a visit is told how to cancel, in every way that the profile lists. */
export const cancelWaysTold: Proof = (graph, reading) => {
  const duty = booking(reading)?.cancelling;
  if (!duty) return [];
  return toldOnBooking(graph, reading, {
    told: duty.ways.map(({ name, from }) => ({
      name: `способ отменить запись «${name}»`,
      by: (step) =>
        from === undefined ? plainly(step.said).includes(plainly(name)) : saysProfileValue(step, from),
    })),
    clause: duty.clause,
    way: 'Перечислите в шаге kind: booking все способы: номер и адрес — переменными с from, остальные — словами профиля.',
  });
};

/** Visits are booked on the line: without a line nothing is asked of its scripts. */
function booking({ content }: CheckedReading): Agency['visits'] {
  return content.agency?.line && content.agency.visits;
}
