import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { z } from 'zod';
import type { AccountContext } from '../context.ts';
import { endFormer, type Place, sessionCookies } from '../passwords/sign-in.ts';
import { AccountProblem } from '../people/problem.ts';
import type { OidcSettings } from '../settings.ts';
import { type Auth, createAuth } from '../store/auth.ts';
import { cookieSecret } from '../store/secret.ts';
import { claimsOf, saidBy } from './claims.ts';

const providerId = 'oidc';
const patienceMs = 10_000;

/** What to answer a browser with. */
export interface Leading {
  readonly location: string;
  readonly cookies: readonly string[];
}

const discoverySchema = z.object({
  issuer: z.string(),
  code_challenge_methods_supported: z.array(z.string()).optional(),
});

const problems: Readonly<Record<string, string>> = {
  unavailable: 'Сервер входа организации сейчас не отвечает. Повторите через минуту или войдите с паролем.',
  'no-role':
    'Организация Вас знает, но роли в «Понятно» у Вас нет, поэтому и учётной записи здесь нет. Попросите роль у администратора «Понятно»: назовите ему адрес почты, с которым входите.',
  blocked: 'Ваша учётная запись закрыта. Если это ошибка, обратитесь к администратору.',
  refused:
    'Сервер входа организации не подтвердил вход. Начните вход заново; если не поможет, обратитесь к администратору.',
};

/** Signing in through an OpenID provider: authorization code with PKCE, state and nonce, by better-auth. */
export class OidcSignIn {
  readonly #context: AccountContext;
  readonly #settings: OidcSettings;
  #auth: Promise<Auth> | undefined;

  constructor(context: AccountContext, settings: OidcSettings) {
    this.#context = context;
    this.#settings = settings;
  }

  /** The sentence for a problem that the address of the page of signing in names. */
  problemText(code: string | null): string | undefined {
    return code !== null && Object.hasOwn(problems, code) ? problems[code] : undefined;
  }

  /** Leads to the provider. */
  async begin(next: string): Promise<Leading> {
    const auth = await this.#open().catch(() => undefined);
    if (auth === undefined) return failed('unavailable');
    const answer = await auth.api.signInSocial({
      body: { provider: providerId, callbackURL: next, errorCallbackURL: '/sign-in', disableRedirect: true },
      headers: new Headers(),
      asResponse: true,
    });
    const body = z.object({ url: z.string() }).safeParse(await answer.json().catch(() => undefined));
    return body.success
      ? { location: body.data.url, cookies: answer.headers.getSetCookie() }
      : failed('unavailable');
  }

  /**
   * Takes the person in whom the provider sends back: better-auth checks state, code and token, then the claims say the rights.
   *
   * @param search the query of the address
   */
  async finish(search: string, cookie: string, place: Place): Promise<Leading> {
    const begun = new Date().toISOString();
    const auth = await this.#open().catch(() => undefined);
    if (auth === undefined) return failed('unavailable');
    const answer = await auth.handler(
      new Request(`${this.#context.settings.url}/api/sign-in/callback/${providerId}${search}`, {
        headers: { cookie, 'user-agent': place.agent.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 300) },
      }),
    );
    const cookies = answer.headers.getSetCookie();
    const session = await this.#sessionOf(auth, cookies);
    if (session === undefined) {
      this.#context.settings.audit?.note({ kind: 'sign-in-failed', address: place.address, detail: 'oidc' });
      return failed('refused');
    }
    const refused = this.#admit(session.user, session.session.id);
    if (refused !== undefined) {
      this.#forgetNew(session.user.id, begun);
      this.#context.settings.audit?.note({
        kind: 'sign-in-failed',
        ...this.#who(session.user.id),
        address: place.address,
        detail: refused === 'refused' ? 'oidc' : refused,
      });
      return failed(refused);
    }
    endFormer(this.#context, place);
    this.#context.settings.audit?.note({
      kind: 'sign-in',
      ...this.#who(session.user.id),
      session: session.session.id,
      address: place.address,
      detail: 'oidc',
    });
    const location = answer.headers.get('location') ?? '/';
    return { location: location.startsWith('/') ? location : '/', cookies: sessionCookies(answer) };
  }

  #who(id: string): { person?: { id: string; name: string } } {
    const account = this.#context.people.find(id);
    return account === undefined ? {} : { person: { id, name: account.name } };
  }

  /**
   * better-auth makes the account before the claims are looked at. Of somebody whom nobody here has given a role none is kept:
   * they do not work with us, and an administrator who adds their address lets them in.
   */
  #forgetNew(id: string, since: string): void {
    this.#context.database
      .prepare(`delete from "user" where "id" = ? and "roles" = '[]' and "createdAt" >= ?`)
      .run(id, since);
  }

  async #sessionOf(auth: Auth, cookies: readonly string[]) {
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
    if (!cookie.includes('session_token=')) return undefined;
    const found = await auth.api.getSession({ headers: new Headers({ cookie }) }).catch(() => null);
    return found ?? undefined;
  }

  /** Gives the person the rights that the claims say; names why they do not come in. */
  #admit({ id, email }: { id: string; email: string }, session: string): string | undefined {
    const { database, people, sessions, told } = this.#context;
    const row = database
      .prepare(`select "idToken", "accessToken" from "account" where "userId" = ? and "providerId" = ?`)
      .get(id, providerId);
    const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
    const claims = claimsOf({ idToken: text(row?.idToken), accessToken: text(row?.accessToken) });
    // They have told what we ask for; a token that nobody keeps cannot be stolen.
    database
      .prepare(
        `update "account" set "idToken" = null, "accessToken" = null, "refreshToken" = null
         where "userId" = ? and "providerId" = ?`,
      )
      .run(id, providerId);
    try {
      const before = people.find(id);
      const rights = saidBy(claims, this.#settings);
      const roles =
        rights.roles === undefined && before?.roles.length === 0 && rights.fallbackRole !== undefined
          ? [rights.fallbackRole]
          : rights.roles;
      const after = people.follow(email, { ...rights, ...(roles === undefined ? {} : { roles }) }, session);
      told();
      if (after?.blocked) return this.#turnAway(id, 'blocked');
      if (after === undefined || after.roles.length === 0) return this.#turnAway(id, 'no-role');
      return undefined;
    } catch (error) {
      sessions.endAll(id);
      if (error instanceof AccountProblem) return 'refused';
      throw error;
    }
  }

  #turnAway(id: string, why: string): string {
    this.#context.sessions.endAll(id);
    this.#context.told();
    return why;
  }

  /** Asks the provider who it is; once it has answered well, better-auth is set up with it. */
  #open(): Promise<Auth> {
    this.#auth ??= this.#discover().catch((error: unknown) => {
      this.#auth = undefined;
      throw error;
    });
    return this.#auth;
  }

  async #discover(): Promise<Auth> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const discoveryUrl = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(discoveryUrl, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
    const found = discoverySchema.parse(await answer.json());
    if (found.issuer !== issuer)
      throw new Error(`PONYATNO_OIDC_ISSUER is ${issuer}, but the provider calls itself ${found.issuer}`);
    const { database, settings } = this.#context;
    const auth = createAuth({
      database,
      secret: cookieSecret(settings.dataFolder, settings.secret),
      url: settings.url,
      plugins: [
        genericOAuth({
          config: [
            {
              providerId,
              clientId,
              clientSecret,
              discoveryUrl,
              pkce: true,
              scopes: ['openid', 'profile', 'email'],
              requireIdTokenVerification: true,
              // Only what the checked ID token says; without one nobody comes in.
              getUserInfo: async (tokens) => {
                const claims = claimsOf({ idToken: tokens.idToken });
                if (typeof claims.sub !== 'string' || typeof claims.email !== 'string') return null;
                return {
                  id: claims.sub,
                  sub: claims.sub,
                  email: claims.email,
                  emailVerified: claims.email_verified === true,
                  name: typeof claims.name === 'string' ? claims.name : claims.email,
                };
              },
            },
          ],
        }),
      ],
    });
    await auth.$context;
    return auth;
  }
}

function failed(problem: string): Leading {
  return { location: `/sign-in?problem=${problem}`, cookies: [] };
}
