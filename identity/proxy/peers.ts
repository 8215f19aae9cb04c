import { BlockList, isIP, isIPv4 } from 'node:net';

/** Whether an address is that of a proxy of ours. */
export type IsPeer = (address: string) => boolean;

/** More hops than any chain of proxies has: the rest of a longer header is not read. */
const mostHops = 20;
/** An IPv6 address with a zone and a port is shorter. */
const longestHop = 60;

/**
 * Reads a list of addresses and networks.
 *
 * @param peers `10.0.0.5`, `10.1.0.0/16`, `fd00::/8`
 */
export function peersOf(peers: readonly string[]): IsPeer {
  const list = new BlockList();
  for (const peer of peers) {
    const [net = '', prefix] = peer.split('/');
    const family = isIPv4(net) ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(net, family);
    else list.addSubnet(net, Number(prefix), family);
  }
  return (address) => {
    const plain = plainAddress(address);
    return plain !== undefined && list.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
  };
}

/**
 * The address of whom a request is from. Each proxy writes at the right end of `X-Forwarded-For` whom it was asked by, so the header is
 * read from the right as long as proxies of ours are speaking; what stands to the left of the first stranger is only what the stranger
 * says. `Forwarded` is not read: a proxy that writes one of the two headers hands the other on as the client sent it.
 *
 * @param peer the other end of the socket
 * @param forwardedFor the header, all its lines joined by commas
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | undefined,
  isPeer: IsPeer = () => false,
): string {
  let client = plainAddress(peer) ?? peer;
  if (forwardedFor === undefined || !isPeer(client)) return client;
  for (const hop of hopsFromTheRight(forwardedFor)) {
    const address = hop.length > longestHop ? undefined : plainAddress(withoutPort(hop));
    if (address === undefined) return client;
    client = address;
    if (!isPeer(client)) return client;
  }
  return client;
}

/** The last entries, the last one first; a header without end is not split as a whole. */
function hopsFromTheRight(header: string): string[] {
  const tail = header.slice(-mostHops * (longestHop + 2));
  return tail
    .split(',')
    .slice(-mostHops)
    .toReversed()
    .map((hop) => hop.trim());
}

/** Some proxies write the port of the client as well. */
function withoutPort(hop: string): string {
  return /^\[([^\]]+)\](?::\d{1,5})?$/.exec(hop)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(hop)?.[1] ?? hop;
}

/** An address in its one spelling: IPv4 written as IPv6 is IPv4, zones are left out; undefined when it is none. */
function plainAddress(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const version = isIP(plain);
  if (version !== 6) return version === 4 ? plain : undefined;
  return new URL(`http://[${plain}]`).hostname.slice(1, -1);
}
