import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { accountsOfTest } from '../testing/accounts.ts';
import { peersOf } from './peers.ts';

const secret = 'a secret between the proxy and us, long';
const good = [`X-Ponyatno-Secret: ${secret}`, 'X-Ponyatno-User: anna@example.ru'];

/** Sends header lines as they are, byte by byte; gives whom the server took the sender for. */
async function whoIs(lines: readonly string[], peers = ['127.0.0.1']): Promise<string> {
  const accounts = await accountsOfTest({ proxy: { peers, secret, fallbackRole: 'reader' } });
  const server = createServer(async (request, response) => {
    const { person } = await accounts.resolveIdentity(request);
    response.end(`<${person?.email ?? 'nobody'}>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.end(`GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${lines.join('\r\n')}\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return /<(.*)>/.exec(answer)?.[1] ?? 'refused';
}

it('takes the person of the proxy’s headers', async () => {
  expect(await whoIs(good)).toBe('anna@example.ru');
});

it.each([
  ['no secret', good.slice(1)],
  ['a wrong secret', ['X-Ponyatno-Secret: guess', ...good.slice(1)]],
  ['a second user', [...good, 'X-Ponyatno-User: root@example.ru']],
  ['a second secret', [`X-Ponyatno-Secret: guess`, ...good]],
  ['an underscore', [...good, 'X_Ponyatno_User: root@example.ru']],
  ['a mixed spelling', [...good, 'X-Ponyatno_Roles: administrator']],
  ['a list', [...good.slice(0, 1), 'X-Ponyatno-User: anna@example.ru, root@example.ru']],
  ['a folded line', [...good.slice(0, 1), 'X-Ponyatno-User: anna@example.ru\r\n root@example.ru']],
  ['no address', [...good.slice(0, 1), 'X-Ponyatno-User: root']],
])('knows nobody by headers with %s', async (_what, lines) => {
  expect(['nobody', 'refused']).toContain(await whoIs(lines));
});

it('knows nobody by the headers of a peer that is not listed', async () => {
  expect(await whoIs(good, ['10.0.0.0/8'])).toBe('nobody');
});

it.each([
  ['10.1.2.3', true],
  ['::ffff:10.1.2.3', true],
  ['11.1.2.3', false],
  ['fd00::5', true],
  ['', false],
])('counts %s among the peers: %s', (address, is) => {
  expect(peersOf(['10.0.0.0/8', 'fd00::/8'])(address)).toBe(is);
});
