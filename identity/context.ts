import type { DatabaseSync } from 'node:sqlite';
import type { Links } from './people/links.ts';
import type { People } from './people/people.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { AccountSettings } from './settings.ts';
import type { Auth } from './store/auth.ts';

/** What the parts of the accounts share. */
export interface AccountContext {
  readonly database: DatabaseSync;
  readonly people: People;
  readonly sessions: Sessions;
  readonly links: Links;
  readonly settings: AccountSettings;
  /** better-auth takes half a second to load: only who needs it waits. */
  openAuth(): Auth;
  /** To be called after a change: tells at once who was revoked. */
  told(): void;
}
