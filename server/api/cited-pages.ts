import { citedPage, citedVersion } from '#editor';
import type { Content } from '#knowledge';
import { Refusal, sendJson } from '../http/answer.ts';
import type { Route } from '../http/router.ts';

/** A letter rests on no more pages than that. */
const mostPages = 200;

/** `/api/pages…`: what a letter can take from a page of the knowledge base, and which version of it is true today (KB-6). */
export function citedPageRoutes(content: Content): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/pages',
      access: 'knowledge.read',
      handle({ response, query }) {
        const ids = [...new Set(query.getAll('id'))];
        if (ids.length === 0 || ids.length > mostPages)
          throw new Refusal(400, 'bad-pages', `Назовите от 1 до ${mostPages} страниц: /api/pages?id=…&id=….`);
        const pages = Object.fromEntries(ids.map((id) => [id, citedVersion(id, content) ?? null]));
        response.setHeader('Cache-Control', 'no-store');
        sendJson(response, 200, { pages });
      },
    },
    {
      method: 'GET',
      path: '/api/pages/:id',
      access: 'knowledge.read',
      handle({ response, params }) {
        const page = citedPage(params.id ?? '', content);
        if (page === undefined)
          throw new Refusal(404, 'not-found', 'Такой страницы в базе знаний нет: найдите другую.');
        response.setHeader('Cache-Control', 'no-store');
        sendJson(response, 200, page);
      },
    },
  ];
}
