import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '#knowledge';
import { beginCall, type VisitCard } from './call.ts';
import { deskData } from './data.ts';
import { fillWords } from './fill.ts';
import { noteOf } from './note.ts';
import type { DeskData, DeskHours } from './types.ts';
import { visitDates } from './visit.ts';
import { isOpen, isWorking, nextClosing } from './working-days.ts';

const { content } = await readContent('content');
const data = deskData(content, new Date('2026-11-25T05:00:00Z'));
const visits = data.rules.visits ?? expect.unreachable();
const reminders = { hoursBefore: [24, 2], clause: 'п. 30' };
const orderP: DeskData = {
  ...data,
  rules: { ...data.rules, visits: { ...visits, notice: undefined, reminders } },
};
const at = (text: string) => Date.parse(`${text}:00+07:00`);

describe('the dates of a visit', () => {
  const visit: VisitCard = { day: '2026-12-09', time: '11:00', reminders: true };

  it('PV-2: the client is told five days before, on a working day', () => {
    expect(visitDates(data, visit, '2026-11-25')).toEqual({
      noticeBy: '2026-12-04',
      tooSoon: false,
      reminders: [],
    });
    // Five days before the 11th is Sunday the 6th.
    expect(visitDates(data, { ...visit, day: '2026-12-11' }, '2026-11-25')?.noticeBy).toBe('2026-12-04');
    expect(visitDates(data, { ...visit, day: '2026-11-27' }, '2026-11-25')).toMatchObject({ tooSoon: true });
    expect(visitDates(data, { ...visit, day: '' }, '2026-11-25')).toBeUndefined();
  });

  it('PV-3: reminders go out a day and two hours before, over midnight too', () => {
    expect(visitDates(orderP, visit, '2026-11-25')?.reminders).toEqual([
      { day: '2026-12-08', time: '11:00', hours: 24 },
      { day: '2026-12-09', time: '09:00', hours: 2 },
    ]);
    expect(
      visitDates(orderP, { ...visit, day: '2026-12-01', time: '01:30' }, '2026-11-25')?.reminders,
    ).toEqual([
      { day: '2026-11-30', time: '01:30', hours: 24 },
      { day: '2026-11-30', time: '23:30', hours: 2 },
    ]);
    expect(visitDates(orderP, { ...visit, time: '' }, '2026-11-25')?.reminders).toEqual([]);
  });

  it('PV-3: stand in the note, the reminders only when they are wanted', () => {
    const call = { ...beginCall(orderP, 'booking', 'call-1', at('2026-11-25T12:00')), visit };
    expect(noteOf(orderP, call)).toContain(
      'Приём: 9 декабря, 11:00.\nНапомнить: 8 декабря, 11:00 и 9 декабря, 09:00.',
    );
    const without = { ...call, visit: { ...visit, reminders: false } };
    expect(noteOf(orderP, without)).not.toContain('Напомнить');
    const M = { ...beginCall(data, 'booking', 'call-1', at('2026-11-25T12:00')), visit };
    expect(noteOf(data, M)).toContain('Сообщить о приёме не позднее 4 декабря.');
  });

  it('PV-1, PV-4: the card knows the place and the ways to cancel, each with its clause', () => {
    expect(data.rules.visits?.place?.clause).toBe('п. 8.4');
    expect(data.rules.visits?.cancelling?.ways).toEqual([
      { name: 'на сайте', value: 'https://dmp.nso.ru/' },
      { name: 'по телефону консультационной линии', value: '8 (383) 228-67-88' },
    ]);
  });
});

describe('CL-17: until when an own employee is answered', () => {
  const office: DeskHours = {
    from: '09:00',
    to: '18:00',
    lunch: { from: '13:00', to: '14:00' },
    shorterByMinutes: 60,
  };

  it.each([
    ['2026-11-25T12:00', '2026-11-25', '18:00'],
    ['2026-11-25T18:00', '2026-11-26', '18:00'],
    ['2026-11-27T19:00', '2026-11-30', '18:00'],
    ['2026-11-03T10:00', '2026-11-03', '17:00'],
    ['2026-11-03T17:10', '2026-11-05', '18:00'],
  ])('asked %s: %s, %s', (asked, day, time) => {
    expect(nextClosing(data, office, at(asked))).toMatchObject({ day, time });
  });

  it('is said in the words of the script, and left open while the hours are not known', () => {
    const said = [{ kind: 'variable', name: 'срок' }] as const;
    const script = data.scripts.find(({ id }) => id === 'booking');
    if (!script) expect.unreachable();
    const variable = { name: 'срок', type: 'text', label: 'До какого часа', call: 'end-of-day' } as const;
    const variables = [{ ...variable, hint: undefined, options: undefined, value: undefined }];
    const own = (hours: DeskHours | undefined): DeskData => ({
      ...data,
      office: hours,
      scripts: [{ ...script, variables }],
    });
    const words = (hours: DeskHours | undefined, asked: string) => {
      const known = own(hours);
      return fillWords(known, beginCall(known, 'booking', 'call-1', at(asked)), { name: '' }, said)[0];
    };
    expect(words(office, '2026-11-25T12:00')).toMatchObject({ text: 'до 18:00 сегодня' });
    expect(words(office, '2026-11-27T19:00')).toMatchObject({ text: 'до 18:00 30 ноября' });
    expect(words(undefined, '2026-11-25T12:00')).toMatchObject({ kind: 'unknown' });
  });

  it('is always a later moment, on a working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2026-01-01T00:00'), max: at('2026-12-20T00:00') }), (now) => {
        const closing = nextClosing(data, office, now);
        if (!closing) expect.unreachable();
        expect(isWorking(data, closing.day)).toBe(true);
        expect(at(`${closing.day}T${closing.time}`)).toBeGreaterThan(now);
      }),
    );
  });

  it('CL-6: tells whether somebody answers now', () => {
    expect(isOpen(data, office, at('2026-11-25T12:00'))).toBe(true);
    expect(isOpen(data, office, at('2026-11-25T13:30'))).toBe(false);
    expect(isOpen(data, office, at('2026-11-25T08:59'))).toBe(false);
    expect(isOpen(data, office, at('2026-11-03T17:00'))).toBe(false);
    expect(isOpen(data, office, at('2026-11-28T12:00'))).toBe(false);
    expect(isOpen(data, office, at('2040-11-28T12:00'))).toBeUndefined();
  });
});
