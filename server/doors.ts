import type { IncomingMessage } from 'node:http';
import { atThisComputer, type Identity } from '#identity';

/** How the house knows who somebody is. */
export interface Doors {
  /** Who sent a request, or opens a socket. */
  resolveIdentity(request: IncomingMessage): Promise<Identity>;
  /** Tells when a session or a person with all sessions has lost the way in; gives back what ends the telling. */
  onRevoked(listener: (what: { readonly session?: string; readonly person?: string }) => void): () => void;
}

/** Without accounts: there is one person, and the server listens to this computer only. */
export const withoutAccounts: Doors = {
  resolveIdentity: async () => atThisComputer,
  onRevoked: () => () => undefined,
};
