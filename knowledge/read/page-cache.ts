import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { splitPage } from './front-matter.ts';
import type { PageReading, ReadPage } from './page.ts';

/** A page that was read, without what its text gives in no time. */
type KeptReading = Omit<PageReading, 'source' | 'page'> & {
  readonly page:
    | (Omit<NonNullable<PageReading['page']>, 'body'> & { readonly bodyLength: number })
    | undefined;
};

/** Where and from which size on pages that were read are remembered from one process to the next. */
export interface CachePlace {
  readonly folder: string;
  /** A base below this is read in about a second, and the trials of small ones leave nothing behind. */
  readonly fewestPages?: number;
}

/**
 * Remembers pages that were read, because parsing MDX takes a millisecond a page. What is remembered is found by the sha256 of the path
 * and the text, so it cannot be out of date; it all counts only for the same program, dependencies, Node and profile, and only when the
 * file is what was written. Anything else is as if nothing had been remembered.
 */
export class PageCache {
  readonly #file: string;
  readonly #fewest: number;
  readonly #version: string;
  readonly #known: ReadonlyMap<string, string>;
  readonly #used = new Map<string, string>();
  #missed = 0;

  /** @param circumstances what besides the text decides how a page is read: the profile */
  constructor({ folder, fewestPages = 500 }: CachePlace, contentFolder: string, circumstances: unknown) {
    this.#fewest = fewestPages;
    this.#file = join(folder, `pages-${sha256(contentFolder).slice(0, 16)}.txt`);
    this.#version = sha256(JSON.stringify([programVersion(), circumstances]));
    this.#known = load(this.#file, this.#version);
  }

  /** The same reader, that looks here first. */
  reader(read: ReadPage): ReadPage {
    return (text, file, place) => {
      const key = sha256(`${file}\0${text}`);
      const kept = this.#known.get(key);
      if (kept !== undefined) {
        this.#used.set(key, kept);
        return unpacked(JSON.parse(kept) as KeptReading, text, file);
      }
      const reading = read(text, file, place);
      this.#missed++;
      this.#used.set(key, JSON.stringify(packed(reading)));
      return reading;
    };
  }

  /**
   * Keeps what was read this time. That it cannot be kept is no fault: the next time takes longer.
   *
   * @param all whether every page of the base was read, so that what was not asked for is out of date
   */
  save(all = true): void {
    const outdated = this.#missed > 0 || (all && this.#used.size < this.#known.size);
    if (!outdated || this.#used.size < this.#fewest) return;
    const lines = [...(all ? this.#used : new Map([...this.#known, ...this.#used]))]
      .map(([key, reading]) => `${key} ${reading}`)
      .join('\n');
    const temporary = `${this.#file}.${process.pid}.${threadId}`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(temporary, `${this.#version} ${sha256(lines)}\n${lines}`);
      renameSync(temporary, this.#file);
    } catch {
      // A full or read-only disk.
    }
  }
}

function packed({ page, problems }: PageReading): KeptReading {
  if (!page) return { page: undefined, problems };
  const { body, ...rest } = page;
  return { page: { ...rest, bodyLength: body.length }, problems };
}

function unpacked({ page, problems }: KeptReading, text: string, file: string): PageReading {
  const source: PageReading['source'] = { locate: (path) => splitPage(text, file).source.locate(path) };
  if (!page) return { page: undefined, source, problems };
  const { bodyLength, ...rest } = page;
  const body = bodyLength === 0 ? '' : text.slice(-bodyLength);
  return { page: { ...rest, body } as PageReading['page'], source, problems };
}

/** By key, as JSON; empty when there is no such file, or it is of another program, or not what was written. */
function load(file: string, version: string): Map<string, string> {
  const known = new Map<string, string>();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return known;
  }
  const end = text.indexOf('\n');
  const rest = text.slice(end + 1);
  if (text.slice(0, Math.max(0, end)) !== `${version} ${sha256(rest)}`) return known;
  for (const line of rest.split('\n')) known.set(line.slice(0, 64), line.slice(65));
  return known;
}

let program: string | undefined;

/** Changes with every change of this room, of the locked dependencies and of Node. */
function programVersion(): string {
  if (program !== undefined) return program;
  const room = dirname(import.meta.dirname);
  const sources = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .toSorted();
  const hash = createHash('sha256').update(process.version);
  for (const name of sources) hash.update(name).update(readFileSync(join(room, name)));
  for (const name of ['package.json', 'package-lock.json'])
    try {
      hash.update(readFileSync(join(dirname(room), name)));
    } catch {
      hash.update(`no ${name}`);
    }
  program = hash.digest('hex');
  return program;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
