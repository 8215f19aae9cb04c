import type { IncomingMessage } from 'node:http';
import type { Identity } from '#identity';

/** How the house knows who somebody is. */
export interface Doors {
  /** Who sent a request, or opens a socket; being asked without `touch` is no use of the session. */
  resolveIdentity(request: IncomingMessage, touch?: boolean): Promise<Identity>;
  /** Tells when a session or a person with all sessions has lost the way in; gives back what ends the telling. */
  onRevoked(listener: (what: { readonly session?: string; readonly person?: string }) => void): () => void;
}
