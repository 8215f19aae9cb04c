import * as Y from 'yjs';
import { peopleField } from '../schema/version.ts';
import { Threads } from './threads.ts';

/** A writer of the draft: who, and when last. */
export interface Writer {
  readonly name: string;
  /** The minute of the last edit, as an instant. */
  readonly at: string;
}

/**
 * Keeps who writes with which client of Yjs. The entry is renewed with the first edit of every minute: a deletion alone
 * does not move a client's clock in Yjs, so that without it nobody would have made it.
 */
export function recordWriting(document: Y.Doc, name: string, at: Date = new Date()): void {
  const minute = `${at.toISOString().slice(0, 16)}Z`;
  const people = document.getMap(peopleField);
  const key = String(document.clientID);
  const before = readWriter(people.get(key));
  if (before?.name !== name || before.at !== minute) people.set(key, { name, at: minute });
}

/** Writers of the draft by the number of their client. */
export function writersOf(document: Y.Doc): Map<number, Writer> {
  const writers = new Map<number, Writer>();
  for (const [client, value] of document.getMap(peopleField)) {
    const writer = readWriter(value);
    if (writer !== undefined) writers.set(Number(client), writer);
  }
  return writers;
}

/** Everybody who has written in the letter or in its comments, by name. */
export function namesIn(document: Y.Doc): string[] {
  const writers = [...writersOf(document).values()].map(({ name }) => name);
  const authors = new Threads(document)
    .list()
    .flatMap(({ comments }) => comments.map(({ author }) => author));
  return [...new Set([...writers, ...authors])].filter((name) => name !== '').toSorted();
}

/** Who has changed the letter since a state that is known by its state vector, the last one first. */
export function changedSince(document: Y.Doc, stateVector: Uint8Array): Writer[] {
  const before = Y.decodeStateVector(stateVector);
  const now = Y.decodeStateVector(Y.encodeStateVector(document));
  const changed = [...writersOf(document)].filter(
    ([client]) => (now.get(client) ?? 0) > (before.get(client) ?? 0),
  );
  const latest = new Map<string, Writer>();
  for (const [, writer] of changed)
    if ((latest.get(writer.name)?.at ?? '') < writer.at) latest.set(writer.name, writer);
  return [...latest.values()].toSorted((one, other) => other.at.localeCompare(one.at));
}

function readWriter(value: unknown): Writer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, at }: { name?: unknown; at?: unknown } = value;
  return typeof name === 'string' && typeof at === 'string' ? { name, at } : undefined;
}
