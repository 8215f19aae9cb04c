import type { IncomingMessage, ServerResponse } from 'node:http';
import { atThisComputer, type Identity, networkOf } from '#identity';
import { Refusal } from './answer.ts';
import { clientOf } from './client.ts';
import { Buckets, type Rate } from './rate.ts';
import { Turns } from './turns.ts';

/** What a request asks of the server, by what it costs. */
export type Cost =
  | 'read'
  | 'search'
  | 'results'
  | 'change'
  | 'export'
  | 'note'
  | 'check'
  | 'proposal'
  | 'socket';

/**
 * How much one person is given: several times what anybody does by hand, so that only a program, or a key that is stuck, meets a
 * limit.
 */
const ofPerson: Readonly<Record<Cost, Rate>> = {
  /** Pages, and the files they are made of. */
  read: { burst: 600, perSecond: 60 },
  /** A question for each key, of a fast typist; the browser answers most of them itself. */
  search: { burst: 60, perSecond: 12 },
  /** The first page with its answers, made for each request and asked for once a question by a browser without script. */
  results: { burst: 20, perSecond: 1 },
  change: { burst: 60, perSecond: 4 },
  /** Files of letters, prints and tables. */
  export: { burst: 30, perSecond: 0.5 },
  /** Questions without an answer. */
  note: { burst: 20, perSecond: 0.3 },
  /** A check of a page that is being changed costs a part of a second. */
  check: { burst: 30, perSecond: 2 },
  proposal: { burst: 10, perSecond: 0.05 },
  /** Openings of the socket of letters. */
  socket: { burst: 60, perSecond: 1 },
};

/**
 * How much the guests of one address are given together: an office, or a town behind a provider of mobile telephony, is one address.
 * Who has signed in is counted by name, and not here.
 */
const ofAddress: Readonly<Partial<Record<Cost, Rate>>> = {
  read: { burst: 2_000, perSecond: 200 },
  search: { burst: 300, perSecond: 20 },
  results: { burst: 300, perSecond: 20 },
  change: { burst: 300, perSecond: 10 },
  /** They are all refused: that is cheap. */
  socket: { burst: 300, perSecond: 10 },
};

/** How many requests of one person are worked on at once: a browser asks for six, and what is dear takes turns. */
const atOnceOfPerson: Readonly<Partial<Record<Cost, number>>> = {
  read: 12,
  search: 1,
  results: 1,
  change: 6,
  export: 1,
  check: 1,
  proposal: 1,
};
/** Only what is dear to the server: who reads slowly must not keep the neighbours of the same address waiting. */
const atOnceOfAddress: Readonly<Partial<Record<Cost, number>>> = { search: 4, results: 4 };

const sentences: Readonly<Record<Cost, string>> = {
  read: 'Слишком много запросов сразу.',
  search: 'Слишком много вопросов сразу.',
  results: 'Слишком много вопросов сразу.',
  change: 'Слишком много действий сразу.',
  export: 'Слишком много выгрузок сразу.',
  note: 'Слишком много вопросов без ответа сразу.',
  check: 'Слишком много проверок сразу.',
  proposal: 'Слишком много правок сразу. Текст останется в браузере.',
  socket: 'Слишком много писем открыто сразу. Правки хранятся в браузере.',
};

/** Lets through what people do, and stops what floods, each by himself. */
export interface Limits {
  /** @throws Refusal 429 with the seconds to wait */
  admit(identity: Identity, request: IncomingMessage, cost: Cost): void;
  /**
   * Resolves when nobody else is kept waiting by it.
   *
   * @throws Refusal 429
   */
  turn(identity: Identity, response: ServerResponse, cost: Cost): Promise<void>;
}

/** No limits at all: for tests that ask everything at once. */
export const unlimited: Limits = { admit: () => undefined, turn: async () => undefined };

/** The limits of a running server. */
export function createLimits(now?: () => number): Limits {
  const buckets = new Map<string, Buckets>();
  const turns = new Turns();

  function bucketsOf(whose: 'person' | 'address', cost: Cost): Buckets {
    const key = `${whose} ${cost}`;
    const rate = whose === 'person' ? ofPerson[cost] : (ofAddress[cost] ?? ofPerson[cost]);
    const found = buckets.get(key) ?? new Buckets(rate, now);
    buckets.set(key, found);
    return found;
  }

  return {
    admit(identity, request, cost) {
      const whose = identity.person === undefined ? 'address' : 'person';
      const bucket = bucketsOf(whose, cost).of(keyOf(identity, request));
      if (bucket.take()) return;
      const seconds = bucket.secondsToWait;
      throw new Refusal(429, 'too-many', `${sentences[cost]} Повторите через ${seconds} с.`, {
        'Retry-After': String(seconds),
      });
    },
    async turn(identity, response, cost) {
      const atOnce = (identity.person === undefined ? atOnceOfAddress : atOnceOfPerson)[cost];
      if (atOnce !== undefined)
        await turns.take(`${cost} ${keyOf(identity, response.req)}`, atOnce, response);
    },
  };
}

function keyOf({ person }: Identity, request: IncomingMessage): string {
  if (person === undefined) return networkOf(clientOf(request));
  // Without accounts all are one person: a connection is as near as we come to telling a flood from its victim.
  return person === atThisComputer.person ? `${request.socket.remotePort}` : person.id;
}
