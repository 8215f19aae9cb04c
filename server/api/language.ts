import { agencyLanguage, type LanguageAddresses } from '#editor';
import type { Content } from '#knowledge';
import { sendJson } from '../http/answer.ts';
import type { Route } from '../http/router.ts';

/** `/api/language`: what the linter in the browser needs to know of the agency. */
export function languageRoute(content: Content, addresses: LanguageAddresses): Route {
  const body = { ...addresses, ...agencyLanguage(content) };
  return {
    method: 'GET',
    path: '/api/language',
    access: 'letter.read',
    handle: ({ response }) => sendJson(response, 200, body),
  };
}
