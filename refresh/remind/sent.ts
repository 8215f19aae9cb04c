import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RefreshError } from '../error.ts';

const sentSchema = z.record(z.string(), z.iso.datetime());

/** Which reminders went out, in `reminders.json` of the data folder, so that nobody is reminded twice of one cause. */
export class SentReminders {
  readonly #file: string;
  readonly #sent: Record<string, string>;

  constructor(dataFolder: string) {
    mkdirSync(dataFolder, { recursive: true });
    this.#file = join(dataFolder, 'reminders.json');
    this.#sent = read(this.#file);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#sent, key);
  }

  /** Notes one reminder at once: a crash after this does not send it again. */
  add(key: string, at: Date): void {
    this.#sent[key] = at.toISOString();
    const draft = `${this.#file}.new`;
    writeFileSync(draft, `${JSON.stringify(this.#sent, undefined, 2)}\n`);
    renameSync(draft, this.#file);
  }
}

function read(file: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  try {
    return sentSchema.parse(JSON.parse(text));
  } catch {
    // Failing closed: without the list everybody would be reminded again.
    throw new RefreshError(
      `Файл ${file} испорчен, по нему не узнать, кому уже напоминали. Верните его из копии или удалите: тогда напоминания этого дня уйдут ещё раз.`,
    );
  }
}
