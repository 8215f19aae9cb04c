import fc from 'fast-check';
import { expect, it } from 'vitest';
import { networkOf } from './network.ts';

it.each([
  ['10.0.0.7', '10.0.0.7'],
  ['::ffff:10.0.0.7', '10.0.0.7'],
  ['::FFFF:0a00:0007', '10.0.0.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:0000:0000:0000:0009', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
  ['no address', 'no address'],
])('%s is in %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('has one answer for all addresses under 64 bits, and for each IPv4 address its own', () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.ipV4(), (address, other) => {
      const network = networkOf(address);
      const prefix = network.endsWith('::/64') ? network.slice(0, -'::/64'.length) : undefined;
      if (prefix !== undefined) {
        expect(networkOf(`${prefix}:1:2:3:4`)).toBe(network);
        expect(prefix.split(':')).toHaveLength(4);
      }
      expect(networkOf(other)).toBe(other);
      expect(networkOf(`::ffff:${other}`)).toBe(other);
    }),
  );
});
