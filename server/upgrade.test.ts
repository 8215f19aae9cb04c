import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { anonymous, type Identity, peersOf } from '#identity';
import { createLimits } from './http/limits.ts';
import { attachCollaboration } from './upgrade.ts';

const person = (id: string): Identity => ({
  person: { id, name: id, roles: ['writer'], units: [] },
  session: id,
});

/** A server of sockets alone; who comes, and from where, say headers. */
async function open() {
  const networks: (string | undefined)[] = [];
  const server = createServer();
  attachCollaboration(server, {
    drafts: {
      collaboration: {
        connections: 0,
        accept: (socket: WebSocket, _request: unknown, visitor: { network?: string }) => {
          networks.push(visitor.network);
          socket.close(1000);
        },
      },
    },
    doors: {
      resolveIdentity: async ({ headers }: { headers: Record<string, unknown> }) =>
        headers['x-who'] ? person(String(headers['x-who'])) : anonymous,
    },
    refused: () => undefined,
    names: [],
    isPeer: peersOf(['127.0.0.1']),
    limits: createLimits(() => 0),
  } as unknown as Parameters<typeof attachCollaboration>[1]);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const come = (headers: Record<string, string>, path = '/collaboration') =>
    new Promise<{ status: number; wait?: string | undefined; body?: string }>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
      socket.on('error', () => undefined);
      socket.on('open', () => resolve({ status: 101 }));
      socket.on('unexpected-response', async (_, response) => {
        const body = Buffer.concat(await response.toArray()).toString();
        resolve({ status: response.statusCode ?? 0, wait: response.headers['retry-after'], body });
      });
    });
  return { come, networks };
}

it('takes sixty sockets of a person at once, then says in Russian how long to wait, and lets colleagues in', async () => {
  const { come, networks } = await open();
  const anna = { 'x-who': 'anna', 'x-forwarded-for': '203.0.113.9' };
  for (let socket = 0; socket < 60; socket += 1) expect((await come(anna)).status).toBe(101);
  const refused = await come(anna);
  expect([refused.status, refused.wait]).toEqual([429, '1']);
  expect(JSON.parse(refused.body ?? '')).toEqual({
    error: 'too-many',
    message: 'Слишком много писем открыто сразу. Правки хранятся в браузере. Повторите через 1 с.',
  });
  expect((await come({ ...anna, 'x-who': 'boris' })).status).toBe(101);
  expect(new Set(networks)).toEqual(new Set(['203.0.113.9']));
});

it('counts guests by the address the proxy names, and says why nobody else comes in', async () => {
  const { come } = await open();
  const statuses: number[] = [];
  for (let socket = 0; socket < 310; socket += 1)
    statuses.push((await come({ 'x-forwarded-for': '203.0.113.66' })).status);
  expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
  const elsewhere = await come({ 'x-forwarded-for': '203.0.113.9' });
  expect([elsewhere.status, JSON.parse(elsewhere.body ?? '')]).toMatchObject([401, { error: 'signed-out' }]);
  expect((await come({ 'x-who': 'anna' }, '/other')).status).toBe(404);
  expect((await come({ 'x-who': 'anna', origin: 'https://evil.example' })).status).toBe(403);
  expect((await come({ 'x-who': 'anna', host: 'evil.example' })).status).toBe(421);
});
