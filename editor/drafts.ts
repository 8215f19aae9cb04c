import { nanoid } from 'nanoid';
import type { Identity } from '#identity';
import { type Content, letterKindSchema, type Page } from '#knowledge';
import { LettersLeaving } from './approval/leaving.ts';
import { stateNames } from './approval/names.ts';
import { citedVersion } from './citations/cited-page.ts';
import { type Collaboration, createCollaboration } from './collaboration/server.ts';
import { fittingTemplates, type TemplateWish } from './letters/choice.ts';
import { type DeadlineLine, deadlineLine } from './letters/deadline-line.ts';
import { actsOf, type DeskView, deskView } from './letters/desk.ts';
import { type Expiry, expiryOf } from './letters/expiry.ts';
import { readDraftInput } from './letters/input.ts';
import { type Dates, datesOf, type StartView, startView } from './letters/start.ts';
import { draftTitle } from './letters/title.ts';
import { schemaVersion } from './schema/version.ts';
import type { DraftRecord } from './storage/record.ts';
import type { DraftVersion } from './storage/version.ts';
import { DraftWriter } from './storage/writer.ts';
import { templateToDocument } from './template/convert.ts';
import { seedUpdate } from './template/seed.ts';
import type { OpenMention } from './together/threads.ts';
import { readVersionInput } from './versions/input.ts';

/** What drafting needs to know of the house it works in. */
export interface DraftsOptions {
  /** The folder that holds `drafts.sqlite`. */
  readonly dataFolder: string;
  readonly content: Content;
}

/** A draft in a list. */
export interface DraftSummary extends DraftRecord {
  readonly deadline: DeadlineLine | undefined;
  readonly expiry: Expiry;
  /** What its state is called. */
  readonly stateName: string;
  /** Who is in it right now. */
  readonly people: readonly string[];
  /** Who is called in its comments and has not answered. */
  readonly mentions: readonly OpenMention[];
}

/** Drafts of letters: the store, and writing together. */
export interface Drafts {
  readonly collaboration: Collaboration;
  /** The ways of a letter out of the desk, and from draft to sent. */
  readonly leaving: LettersLeaving;
  /** All drafts, the last changed first. */
  list(): Promise<DraftSummary[]>;
  /** Everything the desk of a draft shows besides the text; undefined when there is no such draft. */
  desk(id: string, identity: Identity): Promise<DeskView | undefined>;
  /** Makes a draft out of a template. Throws a DraftInputError for input that cannot become one. */
  create(input: unknown): Promise<DraftRecord>;
  rename(id: string, title: string): Promise<void>;
  /** The versions of a draft, the newest first. */
  versions(id: string): Promise<DraftVersion[]>;
  /** Keeps the letter as a version; undefined when it says the same as the last one. Throws a DraftInputError. */
  keepVersion(id: string, input: unknown, identity: Identity): Promise<number | undefined>;
  /** The document of a version as one update; undefined when there is no such version. */
  version(id: string, number: number): Promise<Uint8Array | undefined>;
  /** Deletes a draft and closes it for everybody who is in it. */
  remove(id: string): Promise<void>;
  /** The templates that fit what the writer has said, the best first. */
  templates(wish: TemplateWish): readonly Page<'template'>[];
  /** The form of a new draft. */
  start(template: Page<'template'>, urgent: boolean | undefined): StartView;
  /** Dates for a template; `received` by the clock of the agency. */
  dates(template: Page<'template'>, received: string, urgent: boolean): Dates;
  /** Deletes drafts that nobody has changed, and letters sent, for as long as the profile says (OT-3); gives their number. */
  removeExpired(now: Date): Promise<number>;
  /** Rejects when the store cannot be written. */
  check(): Promise<void>;
  /** Closes sockets, writes what is waiting, closes the file. */
  close(): Promise<void>;
}

/** Opens the store of drafts and makes the collaboration server over it. */
export function createDrafts({ dataFolder, content }: DraftsOptions): Drafts {
  const writer = new DraftWriter(dataFolder);
  const collaboration = createCollaboration(writer);
  const leaving = new LettersLeaving(writer, collaboration, content);

  async function remove(id: string): Promise<void> {
    await writer.remove(id);
    collaboration.closeDraft(id, 'gone');
  }

  return {
    collaboration,
    leaving,
    async list() {
      const [records, mentions] = await Promise.all([writer.list(), writer.mentions()]);
      const now = new Date();
      return records.map((record) => ({
        ...record,
        deadline: deadlineOf(record, content),
        expiry: expiryOf(record, content.agency.drafts, now),
        stateName: stateNames[record.state],
        people: collaboration.people(record.id),
        mentions: mentions.get(record.id) ?? [],
      }));
    },
    async desk(id, identity) {
      const record = await writer.find(id);
      if (record === undefined) return undefined;
      return deskView(record, letterKindSchema.parse(record.letter), content, identity);
    },
    async create(input) {
      const { template, urgent, received, values } = readDraftInput(input, content);
      const now = new Date().toISOString();
      const record: DraftRecord = {
        id: nanoid(),
        template: template.id,
        letter: template.data.letter,
        title: draftTitle(template, values),
        urgent,
        received,
        values,
        created: now,
        updated: now,
        epoch: 1,
        schema: schemaVersion,
        state: 'draft',
      };
      // What the letter is begun with is one of its sources: a later change of the template or of an act is told (KB-6).
      const sources = [template, ...actsOf(template, content)]
        .flatMap(({ id }) => citedVersion(id, content) ?? [])
        .map((version) => ({ ...version, by: '', at: now }));
      const document = seedUpdate(templateToDocument(template, content.agency), values, sources);
      await writer.create({ record, document });
      return record;
    },
    rename: (id, title) => writer.rename(id, title),
    versions: (id) => writer.versions(id),
    keepVersion: (id, input, identity) =>
      writer.keepVersion({ draft: id, at: new Date().toISOString(), ...readVersionInput(input, identity) }),
    version: (id, number) => writer.version(id, number),
    remove,
    templates: (wish) => fittingTemplates(content.pagesOf('template'), wish),
    start: (template, urgent) => startView(template, urgent, content),
    dates: (template, received, urgent) => datesOf(template, received, urgent, content),
    async removeExpired(now) {
      const expired = (await writer.list()).filter(
        (record) =>
          Date.parse(expiryOf(record, content.agency.drafts, now).at) < now.getTime() &&
          collaboration.people(record.id).length === 0,
      );
      for (const { id } of expired) await remove(id);
      return expired.length;
    },
    check: () => writer.check(),
    async close() {
      await collaboration.close();
      await writer.close();
    },
  };
}

function deadlineOf({ letter, urgent, received }: DraftRecord, content: Content): DeadlineLine | undefined {
  const kind = letterKindSchema.safeParse(letter);
  return kind.success ? deadlineLine({ letter: kind.data, urgent, received }, content) : undefined;
}
