import { describe, expect, it } from 'vitest';
import { anonymous, atThisComputer, type Identity, type Role, roles } from './identity.ts';
import { may, mayProposeFor, type Permission, permissions, permissionsOf } from './permissions.ts';

const known = (own: readonly Role[], units: readonly string[] = []): Identity => ({
  person: { id: 'p1', name: 'Анна Белова', roles: own, units },
  session: 's1',
});
const all = Object.keys(permissions) as Permission[];

describe('may', () => {
  it('gives the person at this computer everything, and nobody who only calls himself so', () => {
    expect(permissionsOf(atThisComputer)).toEqual(all);
    expect(may({ person: { id: 'local', name: '', roles: [], units: [] } }, 'knowledge.read')).toBe(false);
    expect(may({ person: { id: 'local', name: '', roles, units: [] } }, 'letter.approve-own')).toBe(false);
  });

  it('gives nobody we know what is open, and no more', () => {
    expect(permissionsOf(anonymous)).toEqual(['open']);
    expect(permissionsOf(known([]))).toEqual(['open']);
  });

  it.each(roles)('lets a person who is %s read the knowledge base', (role) => {
    expect(may(known([role]), 'knowledge.read')).toBe(true);
    expect(may(known([role]), 'gap.note')).toBe(true);
  });

  it('keeps letters of citizens from whoever neither writes nor approves them, the administrator too', () => {
    const letters = all.filter((permission) => permission.startsWith('letter.'));
    for (const role of ['reader', 'operator', 'unit-editor', 'administrator'] as const)
      expect(permissionsOf(known([role])).filter((permission) => letters.includes(permission))).toEqual([]);
  });

  it('separates who writes from who approves', () => {
    expect(may(known(['writer']), 'letter.approve')).toBe(false);
    expect(may(known(['approver']), 'letter.write')).toBe(false);
    expect(may(known(['approver']), 'letter.submit')).toBe(false);
    expect(may(known(roles), 'letter.approve-own')).toBe(false);
  });

  it('adds up what several roles give', () => {
    const both = known(['writer', 'approver']);
    expect(may(both, 'letter.write') && may(both, 'letter.approve')).toBe(true);
  });
});

describe('mayProposeFor', () => {
  it('RF-1: lets a unit editor change pages of own units only', () => {
    const editor = known(['unit-editor'], ['letters', 'calls']);
    expect(['letters', 'calls', 'visits', undefined].map((unit) => mayProposeFor(editor, unit))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(mayProposeFor(known(['unit-editor']), 'letters')).toBe(false);
  });

  it('lets nobody change pages for having a unit alone, and an administrator change all', () => {
    expect(mayProposeFor(known(['writer', 'reader'], ['letters']), 'letters')).toBe(false);
    expect(mayProposeFor(known(['administrator']), 'visits')).toBe(true);
    expect(mayProposeFor(known(['administrator']), undefined)).toBe(true);
    expect(mayProposeFor(atThisComputer, 'visits')).toBe(true);
    expect(mayProposeFor(anonymous, 'visits')).toBe(false);
  });
});
