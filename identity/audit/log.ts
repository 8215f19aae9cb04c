import { setTimeout as sleep } from 'node:timers/promises';
import { type ChainEnd, chainEnd, stampOf } from './chain-end.ts';
import type { AuditEvent } from './event.ts';
import { type AuditDisk, AuditFiles, disk, nameAfter } from './files.ts';
import { takeLeft } from './inbox.ts';
import { lineOf, saidHash } from './line.ts';

/** How long the log is kept, and in what. */
export interface AuditKeeping {
  readonly bytesPerFile: number;
  readonly files: number;
  readonly days: number;
}

/**
 * Five years, as long as the orders keep the correspondence (M 3.3, P 4, D ОТ¶4): who let a letter out can be asked for as long as the
 * letter can. A hundred files of ten megabytes are some three million events.
 */
export const auditKeeping: AuditKeeping = { bytesPerFile: 10 * 1024 * 1024, files: 100, days: 5 * 365 + 2 };

export interface AuditOptions {
  /** The folder of the log alone. */
  readonly folder: string;
  readonly keeping?: Partial<AuditKeeping> | undefined;
  /** Told once when the disk takes nothing, and once when it does again, in Russian. */
  readonly say?: (line: string) => void;
  readonly disk?: AuditDisk;
  readonly now?: () => Date;
  /** How long a disk that takes nothing is left alone. */
  readonly retryMs?: number;
}

/** The event could not be written: what must not happen unseen must not happen. */
export class AuditUnavailable extends Error {
  override name = 'AuditUnavailable';
}

/** So many events wait in memory for a disk that takes nothing; of more only the number is kept. */
const mostWaiting = 5_000;
const inboxEveryMs = 20_000;

interface Waiting {
  readonly event: AuditEvent;
  readonly at: string;
  /** Absent for what is noted and not waited for. */
  readonly answer?: { resolve(): void; reject(error: Error): void };
}

/**
 * The log of who did what: lines that are only added, each chained to the one before. One writer at a time; lines that come while
 * it writes go to the disk together.
 */
export class AuditLog {
  readonly #files: AuditFiles;
  readonly #folder: string;
  readonly #disk: AuditDisk;
  readonly #keeping: AuditKeeping;
  readonly #say: (line: string) => void;
  readonly #now: () => Date;
  readonly #retryMs: number;
  readonly #inbox: NodeJS.Timeout;
  #queue: Waiting[] = [];
  #lost = 0;
  #end: ChainEnd | undefined;
  #working: Promise<void> | undefined;
  #trouble: string | undefined;
  #retry: NodeJS.Timeout | undefined;
  #taking: Promise<void> = Promise.resolve();

  constructor({
    folder,
    keeping,
    say = () => undefined,
    disk: given = disk,
    now,
    retryMs = 5_000,
  }: AuditOptions) {
    this.#folder = folder;
    this.#files = new AuditFiles(folder);
    this.#disk = given;
    this.#keeping = { ...auditKeeping, ...keeping };
    this.#say = say;
    this.#now = now ?? (() => new Date());
    this.#retryMs = retryMs;
    this.note({ kind: 'log-opened' });
    this.#inbox = setInterval(() => this.takeIn(), inboxEveryMs);
    this.#inbox.unref();
    this.takeIn();
  }

  /** Why nothing is written at the moment, in Russian; undefined when all is well. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /**
   * Takes an event down; resolves when it is on the disk.
   *
   * @throws AuditUnavailable at once while the disk takes nothing
   */
  record(event: AuditEvent): Promise<void> {
    if (this.#trouble !== undefined) return Promise.reject(new AuditUnavailable(this.#trouble));
    return new Promise((resolve, reject) =>
      this.#add({ event, at: this.#stamp(), answer: { resolve, reject } }),
    );
  }

  /** Takes an event down and lets the work go on: it waits in memory while the disk takes nothing. */
  note(event: AuditEvent): void {
    this.#add({ event, at: this.#stamp() });
  }

  /** Where the log ends: to be kept elsewhere, so that a log cut short is found. */
  async head(): Promise<{ readonly n: number; readonly hash: string }> {
    await this.#working;
    const { n, hash } = this.#end ?? (await chainEnd(this.#files));
    return { n, hash };
  }

  /** Takes in what commands have left. */
  takeIn(): Promise<void> {
    this.#taking = this.#taking.then(() => this.#takeIn()).catch(() => undefined);
    return this.#taking;
  }

  /** Resolves when everything that can be written is. */
  async close(): Promise<void> {
    clearInterval(this.#inbox);
    await this.#taking;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    await this.#working;
    // One more try for what waits, and then the process must be allowed to end.
    if (this.#queue.length > 0) await this.#write().catch(() => undefined);
  }

  async #takeIn(): Promise<void> {
    for (const { event, at, done } of await takeLeft(this.#folder, this.#say)) {
      if (this.#trouble !== undefined) return;
      await new Promise<void>((resolve, reject) => this.#add({ event, at, answer: { resolve, reject } }));
      await done();
    }
  }

  #stamp(): string {
    return this.#now().toISOString();
  }

  #add(waiting: Waiting): void {
    if (this.#queue.length >= mostWaiting) {
      this.#lost += 1;
      waiting.answer?.reject(new AuditUnavailable('The audit log is flooded.'));
      return;
    }
    this.#queue.push(waiting);
    if (this.#retry === undefined) this.#work();
  }

  #work(): void {
    this.#working ??= this.#writeAll().finally(() => {
      this.#working = undefined;
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#queue.length > 0) {
      // What comes in the same moment goes together.
      await sleep(0);
      try {
        await this.#write();
        this.#recovered();
      } catch (error) {
        this.#failed(error);
        return;
      }
    }
  }

  async #write(): Promise<void> {
    const end = await this.#ready();
    const batch = this.#queue.slice(0, 500);
    const extra = this.#lost > 0 ? [{ event: lostEvent(this.#lost), at: this.#stamp() }] : [];
    let { n, hash } = end;
    let text = '';
    for (const { event, at } of [...extra, ...batch]) {
      n += 1;
      const line = lineOf(event, n, at, hash);
      hash = line.hash;
      text += `${line.text}\n`;
    }
    const month = this.#stamp().slice(0, 7);
    const added = Buffer.byteLength(text);
    const full =
      end.file === undefined || end.bytes + added > this.#keeping.bytesPerFile || end.month !== month;
    const fresh = full && (end.file === undefined || end.bytes > 0);
    const file = fresh ? nameAfter(end.file) : (end.file ?? nameAfter(undefined));
    const sure = batch.some(({ event }) => event.kind !== 'refused');
    // From here on the file may hold what was not acknowledged: a failure makes the next try look, and cut it off.
    this.#end = { ...end, file, bytes: fresh ? 0 : end.bytes };
    await this.#disk.append(this.#files.path(file), text, sure);
    this.#end = {
      n,
      hash,
      file,
      bytes: (fresh ? 0 : end.bytes) + added,
      month: end.bytes === 0 || fresh ? month : end.month,
      torn: 0,
    };
    this.#queue = this.#queue.slice(batch.length);
    if (extra.length > 0) this.#lost = 0;
    for (const { answer } of batch) answer?.resolve();
    if (fresh) await this.#prune();
  }

  /** The end of the log, with everything behind it cut off that was never acknowledged. */
  async #ready(): Promise<ChainEnd> {
    if (this.#end !== undefined && this.#trouble === undefined) return this.#end;
    await this.#files.make();
    const known = this.#end;
    if (known !== undefined && known.file !== undefined) {
      await this.#files.cut(known.file, known.bytes).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
      return known;
    }
    const end = await chainEnd(this.#files);
    if (end.torn > 0 && end.file !== undefined) {
      await this.#files.cut(end.file, end.bytes);
      this.#queue.unshift({
        event: { kind: 'log-repaired', detail: `cut off ${end.torn} bytes`, subject: end.file },
        at: this.#stamp(),
      });
    }
    this.#end = end;
    return end;
  }

  #failed(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (this.#trouble === undefined)
      this.#say(
        `Журнал событий не записывается: ${reason}. События ждут в памяти; освободите место на диске или исправьте права на папку ${this.#folder}.`,
      );
    this.#trouble = `Журнал событий не записывается: ${reason}. Роли и учётные записи сейчас не меняются.`;
    for (const { answer } of this.#queue) answer?.reject(new AuditUnavailable(this.#trouble));
    this.#queue = this.#queue.filter(({ answer }) => answer === undefined);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      if (this.#queue.length === 0) this.note({ kind: 'log-opened' });
      else this.#work();
    }, this.#retryMs);
    this.#retry.unref();
  }

  #recovered(): void {
    if (this.#trouble === undefined) return;
    this.#trouble = undefined;
    this.#say('Журнал событий снова записывается.');
  }

  /** Takes the oldest files away; the log says which, and where the rest begins. */
  async #prune(): Promise<void> {
    const names = await this.#files.names();
    const oldest = this.#now().getTime() - this.#keeping.days * 86_400_000;
    for (const [index, name] of names.entries()) {
      if (name === this.#end?.file) return;
      const last = (await this.#files.text(name)).trimEnd().split('\n').at(-1) ?? '';
      const stamp = stampOf(last);
      const surplus = names.length - index > this.#keeping.files;
      if (!surplus && (stamp === undefined || Date.parse(stamp.at) > oldest)) return;
      await this.#record({
        kind: 'log-pruned',
        subject: name,
        detail: `${stamp?.n ?? 0}:${saidHash(last) ?? ''}`,
      });
      await this.#files.remove(name).catch((error: unknown) => console.error(error));
    }
  }

  /** Writes one event now, within the turn of the writer. */
  async #record(event: AuditEvent): Promise<void> {
    const end = await this.#ready();
    const line = lineOf(event, end.n + 1, this.#stamp(), end.hash);
    if (end.file === undefined) return;
    await this.#disk.append(this.#files.path(end.file), `${line.text}\n`, true);
    this.#end = {
      ...end,
      n: end.n + 1,
      hash: line.hash,
      bytes: end.bytes + Buffer.byteLength(line.text) + 1,
    };
  }
}

function lostEvent(count: number): AuditEvent {
  return { kind: 'log-lost', detail: `${count} events` };
}
