/// <reference lib="webworker" />
// The service worker of the call screen, see call-worker.ts: it answers for the page, its files and its data, and for
// nothing else.
const version = 'VERSION';
const files = [];
const storeName = `call-${version}`;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(storeName)
      .then((cache) => cache.addAll(files))
      .then(() => self.skipWaiting()),
  );
});

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
    if (response.ok) await cache.put('/call/data.json', response.clone());
    else if (response.status === 401 || response.status === 403) await caches.delete(storeName);
    return response;
  } catch (error) {
    const stored = await caches.match('/call/data.json', { cacheName: storeName });
    if (stored) return stored;
    throw error;
  }
}
