import type { MeilisearchSettings } from './engine.ts';

const usualUid = 'ponyatno';

/**
 * Reads MEILI_URL (one address, or several separated by commas), MEILI_KEY and MEILI_INDEX. Undefined without MEILI_URL.
 *
 * @throws MeilisearchConfigurationError with the way out
 */
export function readMeilisearch(
  env: Readonly<Record<string, string | undefined>>,
): MeilisearchSettings | undefined {
  if (!env.MEILI_URL?.trim()) return undefined;
  const urls = env.MEILI_URL.split(',').map((url) => url.trim());
  for (const url of urls) {
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    if (parsed?.protocol !== 'http:' && parsed?.protocol !== 'https:')
      throw new MeilisearchConfigurationError(
        `MEILI_URL: «${url}» не адрес. Напишите его так: http://127.0.0.1:7700. Несколько адресов разделите запятой.`,
      );
  }
  const uid = env.MEILI_INDEX || usualUid;
  if (!/^[\w-]{1,400}$/.test(uid))
    throw new MeilisearchConfigurationError(
      `MEILI_INDEX=${uid}: имя индекса состоит из латинских букв, цифр, «-» и «_». Исправьте его или уберите.`,
    );
  return { urls, uid, key: env.MEILI_KEY || undefined };
}

/** The environment names a Meilisearch that cannot be. A full Russian sentence with the way out. */
export class MeilisearchConfigurationError extends Error {
  override name = 'MeilisearchConfigurationError';
}
