import type { DraftVersion, VersionKind } from '../storage/version.ts';
import { type VersionLetter, versionLetter } from '../versions/restore.ts';

/** What the versions need of the desk. */
export interface VersionsHouse {
  readonly draft: string;
  readonly name: string;
  /** Resolves when everything written here is on the server's disk; rejects when it does not get there. */
  saved(): Promise<void>;
  /** Puts a version in the place of what is written; false when the letter may not be changed. */
  restore(letter: VersionLetter): boolean;
}

/** The versions of the draft on one person's desk. They are on the server: without connection there are none. */
export class Versions {
  list = $state.raw<readonly DraftVersion[]>();
  /** Why there is nothing to show, or what did not work. */
  trouble = $state('');
  /** What a screen reader is told. */
  said = $state('');
  busy = $state(false);
  readonly #house: VersionsHouse;
  readonly #letters = new Map<number, VersionLetter>();

  constructor(house: VersionsHouse) {
    this.#house = house;
  }

  /** Asks the server for the list. */
  async read(): Promise<void> {
    await this.#try('Не получилось прочитать версии: нет связи с сервером.', async () => {
      const answer = await asked(this.#address);
      const { versions }: { versions: DraftVersion[] } = await answer.json();
      this.list = versions;
    });
  }

  /** Keeps what is written as a version; one that is kept by itself only if the letter has changed. */
  async keep(kind: VersionKind, name = ''): Promise<boolean> {
    return this.#try('Версия не сохранилась: нет связи с сервером.', async () => {
      await this.#house.saved();
      await asked(this.#address, { method: 'POST', body: { kind, name, by: this.#house.name } });
      if (kind === 'hand') this.said = 'Версия сохранена';
      await this.read();
    });
  }

  /** The letter of a version. */
  async letter(number: number): Promise<VersionLetter | undefined> {
    const known = this.#letters.get(number);
    if (known) return known;
    let found: VersionLetter | undefined;
    await this.#try('Версия не открылась: нет связи с сервером.', async () => {
      const answer = await asked(`${this.#address}/${number}`);
      found = versionLetter(new Uint8Array(await answer.arrayBuffer()));
      this.#letters.set(number, found);
    });
    return found;
  }

  /** Takes the letter back to a version. What was there before is kept first, so that nothing is lost. */
  async restore(version: DraftVersion, name: string): Promise<void> {
    const letter = await this.letter(version.number);
    if (!letter || !(await this.keep('before-restore'))) return;
    if (!this.#house.restore(letter)) {
      this.trouble = 'Письмо сейчас не меняют, поэтому вернуть версию нельзя.';
      return;
    }
    if (await this.keep('restored', name))
      this.said = 'Версия возвращена. Прежний текст тоже сохранён как версия';
  }

  get #address(): string {
    return `/api/drafts/${this.#house.draft}/versions`;
  }

  async #try(trouble: string, work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    try {
      await work();
      this.trouble = '';
      return true;
    } catch (error) {
      console.error(error);
      this.trouble = trouble;
      return false;
    } finally {
      this.busy = false;
    }
  }
}

async function asked(
  address: string,
  { method = 'GET', body }: { method?: string; body?: object } = {},
): Promise<Response> {
  const init =
    body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(address, { method, ...init });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}
