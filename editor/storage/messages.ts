import type { Attributed } from '../together/attributions.ts';
import type { OpenMention } from '../together/threads.ts';
import type { LogSize } from './database.ts';
import type { StorageFault } from './errors.ts';
import type { DraftEvent, NewEvent } from './event.ts';
import type { DraftRecord, NewDraft } from './record.ts';
import type { DraftVersion, NewVersion } from './version.ts';

/** What the writer can be asked for, and what it answers. */
export interface Requests {
  list: { ask: undefined; answer: DraftRecord[] };
  find: { ask: string; answer: DraftRecord | undefined };
  create: { ask: NewDraft; answer: undefined };
  rename: { ask: { draft: string; title: string }; answer: undefined };
  remove: { ask: string; answer: undefined };
  /** Every load has a number: appends that belong to a load that broke are refused until the draft is loaded anew. */
  load: {
    ask: { draft: string; load: number };
    answer: { record: DraftRecord; document: Uint8Array; attributions: Attributed[] };
  };
  /** The document as it is on the disk, for reading alone: it has no part in the numbers of loads. */
  read: { ask: string; answer: { record: DraftRecord; document: Uint8Array } };
  /** Gives the number of the line; undefined when the draft is no longer in the state that the line starts from. */
  record: { ask: NewEvent; answer: number | undefined };
  history: { ask: string; answer: DraftEvent[] };
  append: {
    ask: {
      draft: string;
      epoch: number;
      load: number;
      update: Uint8Array;
      attributions?: readonly Attributed[];
    };
    answer: undefined;
  };
  /** Gives the number of the version; undefined when it says the same as the last one. */
  keepVersion: { ask: NewVersion; answer: number | undefined };
  versions: { ask: string; answer: DraftVersion[] };
  version: { ask: { draft: string; number: number }; answer: Uint8Array | undefined };
  setMentions: { ask: { draft: string; mentions: readonly OpenMention[] }; answer: undefined };
  mentions: { ask: undefined; answer: Map<string, OpenMention[]> };
  compact: { ask: string; answer: LogSize };
  check: { ask: undefined; answer: undefined };
  close: { ask: undefined; answer: undefined };
}

export type RequestName = keyof Requests;

/** A message to the writer's thread. */
export type WriterRequest = {
  [Name in RequestName]: { id: number; name: Name; ask: Requests[Name]['ask'] };
}[RequestName];

/** A message back. */
export type WriterReply =
  | { id: number; answer: Requests[RequestName]['answer'] }
  | { id: number; fault: StorageFault; message: string };
