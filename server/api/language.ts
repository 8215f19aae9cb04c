import { agencyLanguage } from '#editor';
import type { Content } from '#knowledge';
import { sendJson } from '../http/answer.ts';
import type { Route } from '../http/router.ts';

/** Where the browser gets the data of the language. */
interface Addresses {
  readonly dictionary: string;
  readonly tagger: string;
}

/** `/api/language`: what the linter in the browser needs to know of the agency. */
export function languageRoute(content: Content, addresses: Addresses): Route {
  const body = { ...addresses, ...agencyLanguage(content) };
  return { method: 'GET', path: '/api/language', handle: ({ response }) => sendJson(response, 200, body) };
}
