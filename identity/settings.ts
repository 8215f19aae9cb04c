import type { AuditEvent } from './audit/index.ts';
import type { Role } from './identity.ts';

/** An OpenID provider of the agency, such as Keycloak. */
export interface OidcSettings {
  /** Exactly as the provider calls itself: `https://sso.example.ru/realms/agency`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Path of the claim with the roles: `realm_access.roles`; without it an administrator gives the roles here. */
  readonly rolesClaim?: string;
  /** Path of the claim with the ids of units. */
  readonly unitsClaim?: string;
  /** What somebody gets for whom nothing is said; nothing: they do not come in. */
  readonly fallbackRole?: Role;
}

/** A proxy in front of us that has signed the person in. */
export interface ProxySettings {
  /** Addresses and networks the proxy speaks from: `10.0.0.5`, `10.1.0.0/16`. */
  readonly peers: readonly string[];
  readonly secret: string;
  readonly fallbackRole?: Role;
}

export interface AccountSettings {
  readonly dataFolder: string;
  /** Where people open Ponyatno, without a slash at the end. */
  readonly url: string;
  /** Whether everybody must sign in even while there is no account: the address is public. */
  readonly required?: boolean;
  readonly secret?: string;
  readonly oidc?: OidcSettings;
  readonly proxy?: ProxySettings;
  readonly audit?: AccountAudit;
  readonly now?: () => number;
}

/** Where what happens to accounts is taken down. */
export interface AccountAudit {
  /** Resolves when it is on disk; rejects when it cannot be: then it does not happen. */
  record(event: AuditEvent): Promise<void>;
  note(event: AuditEvent): void;
  /** Why nothing can be written at the moment, in Russian. */
  readonly trouble?: string | undefined;
}
