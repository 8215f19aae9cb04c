import type { DatabaseSync } from 'node:sqlite';
import { type BetterAuthPlugin, betterAuth } from 'better-auth';

/** A session nobody uses ends after this: a working day with its evening. */
export const idleSeconds = 12 * 60 * 60;
/** A session ends after this however busy it is. */
export const lifetimeSeconds = 7 * 24 * 60 * 60;
/** A session in use is written at most so often. */
const touchSeconds = 60;

/** Where the library would serve its endpoints; our router lets through only what it names itself. */
export const authPath = '/api/sign-in';

export const passwordLength = { least: 12, most: 256 };

export interface AuthSettings {
  readonly database: DatabaseSync;
  readonly secret: string;
  /** Where people open Ponyatno. */
  readonly url: string;
  readonly plugins?: BetterAuthPlugin[];
}

/** better-auth with passwords only: no sign-up, no telemetry, no endpoint that we do not call. */
export function createAuth({ database, secret, url, plugins = [] }: AuthSettings) {
  return betterAuth({
    appName: 'Ponyatno',
    database,
    secret,
    baseURL: url,
    basePath: authPath,
    trustedOrigins: [url],
    telemetry: { enabled: false },
    // What matters of its log is in our audit log; the rest names addresses of people.
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    session: { expiresIn: idleSeconds, updateAge: touchSeconds, cookieCache: { enabled: false } },
    user: {
      additionalFields: {
        roles: { type: 'string[]', required: true, input: false, defaultValue: [] },
        units: { type: 'string[]', required: true, input: false, defaultValue: [] },
        blocked: { type: 'boolean', required: true, input: false, defaultValue: false },
      },
    },
    account: {
      // An address that the provider has not verified must not open somebody's account.
      accountLinking: { enabled: true, trustedProviders: [] },
    },
    advanced: {
      cookiePrefix: 'ponyatno',
      useSecureCookies: url.startsWith('https:'),
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    databaseHooks: {
      session: {
        create: {
          // A blocked person gets no session, whichever way they come.
          before: async ({ userId }) =>
            database.prepare('select 1 from "user" where "id" = ? and "blocked" = 0').get(userId) !==
            undefined,
        },
      },
    },
    plugins,
  });
}

export type Auth = ReturnType<typeof createAuth>;
