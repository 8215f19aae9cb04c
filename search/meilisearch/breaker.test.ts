import { describe, expect, it } from 'vitest';
import { Breaker } from './breaker.ts';

const settings = { failures: 3, pauseMs: 100, longestPauseMs: 300 };

function breakerAt() {
  let time = 0;
  const breaker = new Breaker(settings, () => time);
  return {
    breaker,
    wait(milliseconds: number) {
      time += milliseconds;
    },
  };
}

function opened() {
  const made = breakerAt();
  for (let failure = 0; failure < 3; failure++) made.breaker.failed();
  return made;
}

describe('the circuit breaker', () => {
  it('opens after failures in a row, and says so once', () => {
    const { breaker } = breakerAt();
    expect([breaker.failed(), breaker.failed(), breaker.failed(), breaker.failed()]).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(breaker.admit()).toBe(false);
  });

  it('counts failures in a row only', () => {
    const { breaker } = breakerAt();
    for (let round = 0; round < 5; round++) {
      breaker.failed();
      breaker.failed();
      breaker.succeeded();
    }
    expect(breaker.open).toBe(false);
  });

  it('opens at once when the next call would fail too', () => {
    const { breaker } = breakerAt();
    expect(breaker.failed(true)).toBe(true);
    expect(breaker.open).toBe(true);
  });

  it('lets one through as a trial after the pause, and no other until it is back', () => {
    const { breaker, wait } = opened();
    wait(99);
    expect(breaker.admit()).toBe(false);
    wait(1);
    expect([breaker.admit(), breaker.admit()]).toEqual([true, false]);
    expect(breaker.succeeded()).toBe(true);
    expect([breaker.admit(), breaker.admit()]).toEqual([true, true]);
  });

  it('doubles the pause after every failed trial, up to the longest', () => {
    const { breaker, wait } = opened();
    const pauses = [100, 200, 300, 300].map((pause) => {
      wait(pause - 1);
      const early = breaker.admit();
      wait(1);
      const admitted = breaker.admit();
      breaker.failed();
      return [early, admitted];
    });
    expect(pauses).toEqual(Array.from({ length: 4 }, () => [false, true]));
  });

  it('is not kept open longer by calls that were under way when it opened', () => {
    const { breaker, wait } = opened();
    wait(60);
    breaker.failed();
    wait(40);
    expect(breaker.admit()).toBe(true);
  });
});
