import * as Y from 'yjs';
import { peopleField } from '../schema/version.ts';
import { Attributions } from './attributions.ts';
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

/** Everybody who has written in the letter or in its comments, by name; by what the server says, where it says something. */
export function namesIn(document: Y.Doc, attributions: Attributions = new Attributions()): string[] {
  const writers = [...writersOf(document)].flatMap(([client, { name }]) => {
    const known = attributions.namesIn(client, 0, Number.POSITIVE_INFINITY);
    return known.length > 0 ? known : [name];
  });
  const authors = new Threads(document, attributions)
    .list()
    .flatMap(({ comments }) => comments.map(({ author, sentBy }) => sentBy ?? author));
  return [...new Set([...writers, ...authors])].filter((name) => name !== '').toSorted();
}

/**
 * Who has changed the letter since a state that is known by its state vector, the last one first: by what the server says, and
 * where it says nothing by what the writers say.
 *
 * @param at when it is now, for changes of which no writer has said when they were made
 */
export function changedSince(
  document: Y.Doc,
  stateVector: Uint8Array,
  attributions: Attributions = new Attributions(),
  at = '',
): Writer[] {
  const before = Y.decodeStateVector(stateVector);
  const now = Y.decodeStateVector(Y.encodeStateVector(document));
  const writers = writersOf(document);
  const latest = new Map<string, Writer>();
  for (const [client, end] of now) {
    const begin = before.get(client) ?? 0;
    if (end <= begin) continue;
    const said = writers.get(client);
    const known = attributions.namesIn(client, begin, end);
    for (const name of known.length > 0 ? known : said === undefined ? [] : [said.name]) {
      const writer = { name, at: said?.at ?? at };
      if ((latest.get(name)?.at ?? '') <= writer.at) latest.set(name, writer);
    }
  }
  return [...latest.values()].toSorted((one, other) => other.at.localeCompare(one.at));
}

function readWriter(value: unknown): Writer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, at }: { name?: unknown; at?: unknown } = value;
  return typeof name === 'string' && typeof at === 'string' ? { name, at } : undefined;
}
