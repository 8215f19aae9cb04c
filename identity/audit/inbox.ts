import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditEvent, recordSchema } from './event.ts';

const leftSchema = recordSchema.omit({ n: true, hash: true });

/** An event that waits to be taken into the log, with the time it happened at. */
export interface LeftEvent {
  readonly event: AuditEvent;
  readonly at: string;
  /** Takes it away, once it is in the log. */
  done(): Promise<void>;
}

/**
 * Leaves an event for the log: a command that runs beside the server must not write into the server's chain. The server takes
 * it in within half a minute, or when it starts.
 *
 * @param folder the folder of the log, `audit` in the data folder
 */
export async function leaveForAudit(folder: string, event: AuditEvent, at = new Date()): Promise<void> {
  const inbox = join(folder, 'inbox');
  await mkdir(inbox, { recursive: true, mode: 0o700 });
  const file = join(inbox, `${at.toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID()}.json`);
  await writeFile(`${file}.new`, JSON.stringify({ at: at.toISOString(), ...event }), {
    mode: 0o600,
    flush: true,
  });
  await rename(`${file}.new`, file);
}

/** What was left for the log, the oldest first. What cannot be read stays, and is told. */
export async function takeLeft(folder: string, say: (line: string) => void): Promise<LeftEvent[]> {
  const inbox = join(folder, 'inbox');
  const names = await readdir(inbox).catch(() => []);
  const left: LeftEvent[] = [];
  for (const name of names.filter((one) => one.endsWith('.json')).toSorted()) {
    const file = join(inbox, name);
    try {
      const { at, ...event } = leftSchema.parse(JSON.parse(await readFile(file, 'utf8')));
      left.push({ event: event as AuditEvent, at, done: () => unlink(file) });
    } catch {
      say(`Событие в файле ${file} не читается и в журнал не попало. Посмотрите файл и удалите его.`);
      await rename(file, `${file}.unreadable`).catch(() => undefined);
    }
  }
  return left;
}
