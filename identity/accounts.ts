import type { IncomingMessage } from 'node:http';
import { anonymous, atThisComputer, type Identity } from './identity.ts';
import { OidcSignIn } from './oidc/oidc.ts';
import { PasswordSignIn } from './passwords/sign-in.ts';
import { Links } from './people/links.ts';
import { Management } from './people/management.ts';
import { People, personOf } from './people/people.ts';
import { resolveProxy } from './proxy/proxy.ts';
import { Revocations, type Revoked } from './sessions/revocations.ts';
import { Sessions } from './sessions/sessions.ts';
import type { AccountSettings } from './settings.ts';
import { type Auth, createAuth } from './store/auth.ts';
import { openAccountDatabase } from './store/database.ts';
import { cookieSecret } from './store/secret.ts';

const sweepEveryMs = 30_000;

/** Who works here: one answer to «who is it?» for pages, APIs, files and sockets. */
export interface Accounts {
  /** Whether people must sign in; before the first account, on this computer only, nobody must. */
  readonly required: boolean;
  readonly people: People;
  readonly sessions: Sessions;
  /** What changes accounts, with the audit log told. */
  readonly management: Management;
  readonly passwords: PasswordSignIn;
  /** Signing in through the agency's OpenID provider, where there is one. */
  readonly oidc?: OidcSignIn;
  /**
   * Who sent the request; `anonymous` when nobody we know, whatever it claims.
   *
   * @param touch whether it counts as use of the session; a socket that is asked again and again does not
   */
  resolveIdentity(request: IncomingMessage, touch?: boolean): Promise<Identity>;
  /** Told within some seconds of every session that ends and every person whose rights change, in whatever process. */
  onRevoked(listener: (what: Revoked) => void): () => void;
  /** Ends the session of a request; gives the cookies to answer with. */
  signOut(identity: Identity, request: IncomingMessage): Promise<string[]>;
  close(): void;
}

/** Opens the accounts of a data folder. */
export function openAccounts(settings: AccountSettings): Accounts {
  const { dataFolder, url, proxy, oidc, now = Date.now } = settings;
  const database = openAccountDatabase(dataFolder);
  const people = new People(database);
  const sessions = new Sessions(database, now);
  const revocations = new Revocations(database);
  const always = settings.required === true || oidc !== undefined || proxy !== undefined;
  let any = always || people.any;
  let auth: Auth | undefined;
  const openAuth = () => {
    auth ??= createAuth({ database, secret: cookieSecret(dataFolder, settings.secret), url });
    return auth;
  };
  const cookieName = `${url.startsWith('https:') ? '__Secure-' : ''}ponyatno.session_token`;
  const told = () => {
    noticeFirst();
    revocations.look();
  };
  const context = { database, people, sessions, links: new Links(database, now), openAuth, told, settings };

  /** Another process may add the first account while everybody is the person at this computer: that ends then. */
  function noticeFirst(): void {
    if (any || !people.any) return;
    any = true;
    revocations.tell({ person: atThisComputer.person?.id ?? '' });
  }
  const firstTimer = setInterval(noticeFirst, 1_000).unref();
  const sweepTimer = setInterval(() => {
    sessions.sweep();
    revocations.look();
  }, sweepEveryMs).unref();
  revocations.watch();

  async function bySession(request: IncomingMessage, touch: boolean): Promise<Identity> {
    const { cookie } = request.headers;
    if (cookie === undefined || !cookie.includes(`${cookieName}=`)) return anonymous;
    const found = await openAuth()
      .api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: !touch } })
      .catch(() => null);
    if (found === null || sessions.isOver(found.session.createdAt)) return anonymous;
    const account = people.find(found.user.id);
    if (account === undefined || account.blocked) return anonymous;
    return { person: personOf(account), session: found.session.id };
  }

  return {
    get required() {
      return any;
    },
    people,
    sessions,
    management: new Management(context),
    passwords: new PasswordSignIn(context),
    ...(oidc === undefined ? {} : { oidc: new OidcSignIn(context, oidc) }),
    async resolveIdentity(request, touch = true) {
      if (!any) return atThisComputer;
      const byProxy = proxy === undefined ? undefined : resolveProxy(request, proxy, people);
      return byProxy ?? (await bySession(request, touch));
    },
    onRevoked: (listener) => revocations.on(listener),
    async signOut({ person, session }, request) {
      if (person !== undefined && session !== undefined && sessions.end(person.id, session)) {
        settings.audit?.note({ kind: 'sign-out', person: { id: person.id, name: person.name }, session });
        revocations.look();
      }
      const { cookie = '' } = request.headers;
      const answer = await openAuth().api.signOut({ headers: new Headers({ cookie }), asResponse: true });
      return answer.headers.getSetCookie();
    },
    close() {
      clearInterval(firstTimer);
      clearInterval(sweepTimer);
      revocations.stop();
      database.close();
    },
  };
}
