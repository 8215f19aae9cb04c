import { atThisComputer } from '#identity';
import type { Visitor } from './visitor.ts';

/** More letters than anybody has open at once. */
const mostOfPerson = 30;
/** More than an office has people; the sockets of one address can never be all there are. */
const mostFromNetwork = 1_000;

/** Whether somebody has as many sockets open as a person, or a network, may have. Without accounts all are one person. */
export function isCrowded(visitor: Visitor, present: Iterable<{ readonly visitor: Visitor }>): boolean {
  const { identity, network } = visitor;
  let own = 0;
  let near = 0;
  for (const { visitor: other } of present) {
    if (other.identity.person?.id === identity.person?.id) own += 1;
    if (network !== undefined && other.network === network) near += 1;
  }
  const isAlone = identity.person === atThisComputer.person;
  return (own >= mostOfPerson && !isAlone) || near >= mostFromNetwork;
}
