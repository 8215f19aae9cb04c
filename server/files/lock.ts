import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** Gives the lock back. */
export type Release = () => void;

/**
 * Takes a lock between processes, or gives undefined when another one holds it. SQLite's own file lock is used because
 * the system gives it back when the holder is killed, which a file with a process number cannot promise.
 */
export function tryLock(file: string): Release | undefined {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && error.message.includes('locked')) return undefined;
    throw error;
  }
  return () => database.close();
}

/** Runs the work while holding the lock; waits for as long as another process holds it. */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  let release = tryLock(file);
  while (release === undefined) {
    await sleep(200);
    release = tryLock(file);
  }
  try {
    return await work();
  } finally {
    release();
  }
}
