import { describe, expect, it } from 'vitest';
import { normalisePhone, resolveProfilePath, termInWords } from './profile.ts';
import { agencySchema } from './schema/agency.ts';
import { baseAgency } from './testing/content-folder.ts';

const agency = agencySchema.parse({
  ...baseAgency,
  email: { value: 'info@example.ru', clause: 'п. 3.2' },
  links: { survey: { missing: 'Приказ не даёт адреса.', clause: 'п. 4.15' } },
  controller: { missing: 'Имя не названо.' },
});

describe('values of the profile by path', () => {
  it.each([
    ['name.genitive', { value: 'тестового департамента' }],
    ['email', { value: 'info@example.ru', clause: 'п. 3.2' }],
    ['head.name', { value: 'Иванов Иван Иванович' }],
    ['links.survey', { missing: 'Приказ не даёт адреса.', clause: 'п. 4.15' }],
    ['controller.name', { missing: 'Имя не названо.' }],
    ['drafts.expireAfterDays', { value: '30' }],
    ['officeHours.weekdays.from', { value: '09:00' }],
  ])('%s', (path, fact) => {
    expect(resolveProfilePath(agency, path)).toEqual(fact);
  });

  it.each([
    'name',
    'line.phone',
    'links.rating',
    'head',
    '',
    'nothing',
    'name.full.length',
    'constructor',
    'statutory.0',
  ])('there is no «%s»', (path) => {
    expect(resolveProfilePath(agency, path)).toBeUndefined();
  });
});

describe('terms in words', () => {
  it.each([
    [{ workingDays: 1, clause: 'п. 4.7' }, '1 рабочий день'],
    [{ workingDays: 3, clause: 'п. 8' }, '3 рабочих дня'],
    [{ workingDays: 15, clause: 'п. 6' }, '15 рабочих дней'],
    [{ calendarDays: 30, clause: 'ст. 12' }, '30 календарных дней'],
    [{ workingHours: 6, clause: 'п. 7.2' }, '6 рабочих часов'],
    [{ hours: 24, clock: 'plain', clause: 'п. 8' }, '24 часа'],
    [{ hours: 24, clock: 'working-days', clause: 'п. 4.8' }, '24 часа, не считая выходных и праздников'],
  ] as const)('%j', (term, words) => {
    expect(termInWords(term).replaceAll('\u00a0', ' ')).toBe(words);
  });
});

describe('telephone numbers', () => {
  it.each([
    '8 (383) 228-67-88',
    '+7 383 228 67 88',
    '8(383)-228-67-88',
    '7 383 2286788',
    '(383) 228-67-88',
    '8 383 228-67-88 доб. 12',
  ])('CL-2: %s is one number', (phone) => {
    expect(normalisePhone(phone)).toBe('+73832286788');
  });
});
