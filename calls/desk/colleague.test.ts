import { describe, expect, it } from 'vitest';
import { colleagueName, colleaguesFor } from './colleague.ts';
import type { DeskData, DeskHours, DeskPerson, DeskUnit } from './types.ts';

const hours: DeskHours = { from: '09:00', to: '18:00', lunch: undefined, shorterByMinutes: 60 };
const person = (name: string, ...functions: string[]): DeskPerson => ({
  name,
  post: 'специалист',
  phone: { value: '8 (383) 200-00-09' },
  functions,
});
const unit = (id: string, changes: Partial<DeskUnit> = {}): DeskUnit => ({
  id,
  name: `отдел ${id}`,
  head: { missing: 'не назван' },
  phone: { value: '8 (383) 200-00-01' },
  hours,
  people: [],
  reserve: undefined,
  ...changes,
});
const now = Date.parse('2026-11-25T12:00:00+07:00');

function named(units: DeskUnit[], at = now) {
  const data = {
    agency: { name: '', short: '', timeZone: 'Asia/Novosibirsk' },
    functions: [{ id: 'messages', title: 'Сообщения', unit: 'letters', url: '/' }],
    calendar: [{ year: 2026, daysOff: [], workingWeekends: [], shortDays: [] }],
    units,
  } as unknown as DeskData;
  return colleaguesFor(data, 'messages', at).map(colleagueName);
}

describe('CL-6: whom to transfer to', () => {
  it('who answers for the function comes first, then the unit, then its reserve', () => {
    const letters = unit('letters', {
      people: [person('Анна'), person('Пётр', 'messages'), person('Вера', 'mailings')],
      reserve: 'line',
    });
    expect(named([letters, unit('line')])).toEqual([
      'Пётр, отдел letters',
      'Анна, отдел letters',
      'отдел letters',
      'отдел line',
    ]);
  });

  it('who is not there now comes after who is', () => {
    const letters = unit('letters', { hours: { ...hours, to: '11:00' }, reserve: 'line' });
    expect(named([letters, unit('line')])).toEqual(['отдел line', 'отдел letters']);
    const night = Date.parse('2026-11-25T23:00:00+07:00');
    expect(named([letters, unit('line')], night)).toEqual(['отдел letters', 'отдел line']);
  });

  it('units that stand in for each other are each named once; an unknown one is not', () => {
    const circle = [unit('letters', { reserve: 'line' }), unit('line', { reserve: 'letters' })];
    expect(named(circle)).toEqual(['отдел letters', 'отдел line']);
    expect(named([unit('letters', { reserve: 'nobody' })])).toEqual(['отдел letters']);
    expect(named([unit('other')])).toEqual([]);
  });
});
