import { describe, expect, it } from 'vitest';
import { Meter, severityOf } from './budget.ts';

const spend = (meter: Meter, kind: 'moderate' | 'allowed', times: number, paragraph = 0) =>
  Array.from({ length: times }, () => meter.spend(kind, paragraph));

describe('LN-11: budgets instead of bans', () => {
  it('allow two moderate phrases in a paragraph', () => {
    expect(spend(new Meter(1000), 'moderate', 4)).toEqual([false, false, true, true]);
  });

  it('count the paragraphs of a text apart', () => {
    const meter = new Meter(1000);
    expect([...spend(meter, 'moderate', 2, 0), ...spend(meter, 'moderate', 2, 1)]).not.toContain(true);
  });

  it('have a limit for the whole text, by its length', () => {
    const spread = (words: number) => {
      const meter = new Meter(words);
      return Array.from({ length: 40 }, (_, paragraph) => meter.spend('moderate', paragraph)).indexOf(true);
    };
    expect(spread(100)).toBe(4);
    expect(spread(1000)).toBe(12);
    expect(spread(2000)).toBe(24);
  });

  it('make moderate phrases hints and allowed ones silent until then', () => {
    const phrase = { severity: 'warning' as const };
    expect(severityOf({ ...phrase, moderation: 'moderate' }, false)).toBe('hint');
    expect(severityOf({ ...phrase, moderation: 'moderate' }, true)).toBe('warning');
    expect(severityOf({ ...phrase, moderation: 'allowed' }, false)).toBeUndefined();
    expect(severityOf({ ...phrase, moderation: 'no' }, false)).toBe('warning');
  });
});
