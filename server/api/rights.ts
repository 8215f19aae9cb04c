import { permissionsOf } from '#identity';
import { sendJson } from '../http/answer.ts';
import type { Route } from '../http/router.ts';

/** `GET /api/rights`: what the person may do, for pages that show only what he or she can use. The server asks again at every door. */
export const rightsRoute: Route = {
  method: 'GET',
  path: '/api/rights',
  access: 'open',
  handle({ response, identity }) {
    response.setHeader('Cache-Control', 'no-store');
    sendJson(response, 200, { rights: permissionsOf(identity) });
  },
};
