import { isIP } from 'node:net';

/**
 * Reads PONYATNO_PROXY_PEERS: the addresses and networks of the proxies before us.
 *
 * @param problems where a Russian sentence goes when it cannot be read
 */
export function readPeers(env: Readonly<Record<string, string | undefined>>, problems: string[]): string[] {
  const listed = env.PONYATNO_PROXY_PEERS;
  const peers = (listed ?? '').split(/[\s,]+/).filter((peer) => peer !== '');
  if (!listed || (peers.length > 0 && peers.every(isNetwork))) return peers;
  problems.push(
    `PONYATNO_PROXY_PEERS=${listed}: перечислите через запятую адреса или сети прокси, например 10.0.0.5, 10.1.0.0/16.`,
  );
  return [];
}

function isNetwork(peer: string): boolean {
  const [address = '', prefix, ...more] = peer.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  // A network of everybody would take everybody's word.
  return /^\d{1,3}$/.test(prefix) && Number(prefix) > 0 && Number(prefix) <= (version === 4 ? 32 : 128);
}
