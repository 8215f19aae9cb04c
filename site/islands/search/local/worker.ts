/** The worker of the search box: the same index and the same search as on the server, in the browser. */
import { type Dictionary, loadDictionary } from '@ponyatno/russian';
import { IndexFileError, openIndex, type SearchIndex, search } from '#search/browser';
import { forget, keepOnly, keptFile, newestManifest } from './kept.ts';
import type { LocalReply, LocalRequest, Manifest } from './messages.ts';

/** A page may stand open for a whole shift. */
const lookEveryMs = 5 * 60 * 1000;

let index: SearchIndex | undefined;
let opened: Manifest | undefined;
let dictionary: { readonly url: string; readonly words: Dictionary } | undefined;

function reply(message: LocalReply): void {
  postMessage(message);
}

addEventListener('message', ({ data: { id, query, options } }: MessageEvent<LocalRequest>) => {
  try {
    if (index === undefined) throw new Error('no index');
    reply({ kind: 'answer', id, answer: search(index, query, options) });
  } catch (error) {
    reply({ kind: 'failure', id, reason: String(error) });
  }
});
addEventListener('online', renew);
setInterval(renew, lookEveryMs);
renew();

async function renew(): Promise<void> {
  try {
    const manifest = await newestManifest();
    if (manifest.index === opened?.index) return;
    await open(manifest);
    opened = manifest;
    await keepOnly(manifest);
    reply({ kind: 'ready', publishedAt: manifest.publishedAt });
  } catch (error) {
    if (index === undefined) reply({ kind: 'unavailable', reason: String(error) });
  }
}

async function open(manifest: Manifest): Promise<void> {
  const [file, words] = await Promise.all([keptFile(manifest.index), wordsOf(manifest.dictionary)]);
  try {
    const fresh = openIndex(file, words);
    // The first query makes look-ups that later ones need: better now than under the first key.
    search(fresh, 'срокк ответа', { audience: 'staff' });
    index = fresh;
  } catch (error) {
    if (error instanceof IndexFileError) await forget(manifest.index);
    throw error;
  }
}

async function wordsOf(url: string): Promise<Dictionary> {
  if (dictionary?.url !== url) dictionary = { url, words: loadDictionary(await keptFile(url)) };
  return dictionary.words;
}
