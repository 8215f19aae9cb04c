import type { IncomingMessage } from 'node:http';
import { clientAddress, type IsPeer } from '#identity';

const clients = new WeakMap<IncomingMessage, string>();

/**
 * Finds out where a request comes from: to be called once, before anybody asks. `X-Forwarded-For` counts only when a proxy of ours
 * sent it.
 */
export function recognise(request: IncomingMessage, isPeer?: IsPeer): void {
  const forwarded = request.headers['x-forwarded-for'];
  const header = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
  clients.set(request, clientAddress(request.socket.remoteAddress ?? '', header, isPeer));
}

/** The address of the computer a request comes from: of the person, not of a proxy of ours. */
export function clientOf(request: IncomingMessage): string {
  return clients.get(request) ?? request.socket.remoteAddress ?? '';
}

/** The same for the log, where what is not known is left out. */
export function whereFrom(request: IncomingMessage): { address?: string } {
  const address = clientOf(request);
  return address === '' ? {} : { address };
}
