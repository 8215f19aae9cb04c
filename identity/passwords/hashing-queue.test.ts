import { expect, it } from 'vitest';
import { HashingQueue } from './hashing-queue.ts';

const settled = () => new Promise((done) => setImmediate(done));

/** A queue of one at a time; each work ends when the test says so. */
function queueOfOne() {
  const queue = new HashingQueue(1, (work) => work());
  const begun: string[] = [];
  const refused: string[] = [];
  let end: () => void = () => undefined;
  const come = (name: string, network: string, known = false) => {
    queue
      .run(
        () => {
          begun.push(name);
          return new Promise<void>((resolve) => {
            end = resolve;
          });
        },
        { network, known },
      )
      .catch(() => refused.push(name));
  };
  const next = async () => {
    end();
    await settled();
  };
  return { come, next, begun, refused };
}

it('lets the networks take turns: a flood from one keeps nobody of another waiting', async () => {
  const { come, next, begun, refused } = queueOfOne();
  for (let number = 0; number < 100; number += 1) come(`flood ${number}`, '203.0.113.66');
  come('anna', '203.0.113.9');
  await settled();
  expect(refused).toHaveLength(39);
  await next();
  await next();
  expect(begun).toEqual(['flood 0', 'flood 1', 'anna']);
});

it('lets those who are known at a network come before strangers there, however many those are', async () => {
  const { come, next, begun, refused } = queueOfOne();
  for (let number = 0; number < 100; number += 1) come(`invented ${number}`, '203.0.113.9');
  come('anna', '203.0.113.9', true);
  await settled();
  await next();
  expect(begun).toEqual(['invented 0', 'anna']);
  expect(refused).not.toContain('anna');
});

it('goes on after a work that fails, and loses nobody', async () => {
  const queue = new HashingQueue(2);
  let running = 0;
  let most = 0;
  const works = Array.from({ length: 50 }, (_, number) =>
    queue.run(
      async () => {
        running += 1;
        most = Math.max(most, running);
        await settled();
        running -= 1;
        if (number % 3 === 0) throw new Error('Broken.');
        return number;
      },
      { network: `10.0.0.${number % 4}`, known: number % 2 === 0 },
    ),
  );
  const ended = await Promise.allSettled(works);
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(33);
  expect([most, running]).toEqual([2, 0]);
});
