import type {
  beforeHandleAwarenessPayload,
  beforeHandleMessagePayload,
  connectedPayload,
  Document,
  Extension,
} from '@hocuspocus/server';
import { getState } from 'yjs';
import { type Attributed, Attributions, attributionNews } from '../together/attributions.ts';
import type { Context } from './context.ts';
import { carriesChanges, readFrame } from './frame.ts';
import { closings } from './protocol.ts';
import { weigh } from './weigh.ts';

/** What is known of one document. */
interface Known {
  readonly attributions: Attributions;
  /** Which account says that it writes with which client. */
  readonly claims: Map<number, string>;
  /** What the store has not been told yet. */
  fresh: Attributed[];
}

/**
 * Takes down which account brings which changes, before they are applied, and tells the desks: they hold the names in comments
 * and suggestions against it. Without accounts everybody is who they say they are, and nothing is taken down.
 */
export class Authorship implements Extension<Context> {
  readonly extensionName = 'authorship';
  readonly #known = new WeakMap<Document, Known>();
  readonly #isHere: (room: string, person: string) => boolean;

  constructor(isHere: (room: string, person: string) => boolean) {
    this.#isHere = isHere;
  }

  /** Takes what the store knows of a document that is being loaded. */
  learn(document: Document, list: readonly Attributed[]): Attributions {
    const attributions = new Attributions(list);
    this.#known.set(document, { attributions, claims: new Map(), fresh: [] });
    return attributions;
  }

  /** What the store is to be told with the next update. */
  takeFresh(document: Document): readonly Attributed[] {
    const known = this.#known.get(document);
    if (known === undefined) return [];
    const { fresh } = known;
    known.fresh = [];
    return fresh;
  }

  async connected({ connection }: connectedPayload<Context>): Promise<void> {
    const list = this.#known.get(connection.document)?.attributions.all() ?? [];
    if (list.length > 0) connection.sendStateless(attributionNews(list));
  }

  /** A browser says with which client it writes before it has written anything; whoever says so first is believed. */
  async beforeHandleAwareness({
    states,
    document,
    context,
  }: beforeHandleAwarenessPayload<Context>): Promise<void> {
    const person = context?.gate?.visitor.identity.person;
    const known = this.#known.get(document);
    if (known === undefined || !person?.name) return;
    for (const client of states.keys())
      if (known.attributions.ownerOf(client) === undefined && !known.claims.has(client))
        known.claims.set(client, person.id);
  }

  async beforeHandleMessage({
    document,
    documentName,
    connection,
    update,
  }: beforeHandleMessagePayload<Context>): Promise<void> {
    const { gate } = connection.context;
    const { person } = gate.visitor.identity;
    const known = this.#known.get(document);
    if (known === undefined || !person?.name || connection.readOnly) return;
    const frame = readFrame(update);
    if (frame?.payload === undefined || !carriesChanges(frame)) return;
    const { attributions, claims } = known;
    const found = weigh(frame.payload, person, {
      attributions,
      stateOf: (client) => getState(document.store, client),
      claimedBy: (client) => claims.get(client),
      isHere: (other) => this.#isHere(documentName, other),
    });
    if (found === 'foreign') {
      gate.refuse('foreign');
      throw { code: closings.foreign.code, reason: 'foreign' };
    }
    if (found.length === 0) return;
    attributions.add(found);
    known.fresh.push(...found);
    document.broadcastStateless(attributionNews(found));
  }
}
