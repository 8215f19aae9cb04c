import { lineAgency } from './scripts.ts';

/**
 * The rules of a call by the parameter table of the orders, as profiles of tests: M, U and P have a line (D has the same
 * rules of a call as M); T has none, only calls for clarification.
 */
const rules = { ...lineAgency.calls };
const { closingQuestions: _, ...withoutQuestions } = rules;

/** Order M of Novosibirsk. */
export const orderM = {
  ...lineAgency,
  calls: { ...rules, speech: { clause: 'п. 6.6' } },
  visits: {
    clause: 'п. 8.3',
    place: { clause: 'п. 8.4' },
    cancelling: {
      ways: [
        { name: 'по телефону линии', from: 'line.phone' },
        { name: 'на сайте', from: 'site' },
      ],
      clause: 'п. 8.5',
    },
  },
};

/** Order T: no line, calls to clients for clarification. */
export const orderT = { ...lineAgency, line: undefined, calls: undefined, outboundCalls: { clause: 'п. 9' } };

/** Order U of Ulyanovsk: own employees, another official. */
export const orderU = {
  ...lineAgency,
  timeZone: 'Europe/Ulyanovsk',
  terms: { ...lineAgency.terms, internalReply: { endOf: 'working-day', clause: 'п. 5.3' } },
  internalClients: { answer: { clause: 'п. 5.3' }, otherWay: { clause: 'п. 5.4' } },
  calls: {
    ...withoutQuestions,
    callbackSteps: { value: 4, clause: 'п. 3.8' },
    actForCaller: { value: 'forbidden', clause: 'п. 3.9' },
  },
  visits: {
    clause: 'п. 4.3',
    place: { clause: 'п. 4.5' },
    slots: { clause: 'п. 4.3' },
    cancelling: { ways: [{ name: 'по телефону линии', from: 'line.phone' }], clause: 'п. 4.6' },
    rescheduling: { clause: 'п. 4.4' },
  },
};

/** Order P: the crisis phrases word for word, reminders, the contact of the other body. */
export const orderP = {
  ...lineAgency,
  calls: {
    ...withoutQuestions,
    callbackSteps: { value: 4, clause: 'п. 24' },
    outOfRemitContact: { value: 'must', clause: 'п. 26' },
    actForCaller: { value: 'forbidden', clause: 'п. 25' },
    speech: { clause: 'п. 20' },
    crisis: {
      phrases: [
        {
          text: 'давайте возьмем паузу в обсуждении данного вопроса и вернемся к его решению после',
          reasons: ['уточнения информации', 'совещания с коллегами'],
        },
        {
          text: 'мы заинтересованы в дальнейшем деловом сотрудничестве, однако решение данной проблемы требует',
          reasons: ['времени', 'уточнения информации'],
        },
      ],
      clause: 'п. 27',
      ending: { clause: 'п. 27' },
    },
  },
  visits: {
    remindersHoursBefore: [24, 2],
    clause: 'п. 30',
    slots: { clause: 'п. 29' },
    place: { clause: 'п. 31' },
    cancelling: { ways: [{ name: 'по телефону линии', from: 'line.phone' }], clause: 'п. 32' },
  },
};
