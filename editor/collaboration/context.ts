import type { Gate } from './gate.ts';

/** What the server knows of a connection. */
export interface Context {
  readonly gate: Gate;
}
