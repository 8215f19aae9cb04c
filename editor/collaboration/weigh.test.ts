import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Attributions } from '../together/attributions.ts';
import { weigh } from './weigh.ts';

const people = [
  { id: 'a', name: 'Анна' },
  { id: 'b', name: 'Борис' },
  { id: 'v', name: 'Вера' },
] as const;

/** A server that takes updates of people as ours does, without its sockets. */
class Server {
  readonly document = new Y.Doc();
  readonly attributions = new Attributions();
  readonly claims = new Map<number, string>();
  readonly here = new Set<string>();

  /** Whether the update was taken. */
  take(update: Uint8Array, by: { id: string; name: string }): boolean {
    const found = weigh(update, by, {
      attributions: this.attributions,
      stateOf: (client) => Y.getState(this.document.store, client),
      claimedBy: (client) => this.claims.get(client),
      isHere: (person) => this.here.has(person),
    });
    if (found === 'foreign') return false;
    this.attributions.add(found);
    Y.applyUpdate(this.document, update);
    return true;
  }

  get text(): string {
    return this.document.getText('text').toString();
  }

  /** Who brought each character. */
  get brought(): (string | undefined)[] {
    const names: (string | undefined)[] = [];
    const text = this.document.getText('text');
    for (let index = 0; index < text.length; index += 1) {
      const { item } = Y.createRelativePositionFromTypeIndex(text, index);
      names.push(item ? this.attributions.nameOf(item.client, item.clock) : undefined);
    }
    return names;
  }
}

function writer(client: number): Y.Doc {
  const document = new Y.Doc();
  document.clientID = client;
  return document;
}

/** Somebody who writes with the client of another: Yjs itself takes another number when it hears from its own. */
function forgerOf(client: number, known: Y.Doc): Y.Doc {
  const document = new Y.Doc();
  Y.applyUpdate(document, Y.encodeStateAsUpdate(known));
  document.clientID = client;
  return document;
}

const type = (document: Y.Doc, words: string) => {
  const text = document.getText('text');
  text.insert(text.length, words);
};
const since = (document: Y.Doc, other: Y.Doc) => Y.encodeStateAsUpdate(document, Y.encodeStateVector(other));

describe('changes that are brought', () => {
  it('belong to whoever brought them first; whoever passes on what the server has changes nothing', () => {
    const server = new Server();
    const [anna, boris] = [writer(1), writer(2)];
    type(anna, 'Анна. ');
    expect(server.take(Y.encodeStateAsUpdate(anna), people[0])).toBe(true);
    Y.applyUpdate(boris, Y.encodeStateAsUpdate(server.document));
    type(boris, 'Борис.');
    // All of it, not only what is new.
    expect(server.take(Y.encodeStateAsUpdate(boris), people[1])).toBe(true);
    expect(server.text).toBe('Анна. Борис.');
    expect(server.brought.join()).toBe([...Array(6).fill('Анна'), ...Array(6).fill('Борис')].join());
  });

  it('are not lost after a crash: the first who comes back brings everybody’s, and is named for them', () => {
    const server = new Server();
    const [anna, boris] = [writer(1), writer(2)];
    type(anna, 'Раньше. ');
    server.take(Y.encodeStateAsUpdate(anna), people[0]);
    // What the server forgets.
    type(anna, 'Потом. ');
    Y.applyUpdate(boris, Y.encodeStateAsUpdate(anna));
    type(boris, 'Борис.');
    expect(server.take(since(boris, server.document), people[1])).toBe(true);
    server.here.add('a');
    expect(server.take(since(anna, server.document), people[0])).toBe(true);
    Y.applyUpdate(anna, Y.encodeStateAsUpdate(server.document));
    type(anna, ' Ещё.');
    expect(server.take(since(anna, server.document), people[0])).toBe(true);
    expect(server.text).toBe('Раньше. Потом. Борис. Ещё.');
    expect(new Set(server.brought.slice(0, 8))).toEqual(new Set(['Анна']));
    expect(new Set(server.brought.slice(8, 21))).toEqual(new Set(['Борис']));
    expect(new Set(server.brought.slice(21))).toEqual(new Set(['Анна']));
  });

  it('wait while the person whose they are is there to bring them', () => {
    const server = new Server();
    const [anna, boris] = [writer(1), writer(2)];
    server.claims.set(1, 'a');
    server.here.add('a');
    type(anna, 'Анна.');
    Y.applyUpdate(boris, Y.encodeStateAsUpdate(anna));
    expect(server.take(Y.encodeStateAsUpdate(boris), people[1])).toBe(false);
    expect(server.take(Y.encodeStateAsUpdate(anna), people[0])).toBe(true);
    expect(server.take(Y.encodeStateAsUpdate(boris), people[1])).toBe(true);
    expect(new Set(server.brought)).toEqual(new Set(['Анна']));
  });

  it('cannot take the place of words that somebody is about to write', () => {
    const server = new Server();
    const anna = writer(1);
    type(anna, 'Анна.');
    server.take(Y.encodeStateAsUpdate(anna), people[0]);
    // The same client, further on than Anna: without a gap, and behind one.
    const forger = forgerOf(1, anna);
    type(forger, 'Обман.');
    const at = Y.encodeStateVector(forger);
    type(forger, 'Потом.');
    const behindGap = Y.encodeStateAsUpdate(forger, at);
    expect(server.take(behindGap, people[1])).toBe(false);
    server.here.add('a');
    expect(server.take(since(forger, server.document), people[1])).toBe(false);
    type(anna, ' Своё.');
    expect(server.take(since(anna, server.document), people[0])).toBe(true);
    expect(server.text).toBe('Анна. Своё.');
    expect(new Set(server.brought)).toEqual(new Set(['Анна']));
  });

  it('are never under the name of somebody who has not brought them, whatever anybody sends in any order', () => {
    const step = fc.record({
      by: fc.constantFrom(0, 1, 2),
      // Writes; passes on all it has; writes as the client of somebody else; reads what the server has; comes or goes.
      what: fc.constantFrom('write', 'write', 'send', 'forge', 'read', 'gossip', 'presence'),
      victim: fc.constantFrom(0, 1, 2),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const server = new Server();
        const writers = people.map((_, index) => writer(index + 1));
        const first = new Map<string, string>();
        const send = (update: Uint8Array, by: (typeof people)[number]) => {
          const state = (client: number) => Y.getState(server.document.store, client);
          const before = new Map(writers.map((_, index) => [index + 1, state(index + 1)]));
          if (!server.take(update, by)) return;
          for (const [client, from] of before)
            for (let clock = from; clock < state(client); clock += 1) {
              const key = `${client} ${clock}`;
              if (!first.has(key)) first.set(key, by.name);
            }
        };
        for (const { by, what, victim } of steps) {
          const [person, own, other] = [people[by], writers[by], writers[victim]];
          if (!person || !own || !other) continue;
          if (what === 'write') type(own, `${by}`);
          else if (what === 'send') send(since(own, server.document), person);
          else if (what === 'read') Y.applyUpdate(own, Y.encodeStateAsUpdate(server.document));
          else if (what === 'gossip') Y.applyUpdate(own, Y.encodeStateAsUpdate(other));
          else if (what === 'presence') {
            if (!server.here.delete(person.id)) server.here.add(person.id);
            server.claims.set(by + 1, person.id);
          } else if (victim !== by) {
            const forger = forgerOf(victim + 1, server.document);
            type(forger, '!');
            send(since(forger, server.document), person);
          }
        }
        for (const [key, name] of first) {
          const [client = 0, clock = 0] = key.split(' ').map(Number);
          expect(server.attributions.nameOf(client, clock), key).toBe(name);
        }
      }),
      { numRuns: 300 },
    );
  });
});
