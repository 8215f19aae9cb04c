import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const fileName = 'accounts.sqlite';

/**
 * The four tables better-auth asks for (a test compares them with its own migrations), and ours: the one-time links,
 * what was revoked, and from where people sign in. The triggers are what makes revoking certain: whoever changes a person's rights or password, in whatever
 * process, ends their sessions in the same transaction and leaves a line for the server to read.
 */
const schema = `
create table if not exists "user" (
  "id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" integer not null,
  "image" text, "createdAt" date not null, "updatedAt" date not null,
  "roles" text not null, "units" text not null, "blocked" integer not null);
create table if not exists "session" (
  "id" text not null primary key, "expiresAt" date not null, "token" text not null unique, "createdAt" date not null,
  "updatedAt" date not null, "ipAddress" text, "userAgent" text,
  "userId" text not null references "user" ("id") on delete cascade);
create table if not exists "account" (
  "id" text not null primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text,
  "idToken" text, "accessTokenExpiresAt" date, "refreshTokenExpiresAt" date, "scope" text, "password" text,
  "createdAt" date not null, "updatedAt" date not null);
create table if not exists "verification" (
  "id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" date not null,
  "createdAt" date not null, "updatedAt" date not null);
create index if not exists "session_userId_idx" on "session" ("userId");
create index if not exists "account_userId_idx" on "account" ("userId");
create index if not exists "verification_identifier_idx" on "verification" ("identifier");

create table if not exists link (
  hash text not null primary key, person text references "user" ("id") on delete cascade, expiresAt text not null) strict;
create table if not exists revocation (
  seq integer primary key autoincrement, session text, person text, at text not null) strict;
create table if not exists known_place (
  person text not null references "user" ("id") on delete cascade, network text not null, at text not null,
  primary key (person, network)) strict;

create trigger if not exists session_ended after delete on "session" begin
  insert into revocation (session, at) values (old."id", strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
end;
create trigger if not exists rights_changed after update of "roles", "units", "blocked" on "user"
when old."roles" <> new."roles" or old."units" <> new."units" or old."blocked" <> new."blocked" begin
  insert into revocation (person, at) values (new."id", strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
  delete from "session" where "userId" = new."id";
  delete from link where person = new."id" and new."blocked" = 1;
end;
create trigger if not exists person_removed after delete on "user" begin
  insert into revocation (person, at) values (old."id", strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
end;
create trigger if not exists password_changed after update of "password" on "account"
when old."password" is not new."password" begin
  delete from "session" where "userId" = new."userId";
end;
create trigger if not exists places_forgotten after update of "password" on "account"
when old."password" is not new."password" begin
  delete from known_place where person = new."userId";
end;`;

/** Opens `accounts.sqlite` in the data folder, for its owner only; makes it when there is none. */
export function openAccountDatabase(dataFolder: string): DatabaseSync {
  mkdirSync(dataFolder, { recursive: true });
  const file = resolve(dataFolder, fileName);
  const database = new DatabaseSync(file, { timeout: 5_000 });
  // Readable by nobody else before the first secret is in it; the files of the log inherit the mode.
  chmodSync(file, 0o600);
  database.exec('pragma journal_mode = wal; pragma foreign_keys = on; pragma synchronous = full;');
  database.exec(schema);
  return database;
}

/** Whether the data folder holds at least one account: asked before anything is opened. */
export function hasAccounts(dataFolder: string): boolean {
  const file = resolve(dataFolder, fileName);
  if (!existsSync(file)) return false;
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    return (
      database.prepare(`select 1 from sqlite_master where type = 'table' and name = 'user'`).get() !==
        undefined && database.prepare('select 1 from "user" limit 1').get() !== undefined
    );
  } finally {
    database.close();
  }
}
