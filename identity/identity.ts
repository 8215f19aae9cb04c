/** What a person may be in an agency; one person may be several of these. */
export const roles = ['reader', 'operator', 'writer', 'approver', 'unit-editor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** A person the server knows. */
export interface Person {
  /** Never changes, whatever the name or the address becomes. */
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly roles: readonly Role[];
  /** Ids of the units whose pages a unit editor may change. */
  readonly units: readonly string[];
}

/** Who sent a request: nobody we know, or a person and the session by which we know them. */
export interface Identity {
  readonly person?: Person;
  /** Id of the session, to be listed and revoked; absent where the person comes by no session of ours. */
  readonly session?: string;
}

/** A request of nobody we know. */
export const anonymous: Identity = {};

/**
 * The person at this computer, where no accounts are configured: may do everything, since the server then listens on
 * loopback only.
 */
export const atThisComputer: Identity = {
  person: { id: 'local', name: '', roles, units: [] },
};
