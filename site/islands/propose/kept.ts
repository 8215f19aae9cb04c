import { z } from 'zod';

/** An edit that has not been sent, as it lies in this browser. */
export interface KeptEdit {
  readonly file: string;
  /** The version of the page that it began from. */
  readonly version: string;
  /** The text of that version: a newer one is merged with it. */
  readonly before: string;
  readonly text: string;
  /** When it was last changed. */
  readonly at: string;
}

const keptSchema = z.object({
  file: z.string(),
  version: z.string(),
  before: z.string(),
  text: z.string(),
  at: z.string(),
});

const prefix = 'ponyatno.propose:';
const keyOf = ({ file, version }: Pick<KeptEdit, 'file' | 'version'>) => `${prefix}${file}@${version}`;

/** Keeps an edit in this browser until it is sent. False when the browser keeps nothing. */
export function keepEdit(edit: KeptEdit, storage: Storage = localStorage): boolean {
  try {
    storage.setItem(keyOf(edit), JSON.stringify(edit));
    return true;
  } catch {
    return false;
  }
}

/** Forgets an edit: it is sent, or taken back. */
export function forgetEdit(edit: Pick<KeptEdit, 'file' | 'version'>, storage: Storage = localStorage): void {
  try {
    storage.removeItem(keyOf(edit));
  } catch {
    // Nothing was kept then.
  }
}

/** The edits of a page that were not sent, the newest first. */
export function keptEdits(file: string, storage: Storage = localStorage): KeptEdit[] {
  try {
    return Object.keys(storage)
      .filter((key) => key.startsWith(`${prefix}${file}@`))
      .flatMap((key) => keptSchema.safeParse(JSON.parse(storage.getItem(key) ?? 'null')).data ?? [])
      .filter((edit) => edit.file === file && edit.text !== edit.before)
      .toSorted((one, other) => other.at.localeCompare(one.at));
  } catch {
    return [];
  }
}
