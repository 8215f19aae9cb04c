import { type Answer, maxHits, type SearchOptions, SearchUnavailable } from '#search';
import { Refusal, sendJson } from '../http/answer.ts';
import type { Route } from '../http/router.ts';

/** What a question may ask for; the asker may keep to what everybody may see, and not widen it. */
export type Asked = Omit<SearchOptions, 'audience'> & { readonly audience?: 'public' };

/**
 * `GET /api/search?q=&limit=`: the hits of DESIGN's contract, best first, and how they were found; `facets=1` counts pages by kind,
 * function and audience, `kind=`, `function=` and `audience=public` keep to one. A letter pasted by mistake is answered too: the engine reads its first
 * words.
 */
export function searchRoute(ask: (query: string, options: Asked) => Promise<Answer>): Route {
  return {
    method: 'GET',
    path: '/api/search',
    access: 'search.staff',
    cost: 'search',
    async handle({ response, query }) {
      const question = query.get('q') ?? '';
      sendJson(response, 200, await answered(ask(question, askedOf(query))));
    },
  };
}

async function answered(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error;
    throw new Refusal(503, 'search-unavailable', error.message, { 'Retry-After': '1' });
  }
}

function askedOf(query: URLSearchParams): Asked {
  const kind = query.get('kind');
  const ofFunction = query.get('function');
  return {
    limit: limitOf(query.get('limit')),
    ...(kind === null ? {} : { kind: kind as NonNullable<SearchOptions['kind']> }),
    ...(ofFunction === null ? {} : { function: ofFunction }),
    ...(query.get('audience') === 'public' ? { audience: 'public' } : {}),
    ...(query.get('facets') === '1' ? { facets: true } : {}),
  };
}

function limitOf(text: string | null): number {
  if (text === null) return 10;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > maxHits)
    throw new Refusal(400, 'bad-limit', `limit — целое число от 1 до ${maxHits}. Исправьте его или уберите.`);
  return limit;
}
