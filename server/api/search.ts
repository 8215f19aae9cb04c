import { type Answer, maxHits } from '#search';
import { Refusal, sendJson } from '../http/answer.ts';
import type { Route } from '../http/router.ts';

/**
 * `GET /api/search?q=&limit=`: the hits of DESIGN's contract, best first, and how they were found. A letter pasted by mistake is
 * answered too: the engine reads its first words.
 */
export function searchRoute(ask: (query: string, options: { limit: number }) => Answer): Route {
  return {
    method: 'GET',
    path: '/api/search',
    handle({ response, query }) {
      const question = query.get('q') ?? '';
      sendJson(response, 200, ask(question, { limit: limitOf(query.get('limit')) }));
    },
  };
}

function limitOf(text: string | null): number {
  if (text === null) return 10;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > maxHits)
    throw new Refusal(400, 'bad-limit', `limit — целое число от 1 до ${maxHits}. Исправьте его или уберите.`);
  return limit;
}
