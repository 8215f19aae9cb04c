import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { anonymous, atThisComputer, type Identity, peersOf } from '#identity';
import { createApplication } from './application.ts';
import { recognise } from './client.ts';
import { type Cost, createLimits, type Limits } from './limits.ts';
import { createApi, type Route } from './router.ts';

const person = (id: string): Identity => ({
  person: { id, name: id, roles: ['reader'], units: [] },
  session: id,
});

/** A request from an address, by a proxy of ours. */
function requestFrom(address: string, remotePort = 1): IncomingMessage {
  const request = {
    headers: { 'x-forwarded-for': address },
    socket: { remoteAddress: '10.0.0.1', remotePort },
  } as unknown as IncomingMessage;
  recognise(request, peersOf(['10.0.0.1']));
  return request;
}

function isAdmitted(limits: Limits, identity: Identity, request: IncomingMessage, cost: Cost): boolean {
  try {
    limits.admit(identity, request, cost);
    return true;
  } catch {
    return false;
  }
}

const costs: Cost[] = [
  'read',
  'search',
  'results',
  'change',
  'export',
  'note',
  'check',
  'proposal',
  'socket',
];

describe('the limits', () => {
  it('stop who floods, and nobody else of the same office, by whatever request', () => {
    fc.assert(
      fc.property(fc.constantFrom(...costs), fc.integer({ min: 2, max: 300 }), (cost, people) => {
        const limits = createLimits(() => 0);
        const office = requestFrom('203.0.113.9');
        let taken = 0;
        while (taken < 5_000 && isAdmitted(limits, person('flooder'), office, cost)) taken += 1;
        expect(taken).toBeLessThan(1_000);
        for (let one = 0; one < people; one += 1)
          expect(isAdmitted(limits, person(`colleague ${one}`), office, cost)).toBe(true);
        expect(isAdmitted(limits, anonymous, office, cost)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('count guests by address, who has signed in never, and a subscriber of IPv6 as one', () => {
    const limits = createLimits(() => 0);
    let number = 0;
    const flood = () => requestFrom(`2001:db8::${(number++ % 60_000).toString(16)}`);
    while (number < 5_000 && isAdmitted(limits, anonymous, flood(), 'change'));
    expect(number).toBeLessThan(1_000);
    expect(isAdmitted(limits, anonymous, requestFrom('2001:db8:0:1::1'), 'change')).toBe(true);
    expect(isAdmitted(limits, person('anna'), requestFrom('2001:db8::1'), 'change')).toBe(true);
  });

  it('let three hundred people of one office in at nine in the morning', () => {
    let now = 0;
    const limits = createLimits(() => now);
    for (let one = 0; one < 300; one += 1) {
      // The page, what it is made of, and the form.
      for (let file = 0; file < 12; file += 1)
        expect(isAdmitted(limits, anonymous, requestFrom('203.0.113.9'), 'read')).toBe(true);
      expect(isAdmitted(limits, anonymous, requestFrom('203.0.113.9'), 'change')).toBe(true);
      now += 100;
    }
  });

  it('count by connection where there are no accounts', () => {
    const limits = createLimits(() => 0);
    while (isAdmitted(limits, atThisComputer, requestFrom('127.0.0.1', 1), 'search'));
    expect(isAdmitted(limits, atThisComputer, requestFrom('127.0.0.1', 2), 'search')).toBe(true);
  });

  it('let on who has waited as long as they said', () => {
    let now = 0;
    const limits = createLimits(() => now);
    for (const cost of costs) {
      while (isAdmitted(limits, person('anna'), requestFrom('203.0.113.9'), cost));
      let seconds = 0;
      try {
        limits.admit(person('anna'), requestFrom('203.0.113.9'), cost);
      } catch (error) {
        const { status, headers, message } = error as {
          status: number;
          headers: Record<string, string>;
          message: string;
        };
        seconds = Number(headers['Retry-After']);
        expect(status).toBe(429);
        expect(message).toMatch(/^[А-ЯЁ].*\. Повторите через \d+ с\.$/);
      }
      expect(seconds).toBeGreaterThan(0);
      now += seconds * 1000;
      expect(isAdmitted(limits, person('anna'), requestFrom('203.0.113.9'), cost)).toBe(true);
    }
  });
});

describe('the application under limits', () => {
  const route = (
    method: Route['method'],
    path: string,
    access: Route['access'] = 'knowledge.read',
  ): Route => ({
    method,
    path,
    access,
    handle: ({ response }) => void response.end('{}'),
  });

  /** An application; who asks says a header. */
  async function open() {
    const limits = createLimits(() => 0);
    const api = createApi([route('GET', '/api/x'), route('POST', '/api/x')], undefined, limits);
    const pages = {
      check: async () => undefined,
      answer: async (_: unknown, response: { end(text: string): unknown }) => void response.end('page'),
      sendNotFound: () => undefined,
      sendForbidden: () => undefined,
    };
    const who = async ({ headers }: IncomingMessage) =>
      headers['x-who'] ? person(String(headers['x-who'])) : anonymous;
    const server = createServer(createApplication(api, pages, {}, who, { limits }));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return (path: string, method: string, headers: Record<string, string> = {}) =>
      new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
        const call = httpRequest({ host: '127.0.0.1', port, path, method, headers }, async (response) => {
          const body = (await response.toArray()).join('');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        });
        call.on('error', reject).end();
      });
  }

  async function untilRefused(
    ask: () => Promise<{ status: number; headers: Record<string, unknown>; body: string }>,
  ) {
    for (let round = 0; round < 3_000; round += 1) {
      const answer = await ask();
      if (answer.status === 429) return answer;
    }
    throw new Error('Never refused.');
  }

  it('answers 429 with the time to wait, to a program in JSON and to a person with a page', async () => {
    const ask = await open();
    const told = await untilRefused(() => ask('/api/x', 'POST', { 'x-who': 'anna' }));
    expect(told.headers['retry-after']).toBe('1');
    expect(JSON.parse(told.body)).toEqual({
      error: 'too-many',
      message: 'Слишком много действий сразу. Повторите через 1 с.',
    });
    const form = { 'x-who': 'anna', accept: 'text/html,*/*', 'content-length': '0' };
    const shown = await ask('/account', 'POST', form);
    expect([shown.status, shown.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    expect(shown.body).toContain('<p>Слишком много действий сразу. Повторите через 1 с.</p>');
    expect((await ask('/api/x', 'GET', { 'x-who': 'anna' })).status).toBe(200);
    expect((await ask('/api/x', 'POST', { 'x-who': 'boris' })).status).toBe(200);
    expect((await ask('/account', 'POST', { 'x-who': 'boris', 'content-length': '0' })).status).toBe(200);
  });

  it('counts guests before it refuses them, and leaves their neighbours who have signed in alone', async () => {
    const ask = await open();
    expect((await ask('/api/x', 'POST')).status).toBe(401);
    await untilRefused(() => ask('/api/x', 'POST'));
    expect((await ask('/sign-in', 'POST', { 'content-length': '0' })).status).toBe(429);
    expect((await ask('/sign-in', 'GET')).status).toBe(200);
    expect((await ask('/api/x', 'POST', { 'x-who': 'anna' })).status).toBe(200);
  });
});
