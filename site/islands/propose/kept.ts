import { z } from 'zod';

/** An edit that has not been sent, as it lies in this browser. */
export interface KeptEdit {
  /** Each tab's edit has its own: two of one page do not write over each other. */
  readonly id: string;
  readonly file: string;
  /** The version of the page that it began from. */
  readonly version: string;
  /** The text of that version: a newer one is merged with it. */
  readonly before: string;
  readonly text: string;
  /** When it was last changed. */
  readonly at: string;
  /** The account it was written under; empty without accounts. Nobody else at this computer is offered it. */
  readonly account: string;
}

const keptSchema = z.object({
  file: z.string(),
  version: z.string(),
  before: z.string(),
  text: z.string(),
  at: z.string(),
  account: z.string().default(''),
});

const prefix = 'ponyatno.propose:';
const keyOf = ({ file, id }: Pick<KeptEdit, 'file' | 'id'>) => `${prefix}${file}@${id}`;

/** A name that no other edit in this browser has; `crypto.randomUUID` is not there without HTTPS. */
export function newEditId(): string {
  return crypto.getRandomValues(new Uint32Array(3)).join('-');
}

/** Tells other tabs that this one has the edit, until it is closed. */
export function holdEdit({ file, id }: Pick<KeptEdit, 'file' | 'id'>): void {
  // Without HTTPS a browser has no locks: then an edit can be opened in two tabs, and the later one counts.
  navigator.locks?.request(keyOf({ file, id }), () => new Promise(() => {})).catch(() => {});
}

/** The edits of a page that other tabs have, by id. */
export async function editsElsewhere(file: string): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const start = keyOf({ file, id: '' });
  return new Set(held.flatMap(({ name = '' }) => (name.startsWith(start) ? name.slice(start.length) : [])));
}

/** Keeps an edit in this browser until it is sent. False when the browser keeps nothing. */
export function keepEdit(edit: KeptEdit, storage: Storage = localStorage): boolean {
  try {
    const { id: _, ...kept } = edit;
    storage.setItem(keyOf(edit), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** Forgets an edit: it is sent, or taken back. */
export function forgetEdit(edit: Pick<KeptEdit, 'file' | 'id'>, storage: Storage = localStorage): void {
  try {
    storage.removeItem(keyOf(edit));
  } catch {
    // Nothing was kept then.
  }
}

/** The edits of a page that somebody has not sent, the newest first. */
export function keptEdits(file: string, account: string, storage: Storage = localStorage): KeptEdit[] {
  const start = keyOf({ file, id: '' });
  try {
    return Object.keys(storage)
      .filter((key) => key.startsWith(start))
      .flatMap((key) => {
        const { data } = keptSchema.safeParse(JSON.parse(storage.getItem(key) ?? 'null'));
        return data ? { id: key.slice(start.length), ...data } : [];
      })
      .filter((edit) => edit.file === file && edit.account === account && edit.text !== edit.before)
      .toSorted((one, other) => other.at.localeCompare(one.at));
  } catch {
    return [];
  }
}
