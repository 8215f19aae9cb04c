import { expect, it } from 'vitest';
import { Throttle } from './throttle.ts';

it('slows one person down by address, lets the same person in from elsewhere and forgets in time', () => {
  let now = 0;
  const throttle = new Throttle(() => now);
  for (let index = 0; index < 5; index += 1) {
    expect(throttle.before('anna', '10.0.0.1').refusedMs).toBe(0);
    throttle.failed('anna', '10.0.0.1');
  }
  expect(throttle.before('anna', '10.0.0.1').refusedMs).toBe(1_000);
  expect(throttle.before('anna', '10.0.0.2').refusedMs).toBe(0);
  now += 2 * 3_600_000;
  expect(throttle.before('anna', '10.0.0.1').refusedMs).toBe(0);
});

it('never shuts an office out: a hundred colleagues wrong once wait two seconds at most', () => {
  const throttle = new Throttle(() => 0);
  for (let index = 0; index < 100; index += 1) throttle.failed(`person ${index}`, '10.0.0.1');
  expect(throttle.before('another', '10.0.0.1')).toEqual({ refusedMs: 0, pauseMs: 2_000 });
});
