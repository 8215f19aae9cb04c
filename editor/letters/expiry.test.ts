import { expect, it } from 'vitest';
import { expiryOf } from './expiry.ts';

const drafts = { expireAfterDays: 60, sentAfterDays: 14, warnDays: 7 };
const updated = '2026-11-01T10:00:00.000Z';
const at = (day: string) => new Date(`${day}T10:00:00.000Z`);

it.each([
  ['draft', drafts, '2026-12-31T10:00:00.000Z'],
  ['approved', drafts, '2026-12-31T10:00:00.000Z'],
  ['sent', drafts, '2026-11-15T10:00:00.000Z'],
  ['sent', { expireAfterDays: 60, warnDays: 7 }, '2026-12-31T10:00:00.000Z'],
] as const)('OT-3: a letter that is %s goes by the profile %j', (state, profile, moment) => {
  expect(expiryOf({ updated, state }, profile, at('2026-11-02')).at).toBe(moment);
});

it.each([
  ['2026-12-23', false],
  ['2026-12-24', true],
  ['2027-01-05', true],
])('OT-3: says so in time: on %s %s', (day, soon) => {
  expect(expiryOf({ updated, state: 'draft' }, drafts, at(day)).soon).toBe(soon);
});
