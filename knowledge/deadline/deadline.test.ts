import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, CalendarError, isWorkingDay, workingDayUpTo } from '../calendar.ts';
import type { WorkingCalendar } from '../content.ts';
import { type Agency, agencySchema } from '../schema/agency.ts';
import type { LetterKind } from '../schema/letters.ts';
import type { TermName } from '../schema/term.ts';
import { baseAgency, baseCalendar2026 } from '../testing/content-folder.ts';
import { DeadlineError } from './error.ts';
import { deadline } from './index.ts';
import { statutoryDeadline } from './statutory.ts';

const calendar: WorkingCalendar = {
  years: new Map([
    [
      2025,
      {
        year: 2025,
        decree: 'постановление № 1335',
        source: 'проверочные данные',
        daysOff: ['2025-11-03', '2025-11-04', '2025-12-31'],
        workingWeekends: ['2025-11-01'],
        shortDays: ['2025-11-01'],
      },
    ],
    [2026, { ...baseCalendar2026 }],
  ]),
};

const terms = {
  urgentReply: { workingDays: 5, clause: 'п. 4.6' },
  abuseNotice: { workingDays: 1, clause: 'п. 4.7' },
  firstReply: { hours: 24, clock: 'working-days', clause: 'п. 4.8' },
  incompleteDocuments: { hours: 24, clock: 'plain', clause: 'п. 8' },
  visitNotice: { calendarDays: 5, clause: 'п. 8.3' },
  socialMention: { workingHours: 6, clause: 'п. 7.2' },
  socialRequest: { workingHours: 5, clause: 'п. 7.2' },
  internalReply: { endOf: 'working-day', clause: 'п. 5.3' },
};

/** The profile of the tests with some fields changed, checked by the schema. */
function agencyWith(changes: object = {}): Agency {
  return agencySchema.parse({ ...baseAgency, terms, ...changes });
}

const due = (term: TermName, at: string, changes?: object) => {
  const result = deadline(term, at, agencyWith(changes), calendar);
  return result.precision === 'day'
    ? result.due.toPlainDate().toString()
    : result.due.toPlainDateTime().toString({ smallestUnit: 'minute' });
};

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const told = (term: TermName, at: string, changes?: object) =>
  deadline(term, at, agencyWith(changes), calendar).steps.map(({ text }) => plain(text));

describe('a year without its decree', () => {
  const preliminary: WorkingCalendar = {
    years: new Map([
      ...calendar.years,
      [
        2027,
        {
          year: 2027,
          decree: { missing: 'Постановление ещё не вышло.' },
          source: 'ТК РФ',
          daysOff: ['2027-01-01', '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08'],
          workingWeekends: [],
          shortDays: [],
        },
      ],
    ]),
  };

  it('WR-4: a date counted through it says that it may move', () => {
    const result = deadline('urgentReply', '2026-12-29', agencyWith(), preliminary);
    expect(result.due.toPlainDate().toString()).toBe('2027-01-14');
    expect(result.steps.map(({ text }) => text)).toContain(
      'Календарь на 2027 год предварительный: постановления о переносе выходных нет. Проверьте дату, когда оно выйдет.',
    );
  });

  it('WR-4: a date before it says nothing of it', () => {
    const steps = deadline('urgentReply', '2026-11-16', agencyWith(), preliminary).steps;
    expect(steps.filter(({ text }) => text.includes('предварительный'))).toEqual([]);
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-16', '2026-11-23'],
    ['2026-11-20T17:00', '2026-11-27'],
    ['2026-11-21', '2026-11-27'],
    ['2026-10-30', '2026-11-09'],
  ])('WR-4: an urgent message of %s is answered by %s', (received, last) => {
    expect(due('urgentReply', received)).toBe(last);
  });

  it('WR-5: one working day after Friday is Monday', () => {
    expect(due('abuseNotice', '2026-11-20T23:59')).toBe('2026-11-23');
  });

  it('WR-4: fifteen days in profile D, counted in its own zone', () => {
    const profile = {
      timeZone: 'Europe/Moscow',
      terms: { urgentReply: { workingDays: 15, clause: 'ПВ¶6' } },
    };
    // 22:30 UTC on the 19th is already the 20th in Moscow.
    expect(due('urgentReply', '2026-11-19T22:30Z', profile)).toBe('2026-12-11');
  });

  it('counts the day of receipt as day 1 when the profile says so', () => {
    const counting = { dayOfReceipt: 'same-day', reason: 'так велит порядок' };
    expect(due('urgentReply', '2026-11-16', { counting })).toBe('2026-11-20');
    expect(due('urgentReply', '2026-11-21', { counting })).toBe('2026-11-27');
  });

  it('works on a weekend that the decree made a working day', () => {
    expect(due('abuseNotice', '2025-10-31')).toBe('2025-11-01');
    expect(due('urgentReply', '2025-10-31')).toBe('2025-11-10');
  });

  it('explains the way to the date in Russian, with the clause', () => {
    const { steps, dueText, clause } = deadline('urgentReply', '2026-10-30T10:00', agencyWith(), calendar);
    expect(steps.map(({ text }) => plain(text))).toEqual([
      'Поступило: пятница, 30 октября 2026 года, 10:00 (UTC+7).',
      'Первый день срока — понедельник, 2 ноября. Срок считают со следующего дня.',
      'Выходные не считаются: 31 октября — 1 ноября, 7–8 ноября.',
      'Праздники и перенесённые выходные не считаются: 4 ноября.',
      '5-й рабочий день — понедельник, 9 ноября.',
    ]);
    expect(plain(dueText)).toBe('понедельник, 9 ноября 2026 года');
    expect(clause).toBe('п. 4.6');
  });
});

describe('the clock in hours', () => {
  it.each([
    ['2026-11-17T10:30', '2026-11-18T10:30'],
    ['2026-11-20T17:00', '2026-11-23T17:00'],
    ['2026-11-03T15:00', '2026-11-05T15:00'],
    ['2026-11-22T10:00', '2026-11-23'],
    ['2026-11-20T00:00', '2026-11-20'],
  ])('WR-6: the 24-hour clock stops on days off: %s → %s', (received, last) => {
    expect(due('firstReply', received)).toBe(last);
  });

  it('WR-6: says that the clock stood still', () => {
    expect(told('firstReply', '2026-11-21T12:00')).toEqual([
      'Поступило: суббота, 21 ноября 2026 года, 12:00 (UTC+7).',
      'В рабочие дни часы идут круглые сутки, в выходные и праздники стоят.',
      'Поступило в нерабочий день (суббота, 21 ноября): часы пойдут с начала рабочего дня.',
      'Выходные не считаются: 21–22 ноября.',
      'Часы истекают в конце дня: понедельник, 23 ноября.',
    ]);
  });

  it('WR-13: the plain clock runs through the weekend', () => {
    expect(due('incompleteDocuments', '2026-11-20T17:00')).toBe('2026-11-21T17:00');
  });

  it('wants the time of receipt for a term in hours', () => {
    expect(() => due('firstReply', '2026-11-20')).toThrow(/считают в часах\. Укажите и время/);
  });
});

describe('CL-17: until the end of the working day', () => {
  const hours = (preHolidayShorterByMinutes: number) => ({
    officeHours: { value: { weekdays: { from: '09:00', to: '18:00' }, preHolidayShorterByMinutes } },
  });

  it.each([
    ['2026-11-16T09:30', '2026-11-16T18:00'],
    ['2026-11-16T17:59', '2026-11-16T18:00'],
    ['2026-11-16T06:00', '2026-11-16T18:00'],
    ['2026-11-16', '2026-11-16T18:00'],
    ['2026-11-16T18:00', '2026-11-17T18:00'],
    ['2026-11-20T19:10', '2026-11-23T18:00'],
    ['2026-11-21T11:00', '2026-11-23T18:00'],
    ['2026-11-03T16:59', '2026-11-03T17:00'],
    ['2026-11-03T17:30', '2026-11-05T18:00'],
  ])('asked %s, answered by %s', (asked, expected) => {
    expect(due('internalReply', asked, hours(60))).toBe(expected);
  });

  it('says when the office had closed, and the clause', () => {
    const { steps, inWords } = deadline('internalReply', '2026-11-03T17:30', agencyWith(hours(60)), calendar);
    expect(plain(inWords)).toBe('до конца рабочего дня');
    expect(steps.map(({ text }) => plain(text))).toContain(
      'Спросили, когда ведомство уже не работало: считается следующий рабочий день.',
    );
    expect(steps.at(-1)).toMatchObject({ clause: 'п. 5.3' });
  });
});

describe('OT-2: working hours', () => {
  const officeHours = {
    value: {
      weekdays: { from: '09:00', to: '18:00' },
      lunch: { from: '13:00', to: '14:00' },
      preHolidayShorterByMinutes: 60,
      clause: 'служебный распорядок',
    },
  };

  it.each([
    ['socialMention', '2026-11-16T09:00', '2026-11-16T16:00'],
    ['socialMention', '2026-11-16T12:00', '2026-11-17T10:00'],
    ['socialMention', '2026-11-16T13:30', '2026-11-17T11:00'],
    ['socialRequest', '2026-11-16T20:00', '2026-11-17T15:00'],
    ['socialRequest', '2026-11-16T03:00', '2026-11-16T15:00'],
    ['socialRequest', '2026-11-21T12:00', '2026-11-23T15:00'],
    ['socialRequest', '2026-11-16T12:00', '2026-11-16T18:00'],
    // 3 November closes at 17:00, the 4th is a holiday.
    ['socialRequest', '2026-11-03T15:00', '2026-11-05T12:00'],
  ] as const)('%s of %s is answered by %s', (term, received, last) => {
    expect(due(term, received, { officeHours })).toBe(last);
  });

  it('explains lunch, the short day and days off', () => {
    expect(told('socialRequest', '2026-11-03T15:00', { officeHours })).toEqual([
      'Появилось: вторник, 3 ноября 2026 года, 15:00 (UTC+7).',
      'Считаются только часы работы: с 09:00 до 18:00, перерыв с 13:00 до 14:00 не считается.',
      'Короче на 60 минут: 3 ноября.',
      'Праздники и перенесённые выходные не считаются: 4 ноября.',
      '5 рабочих часов от 3 ноября, 15:00 — это четверг, 5 ноября, 12:00.',
    ]);
  });

  it('does not guess office hours that the profile does not know', () => {
    const missing = { officeHours: { missing: 'Приказ их не называет.' } };
    expect(() => due('socialMention', '2026-11-16T09:00', missing)).toThrow(
      'Срок в рабочих часах не посчитать: рабочие часы ведомства неизвестны. Приказ их не называет.',
    );
  });
});

describe('PV-2: counted back from a visit', () => {
  it.each([
    ['2026-11-25', '2026-11-20'],
    ['2026-11-26', '2026-11-20'],
    ['2026-11-30', '2026-11-25'],
  ])('of the visit on %s a citizen hears by %s', (visit, last) => {
    expect(due('visitNotice', visit)).toBe(last);
  });

  it('counts working days back as well', () => {
    expect(
      due('visitNotice', '2026-11-06', { terms: { visitNotice: { workingDays: 3, clause: 'п. 1' } } }),
    ).toBe('2026-11-02');
  });

  it('refuses hours that stop, which mean nothing before an event', () => {
    const visitNotice = { hours: 24, clock: 'working-days', clause: 'п. 1' };
    expect(() => due('visitNotice', '2026-11-06T10:00', { terms: { visitNotice } })).toThrow(
      /Срок до события/,
    );
  });
});

describe('KB-9: terms set by law', () => {
  const statutory = [
    {
      act: '59-ФЗ, ст. 12',
      title: 'Ответить по существу',
      term: { calendarDays: 30, clause: 'ч. 1 ст. 12' },
      besides: ['urgentReply'],
    },
    {
      act: '59-ФЗ, ст. 8',
      title: 'Зарегистрировать',
      term: { calendarDays: 3, clause: 'ч. 2 ст. 8' },
      besides: ['firstReply'],
    },
  ];

  it('shows the law beside the agency, and takes the earlier date', () => {
    const own = deadline('urgentReply', '2026-11-16', agencyWith({ statutory }), calendar);
    expect(own).toMatchObject({ setBy: 'agency', clause: 'п. 4.6' });
    expect(own.statutory.map(({ counted }) => counted?.due.toPlainDate().toString())).toEqual(['2026-12-16']);

    const slow = { urgentReply: { workingDays: 40, clause: 'п. 1' } };
    const law = deadline('urgentReply', '2026-11-02', agencyWith({ statutory, terms: slow }), calendar);
    expect(law).toMatchObject({ setBy: 'law', clause: 'ч. 1 ст. 12' });
    expect(law.due.toPlainDate().toString()).toBe('2026-12-02');
    expect(law.own.due.year).toBe(2026);
    expect(law.steps.at(-1)?.text).toBe('Срок закона наступает раньше, поэтому действует он.');
  });

  it('moves a calendar term that ends on a day off to the working day before', () => {
    const law = deadline('urgentReply', '2026-11-06', agencyWith({ statutory }), calendar).statutory[0];
    expect(law?.counted?.due.toPlainDate().toString()).toBe('2026-12-04');
    expect(law?.counted?.steps.map(({ text }) => plain(text)).slice(-2)).toEqual([
      '30-й день — воскресенье, 6 декабря, это выходной.',
      'Берём рабочий день перед ним: пятница, 4 декабря.',
    ]);
  });

  it('never ends before the message came, when a whole term lies in days off', () => {
    const law = deadline('firstReply', '2026-01-01T10:00', agencyWith({ statutory }), calendar).statutory[0];
    expect(law?.counted?.due.toPlainDate().toString()).toBe('2026-01-12');
  });

  it('leaves a law open that runs into a year without a calendar, when the own date is sure to be earlier', () => {
    const result = deadline('urgentReply', '2026-12-10', agencyWith({ statutory }), calendar);
    expect(result.due.toPlainDate().toString()).toBe('2026-12-17');
    expect(result.statutory[0]).toMatchObject({
      counted: undefined,
      unknown: expect.stringContaining('2027'),
    });
  });
});

describe('KB-9: terms that the law sets for a letter', () => {
  const law = (act: string, days: number, letters: string[]) => ({
    act,
    title: 'Сделать',
    term: { calendarDays: days, clause: act },
    letters,
  });
  const statutory = [law('первый закон', 30, ['refusal']), law('второй закон', 7, ['refusal', 'mailing'])];
  const dueOf = (letter: LetterKind, at: string) =>
    statutoryDeadline(letter, at, agencyWith({ statutory }), calendar);

  it('takes the earliest, and tells of the others', () => {
    const found = dueOf('refusal', '2026-11-16');
    expect(found).toMatchObject({ act: 'второй закон', precision: 'day' });
    expect(found?.due.toPlainDate().toString()).toBe('2026-11-23');
    expect(found?.steps.map(({ text }) => plain(text)).at(-1)).toMatch(
      /^По закону: 30 календарных дней [–—] .*16 декабря/,
    );
  });

  it('sets no term for a letter that no law names', () => {
    expect(dueOf('final-reply', '2026-11-16')).toBeUndefined();
  });

  it('needs no calendar of the next year for a later law, and guesses no date without it', () => {
    expect(dueOf('refusal', '2026-12-10')?.due.toPlainDate().toString()).toBe('2026-12-17');
    expect(() => dueOf('mailing', '2026-12-28')).toThrow(DeadlineError);
  });
});

describe('what cannot be counted', () => {
  it('says that a year has no calendar, and guesses nothing', () => {
    expect(() => due('urgentReply', '2026-12-29')).toThrow(CalendarError);
    expect(() => due('urgentReply', '2026-12-29')).toThrow(/Нет рабочего календаря на 2027 год/);
    expect(() => due('urgentReply', '2024-12-02')).toThrow(/2024/);
  });

  it('says that a term is switched off', () => {
    expect(() => due('socialMention', '2026-11-20T10:00', { terms: {} })).toThrow(
      /Срок «socialMention» в профиле выключен/,
    );
  });

  it.each(['вчера', '2026-02-30', '32.01.2026', '2026-11-20T25:00', ''])(
    'says that «%s» is no date',
    (text) => {
      expect(() => due('urgentReply', text)).toThrow(/— не дата\. Напишите дату/);
    },
  );

  it('reads dates as people write them', () => {
    for (const text of [
      '20.11.2026 9:05',
      '2026-11-20 09:05',
      '2026-11-20T09:05',
      '2026-11-20T02:05Z',
      '2026-11-20T05:05+03:00',
    ])
      expect(due('firstReply', text)).toBe('2026-11-23T09:05');
  });
});

describe('deadlines, on any moment', () => {
  const zone = fc.constantFrom('Asia/Novosibirsk', 'Europe/Ulyanovsk', 'Europe/Moscow');
  const minutes = fc.integer({ min: 0, max: 330 * 24 * 60 });
  const moment = (timeZone: string, minute: number) =>
    Temporal.ZonedDateTime.from({ timeZone, year: 2026, month: 1, day: 12 }).add({ minutes: minute });
  const name = fc.constantFrom<TermName>(
    'urgentReply',
    'abuseNotice',
    'firstReply',
    'socialMention',
    'socialRequest',
  );
  const officeHours = {
    value: {
      weekdays: { from: '08:30', to: '17:15' },
      lunch: { from: '12:30', to: '13:15' },
      preHolidayShorterByMinutes: 60,
    },
  };

  it('never ends before receipt, nor on a day off', () => {
    fc.assert(
      fc.property(zone, minutes, name, (timeZone, minute, term) => {
        const at = moment(timeZone, minute);
        const result = deadline(term, at, agencyWith({ timeZone, officeHours }), calendar);
        expect(Temporal.ZonedDateTime.compare(result.due, at)).toBeGreaterThan(0);
        expect(isWorkingDay(calendar, result.due.toPlainDate())).toBe(true);
        expect(result.due.timeZoneId).toBe(timeZone);
      }),
    );
  });

  it('a later message never has an earlier deadline', () => {
    fc.assert(
      fc.property(zone, minutes, minutes, name, (timeZone, first, second, term) => {
        const [early, late] = [Math.min(first, second), Math.max(first, second)];
        const agency = agencyWith({ timeZone, officeHours });
        const a = deadline(term, moment(timeZone, early), agency, calendar).due;
        const b = deadline(term, moment(timeZone, late), agency, calendar).due;
        expect(Temporal.ZonedDateTime.compare(a, b)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('the stopping clock gives at least as long as the plain one, and exactly its hours of working days', () => {
    fc.assert(
      fc.property(zone, minutes, (timeZone, minute) => {
        const at = moment(timeZone, minute);
        const { due: end, precision } = deadline('firstReply', at, agencyWith({ timeZone }), calendar);
        const until = precision === 'day' ? end.add({ minutes: 1 }) : end;
        let worked = 0;
        for (let now = at; Temporal.ZonedDateTime.compare(now, until) < 0; ) {
          const midnight = now.startOfDay().add({ days: 1 });
          const next = Temporal.ZonedDateTime.compare(midnight, until) < 0 ? midnight : until;
          if (isWorkingDay(calendar, now.toPlainDate())) worked += now.until(next).total('minutes');
          now = next;
        }
        expect(worked).toBe(24 * 60);
      }),
    );
  });

  it('adding working days and taking them away comes back to a working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 1, max: 30 }), (offset, count) => {
        const start = Temporal.PlainDate.from('2026-02-02').add({ days: offset });
        const there = addWorkingDays(calendar, start, count);
        expect(addWorkingDays(calendar, there, -count).equals(workingDayUpTo(calendar, start))).toBe(true);
      }),
    );
  });

  it('counts the same day in every zone without a change of clocks', () => {
    fc.assert(
      fc.property(minutes, name, (minute, term) => {
        const local = (timeZone: string) =>
          deadline(term, moment(timeZone, minute), agencyWith({ timeZone, officeHours }), calendar)
            .due.toPlainDateTime()
            .toString();
        expect(local('Europe/Ulyanovsk')).toBe(local('Asia/Novosibirsk'));
        expect(local('Europe/Moscow')).toBe(local('Asia/Novosibirsk'));
      }),
    );
  });
});
