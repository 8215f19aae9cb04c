import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';

/** Enough for an HMAC with SHA-256 to be as strong as it can be. */
const secretBytes = 48;

/**
 * The secret that signs cookies: the given one, or the one of the data folder, made at the first start for its owner only.
 * It stands beside the database and not in it, so that a copy of the database alone signs nothing.
 */
export function cookieSecret(dataFolder: string, given?: string): string {
  if (given !== undefined) return given;
  const file = resolve(dataFolder, 'accounts.secret');
  try {
    const handle = openSync(file, 'wx', 0o600);
    try {
      writeSync(handle, randomBytes(secretBytes).toString('base64url'));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
