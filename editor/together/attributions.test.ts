import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attributed, Attributions, attributionNews, readAttributionNews } from './attributions.ts';

const longest = 40;

/** What the server may have taken down: an owner a client, and stretches of others that do not lie over each other. */
const anyList: fc.Arbitrary<Attributed[]> = fc
  .array(
    fc.record({
      client: fc.constantFrom(1, 2, 3),
      from: fc.integer({ min: 0, max: longest }),
      length: fc.integer({ min: 1, max: 6 }),
      name: fc.constantFrom('Анна', 'Борис', 'Вера'),
      owns: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((rows) => {
    const taken = new Set<string>();
    return rows.flatMap(({ client, from, length, name, owns }): Attributed[] => {
      if (owns) return [{ client, from, person: name, name }];
      const clocks = Array.from({ length }, (_, index) => `${client} ${from + index}`);
      if (clocks.some((clock) => taken.has(clock))) return [];
      for (const clock of clocks) taken.add(clock);
      return [{ client, from, to: from + length, person: name, name }];
    });
  });

describe('who brought which changes', () => {
  it('is what was taken down first, change by change, for every list', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const attributions = new Attributions(list);
        for (const client of [1, 2, 3])
          for (let clock = 0; clock < longest + 10; clock += 1) {
            const other = list.find(
              ({ client: own, from, to }) =>
                own === client && to !== undefined && from <= clock && clock < to,
            );
            const owner = list.find((one) => one.client === client && one.to === undefined);
            const expected = other?.name ?? (owner && owner.from <= clock ? owner.name : undefined);
            expect(attributions.nameOf(client, clock)).toBe(expected);
          }
      }),
    );
  });

  it('names everybody in a stretch who is named change by change, and nobody else', () => {
    const clock = fc.integer({ min: 0, max: longest + 10 });
    fc.assert(
      fc.property(anyList, fc.constantFrom(1, 2, 3), clock, clock, (list, client, one, two) => {
        const attributions = new Attributions(list);
        const [from, to] = [Math.min(one, two), Math.max(one, two)];
        const each = Array.from({ length: to - from }, (_, index) =>
          attributions.nameOf(client, from + index),
        );
        const expected = [...new Set(each)].filter((name) => name !== undefined).toSorted();
        expect(attributions.namesIn(client, from, to).toSorted()).toEqual(expected);
      }),
    );
  });

  it('reaches a desk as it is, without the ids of accounts', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const news = attributionNews(list);
        expect(readAttributionNews(news)).toEqual(list.map((one) => ({ ...one, person: '' })));
        expect(JSON.parse(news)).not.toHaveProperty('person');
      }),
    );
  });

  it('is read from nothing else', () => {
    for (const payload of ['', '{', 'null', '[]', '{"kind":"state","list":[]}', '{"kind":"attributions"}'])
      expect(readAttributionNews(payload)).toBeUndefined();
    fc.assert(
      fc.property(fc.json(), (list) => {
        const read = readAttributionNews(`{"kind":"attributions","list":[${list}]}`);
        expect(
          read?.every(({ client, name }) => typeof client === 'number' && typeof name === 'string'),
        ).toBe(true);
      }),
    );
  });
});
