import type { Manifest } from './messages.ts';

/** A page for the public has files beside it, whatever serves them; what it keeps is kept apart from the staff's. */
const places = {
  staff: { cacheName: 'ponyatno-search', manifestUrl: '/api/search/index' },
  public: { cacheName: 'ponyatno-public-search', manifestUrl: '/search/index.json' },
} as const;
const { cacheName, manifestUrl } = places[Reflect.get(globalThis, 'name') === 'public' ? 'public' : 'staff'];

// Browsers keep nothing for pages that came without TLS from another machine.
async function store(): Promise<Cache | undefined> {
  return 'caches' in globalThis ? caches.open(cacheName).catch(() => undefined) : undefined;
}

/** The newest manifest: the server's, or, without a connection, the one that was kept. */
export async function newestManifest(): Promise<Manifest> {
  const response = await fetch(manifestUrl).catch(() => undefined);
  if (response?.ok) return (await response.json()) as Manifest;
  const refused = `${manifestUrl}: ${response?.status ?? 'no connection'}`;
  if (response?.status === 401 || response?.status === 403) {
    // Who may not see the index any more keeps none of it.
    await forgetAll();
    throw new Error(refused);
  }
  const kept = await (await store())?.match(manifestUrl);
  if (kept === undefined) throw new Error(refused);
  return (await kept.json()) as Manifest;
}

/** A file that never changes under its address: from what was kept, else from the server, and kept then. */
export async function keptFile(url: string): Promise<Uint8Array> {
  const cache = await store();
  const kept = await cache?.match(url);
  if (kept !== undefined) return new Uint8Array(await kept.arrayBuffer());
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  // A browser without room for it answers all the same, only not without a connection.
  await cache?.put(url, new Response(bytes)).catch(() => undefined);
  return new Uint8Array(bytes);
}

/** Remembers which files belong together, once they have proved whole, and lets older ones go. */
export async function keepOnly(manifest: Manifest): Promise<void> {
  try {
    const cache = await store();
    if (cache === undefined) return;
    await cache.put(manifestUrl, Response.json(manifest));
    const wanted = [manifestUrl, manifest.index, manifest.dictionary].map(
      (url) => new URL(url, location.href).href,
    );
    for (const { url } of await cache.keys()) if (!wanted.includes(url)) await cache.delete(url);
  } catch {
    // Without room nothing is kept.
  }
}

async function forgetAll(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(cacheName).catch(() => false);
}

/** Throws a file away that turned out damaged. */
export async function forget(url: string): Promise<void> {
  await (await store())?.delete(url);
}
