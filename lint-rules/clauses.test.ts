import { describe, expect, it } from 'vitest';
import { basisOf, clausesFrom, demands, dutiesOf } from './clauses.ts';
import { ruleIds } from './types.ts';

describe('clauses of the rules', () => {
  it('cite the closest duty that the order names', () => {
    const clauses = clausesFrom({ clarity: 'п. 4.2', brevity: 'п. 6.6' });
    expect(clauses).toMatchObject({ officialese: 'п. 4.2', passive: 'п. 4.2', 'sentence-length': 'п. 6.6' });
    expect(clauses).not.toHaveProperty('colloquialism');
  });

  it('cite nothing when the order says nothing of language', () => {
    expect(clausesFrom({})).toEqual({});
  });

  it('LN-10: tell all that a rule rests on, with the clause where the order makes the demand', () => {
    expect(basisOf('passive', { clarity: 'п. 4.2' })).toEqual([
      { duty: 'activeVoice', ...demands.activeVoice },
      { duty: 'clarity', ...demands.clarity, clause: 'п. 4.2' },
    ]);
  });

  it('know a duty for every rule but those whose clause stands elsewhere in the profile', () => {
    expect(ruleIds.filter((rule) => dutiesOf[rule].length === 0)).toEqual([
      'missing-part',
      'acting-for-caller',
    ]);
    for (const { requirements } of Object.values(demands)) expect(requirements).not.toEqual([]);
  });
});
