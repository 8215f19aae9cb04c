import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, truncate, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What the log asks of the disk; tests give it a full one. */
export interface AuditDisk {
  /** Appends to the file, making it for its owner alone; `sure` waits until it is on the disk. */
  append(file: string, text: string, sure: boolean): Promise<void>;
}

/** The disk there is. */
export const disk: AuditDisk = {
  async append(file, text, sure) {
    const handle = await open(file, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, 0o600);
    try {
      await handle.appendFile(text);
      if (sure) await handle.datasync();
    } finally {
      await handle.close();
    }
  },
};

const fileName = /^audit-(\d{6,})\.jsonl$/;

/** The files of a log: `audit-000001.jsonl` and on. */
export class AuditFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** For the account that runs the server alone. */
  async make(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  /** The names in the order they were written; none when there is no log yet. */
  async names(): Promise<string[]> {
    const found = await readdir(this.#folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return found
      .filter((name) => fileName.test(name))
      .toSorted((one, other) => numberOf(one) - numberOf(other));
  }

  path(name: string): string {
    return join(this.#folder, name);
  }

  text(name: string): Promise<string> {
    return readFile(this.path(name), 'utf8');
  }

  /** Takes back what was not acknowledged. */
  cut(name: string, bytes: number): Promise<void> {
    return truncate(this.path(name), bytes);
  }

  remove(name: string): Promise<void> {
    return unlink(this.path(name));
  }
}

export function nameAfter(name: string | undefined): string {
  return `audit-${String(name === undefined ? 1 : numberOf(name) + 1).padStart(6, '0')}.jsonl`;
}

function numberOf(name: string): number {
  return Number(fileName.exec(name)?.[1]);
}
