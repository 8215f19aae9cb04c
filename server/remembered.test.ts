import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.ts';

describe('remembered', () => {
  it('asks once for a while, and again afterwards', async () => {
    let asked = 0;
    let time = 0;
    const answer = remembered(
      async () => ++asked,
      1_000,
      () => time,
    );
    expect(await Promise.all([answer(), answer()])).toEqual([1, 1]);
    time = 999;
    expect(await answer()).toBe(1);
    time = 1_000;
    expect(await answer()).toBe(2);
  });

  it('does not remember a failure', async () => {
    let asked = 0;
    const answer = remembered(
      async () => {
        asked += 1;
        if (asked === 1) throw new Error('not yet');
        return asked;
      },
      1_000,
      () => 0,
    );
    await expect(answer()).rejects.toThrow('not yet');
    expect(await answer()).toBe(2);
  });
});
