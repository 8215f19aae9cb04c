import type { Gate } from './gate.ts';
import type { PersonShown } from './protocol.ts';

/** What the server knows of a connection. */
export interface Context {
  readonly gate: Gate;
  /** Who it is, once the handshake is done. */
  person?: PersonShown;
}
