import { randomBytes } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import type { EnqueuedTaskPromise, Index, Meilisearch } from 'meilisearch';
import { z } from 'zod';
import type { SearchIndex } from '../engine/search-index.ts';
import { documentsOf, type MeilisearchDocument } from './documents.ts';
import { faultOf, MeilisearchFault } from './fault.ts';
import { indexSettings, sameSettings } from './settings.ts';

const pageOfDocuments = 1_000;
const batchOfDocuments = 500;
const taskTimeoutMs = 10 * 60_000;
const pollMs = 50;
/** When more has changed, a new index is made: it is as quick, and nobody sees it half done. */
const mostInPlace = 0.3;
/** A publication that has stopped half-way leaves its index behind. */
const forgottenAfterMs = 60 * 60_000;

const keptSchema = z.object({
  results: z.array(z.object({ id: z.string(), hash: z.string().optional() })),
  total: z.number(),
});

/** What a publication did. */
export interface Publication {
  /** Documents of the index. */
  readonly documents: number;
  readonly sent: number;
  readonly removed: number;
  /** Whether a new index took the place of the old one. */
  readonly swapped: boolean;
}

/**
 * Brings a server's index to the state of ours. Only documents whose hash has changed are sent; when that is much, or the settings
 * are others, a new index is filled and swapped in, so that no question meets a half-filled one.
 *
 * @throws MeilisearchFault
 */
export async function publish(client: Meilisearch, uid: string, index: SearchIndex): Promise<Publication> {
  try {
    return await bringUp(client, uid, index);
  } catch (error) {
    throw faultOf(error);
  }
}

async function bringUp(client: Meilisearch, uid: string, index: SearchIndex): Promise<Publication> {
  await dropForgotten(client, uid);
  const live = client.index<MeilisearchDocument>(uid);
  const kept = await keptHashes(live);
  const changes =
    kept !== undefined && sameSettings(await live.getSettings()) ? await changesOf(index, kept) : undefined;
  if (changes === undefined) {
    const documents = await replace(client, uid, kept !== undefined, index);
    return { documents, sent: documents, removed: 0, swapped: true };
  }
  const { documents, changed, gone } = changes;
  await send(live, changed);
  if (gone.length > 0) await done(live.deleteDocuments(gone));
  return { documents, sent: changed.length, removed: gone.length, swapped: false };
}

interface Changes {
  readonly documents: number;
  readonly changed: MeilisearchDocument[];
  readonly gone: string[];
}

/** What is not on the server as it is here; undefined when that is much. */
async function changesOf(
  index: SearchIndex,
  kept: ReadonlyMap<string, string>,
): Promise<Changes | undefined> {
  const most = mostInPlace * index.records;
  const gone = new Set(kept.keys());
  const changed: MeilisearchDocument[] = [];
  let documents = 0;
  for await (const document of documentsOf(index)) {
    documents++;
    gone.delete(document.id);
    if (kept.get(document.id) !== document.hash) changed.push(document);
    if (changed.length > most) return undefined;
  }
  return changed.length + gone.size > most ? undefined : { documents, changed, gone: [...gone] };
}

/** The hash of every document, by id; undefined when there is no such index. */
async function keptHashes(live: Index): Promise<Map<string, string> | undefined> {
  const kept = new Map<string, string>();
  try {
    for (let offset = 0; ; offset += pageOfDocuments) {
      const answer = await live.getDocuments({ fields: ['id', 'hash'], limit: pageOfDocuments, offset });
      const page = keptSchema.parse(answer);
      for (const { id, hash = '' } of page.results) kept.set(id, hash);
      if (page.results.length < pageOfDocuments) return kept;
    }
  } catch (error) {
    if (faultOf(error).kind === 'missing') return undefined;
    throw error;
  }
}

async function replace(
  client: Meilisearch,
  uid: string,
  exists: boolean,
  index: SearchIndex,
): Promise<number> {
  // A name of its own: two servers that publish at once do not fill one index.
  const fresh = exists ? `${uid}-next-${randomBytes(6).toString('hex')}` : uid;
  await done(client.createIndex(fresh, { primaryKey: 'id' }), 'index_already_exists');
  const next = client.index<MeilisearchDocument>(fresh);
  await done(next.updateSettings(indexSettings));
  const documents = await send(next, documentsOf(index));
  if (fresh === uid) return documents;
  await swap(client, uid, fresh);
  await done(client.deleteIndex(fresh));
  return documents;
}

/**
 * Swaps the new index in and waits until it is there. The task itself cannot be waited for: a key that is scoped to our indexes does
 * not see tasks of more than one index. The time of creation goes along with what is swapped.
 */
async function swap(client: Meilisearch, uid: string, fresh: string): Promise<void> {
  const { createdAt } = await client.getRawIndex(fresh);
  await client.swapIndexes([{ indexes: [uid, fresh], rename: false }]);
  for (const until = Date.now() + taskTimeoutMs; Date.now() < until; await after(pollMs)) {
    if ((await client.getRawIndex(uid)).createdAt === createdAt) return;
  }
  throw new MeilisearchFault('refused', 'swap-indexes');
}

/** @returns how many were sent */
async function send(
  index: Index<MeilisearchDocument>,
  documents: Iterable<MeilisearchDocument> | AsyncIterable<MeilisearchDocument>,
): Promise<number> {
  let batch: MeilisearchDocument[] = [];
  let sent = 0;
  const flush = async () => {
    if (batch.length > 0) await done(index.addDocuments(batch, { primaryKey: 'id' }));
    sent += batch.length;
    batch = [];
  };
  for await (const document of documents) if (batch.push(document) === batchOfDocuments) await flush();
  await flush();
  return sent;
}

/** Waits for a task; one that failed is a fault, unless with the code that is all right. */
async function done(task: EnqueuedTaskPromise, fine?: string): Promise<void> {
  const { status, error } = await task.waitTask({ timeout: taskTimeoutMs, interval: pollMs });
  if (status === 'succeeded' || (fine !== undefined && error?.code === fine)) return;
  throw new MeilisearchFault('refused', error?.code ?? status, error);
}

async function dropForgotten(client: Meilisearch, uid: string): Promise<void> {
  const { results } = await client.getRawIndexes({ limit: pageOfDocuments });
  for (const { uid: name, updatedAt } of results) {
    const old = Date.now() - Date.parse(String(updatedAt)) > forgottenAfterMs;
    if (name.startsWith(`${uid}-next-`) && old) await done(client.deleteIndex(name), 'index_not_found');
  }
}
