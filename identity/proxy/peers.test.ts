import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientAddress, peersOf } from './peers.ts';

const isPeer = peersOf(['10.0.0.0/8', 'fd00::/8', '127.0.0.1']);
const proxy = fc.constantFrom('10.0.0.5', '10.200.1.1', '127.0.0.1', 'fd00::5', '::ffff:10.0.0.7');
const stranger = fc
  .oneof(fc.ipV4(), fc.ipV6())
  .filter((address) => !isPeer(address) && !address.includes('.') === address.includes(':'));
/** What somebody may write into a header before it comes to a proxy of ours. */
const invented = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  proxy,
  fc.constantFrom(
    'unknown',
    '_hidden',
    '',
    ' ',
    '127.0.0.1, 127.0.0.1',
    '999.1.1.1',
    '[::1]:80',
    'for=1.2.3.4',
  ),
  fc.string({ maxLength: 80 }),
);

describe('clientAddress', () => {
  it('takes the other end of the socket, whatever a header says, when that is no peer', () => {
    fc.assert(
      fc.property(stranger, fc.array(invented), (peer, hops) => {
        expect(clientAddress(peer, hops.join(', '), isPeer)).toBe(clientAddress(peer, undefined, isPeer));
        expect(clientAddress(peer, hops.join(', '))).toBe(clientAddress(peer, undefined));
      }),
    );
  });

  it('takes the rightmost stranger behind any chain of proxies, whatever the stranger has written', () => {
    fc.assert(
      fc.property(
        fc.array(invented, { maxLength: 40 }),
        stranger,
        fc.array(proxy, { maxLength: 6 }),
        proxy,
        fc.constantFrom(',', ', ', ' , '),
        (said, client, chain, peer, comma) => {
          const header = [...said, client, ...chain].join(comma);
          expect(clientAddress(peer, header, isPeer)).toBe(clientAddress(client, undefined));
        },
      ),
    );
  });

  it('gives an address always, and none that no proxy of ours has named', () => {
    fc.assert(
      fc.property(fc.string(), proxy, (header, peer) => {
        const address = clientAddress(peer, header, isPeer);
        expect(
          address === clientAddress(peer, undefined) || header.includes(address.split(':')[0] ?? ''),
        ).toBe(true);
      }),
    );
  });

  it.each([
    ['10.0.0.5', undefined, '10.0.0.5'],
    ['10.0.0.5', '', '10.0.0.5'],
    ['10.0.0.5', '203.0.113.9', '203.0.113.9'],
    ['::ffff:10.0.0.5', '203.0.113.9:5555', '203.0.113.9'],
    ['fd00::1', '[2001:DB8:0::1]:443', '2001:db8::1'],
    ['10.0.0.5', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    ['10.0.0.5', '1.1.1.1, unknown', '10.0.0.5'],
    ['10.0.0.5', '203.0.113.9, 10.0.0.6', '203.0.113.9'],
    ['10.0.0.5', '1.1.1.1, garbage, 10.0.0.6', '10.0.0.6'],
    ['10.0.0.5', '10.0.0.7, 10.0.0.6', '10.0.0.7'],
    ['203.0.113.9', '1.1.1.1', '203.0.113.9'],
    ['fe80::1%eth0', undefined, 'fe80::1'],
  ])('from %s with %j it is %s', (peer, header, client) => {
    expect(clientAddress(peer, header, isPeer)).toBe(client);
  });

  it('reads a header without end as quickly as a short one', () => {
    const header = `${'1.1.1.1, '.repeat(200_000)}203.0.113.9`;
    const began = performance.now();
    for (let round = 0; round < 100; round += 1) clientAddress('10.0.0.5', header, isPeer);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
