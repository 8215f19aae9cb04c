import { describe, expect, it } from 'vitest';
import { clausesFrom } from './clauses.ts';

describe('clauses of the rules', () => {
  it('cite the closest duty that the order names', () => {
    const clauses = clausesFrom({ clarity: 'п. 4.2', brevity: 'п. 6.6' });
    expect(clauses).toMatchObject({ officialese: 'п. 4.2', passive: 'п. 4.2', 'sentence-length': 'п. 6.6' });
    expect(clauses).not.toHaveProperty('colloquialism');
  });

  it('cite nothing when the order says nothing of language', () => {
    expect(clausesFrom({})).toEqual({});
  });
});
