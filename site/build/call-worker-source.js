/// <reference lib="webworker" />
// The service worker of the call screen, see call-worker.ts: it answers for the page, its files and its data, and for
// nothing else.
const version = 'VERSION';
const files = [];
const storeName = `call-${version}`;

self.addEventListener('install', (event) => {
  event.waitUntil(install().then(() => self.skipWaiting()));
});

/** Takes what has not changed from the store of the version before, and only the rest from the network. */
async function install() {
  const older = (await caches.keys()).filter((key) => key.startsWith('call-') && key !== storeName);
  const cache = await caches.open(storeName);
  await Promise.all(
    files.map(async (file) => {
      const known = unchanging(file) ? await storedIn(older, file) : undefined;
      if (known) await cache.put(file, known);
      else await cache.add(new Request(file, { cache: 'no-cache' }));
    }),
  );
}

/** The name of a built file changes with what is in it. */
function unchanging(file) {
  return file.startsWith('/_astro/');
}

async function storedIn(stores, file) {
  for (const cacheName of stores) {
    const found = await caches.match(file, { cacheName });
    if (found) return found;
  }
  return undefined;
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((keys) =>
        Promise.all(
          keys.filter((key) => key.startsWith('call-') && key !== storeName).map((key) => caches.delete(key)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || !files.includes(url.pathname))
    return;
  event.respondWith(
    url.pathname === '/call/data.json' ? fresh(event.request) : kept(event.request, url.pathname),
  );
});

/** From the store; what is not in it comes from the network. */
async function kept(request, path) {
  return (await caches.match(path, { cacheName: storeName })) ?? fetch(request);
}

/** From the network, with the store for the time without it. Who may not see the data any more keeps none of it. */
async function fresh(request) {
  try {
    const response = await fetch(request);
    const cache = await caches.open(storeName);
    if (response.ok) {
      // Who may see the data again keeps the rest of the screen again too.
      if (!(await cache.match('/call'))) await install();
      await cache.put('/call/data.json', response.clone());
    } else if (response.status === 401 || response.status === 403) await caches.delete(storeName);
    return response;
  } catch (error) {
    const stored = await caches.match('/call/data.json', { cacheName: storeName });
    if (stored) return stored;
    throw error;
  }
}
