/**
 * Keeps the call screen in this browser, so that a call in progress outlives the network: the page, its code and its
 * data. The scope is the whole site, because a browser asks the service worker by the address of the search worker's
 * script; the service worker answers for the files of the call screen and leaves all others alone.
 */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/call-worker.js', { scope: '/' }).catch(() => {
    // A browser that allows no workers works on line only.
  });
}
