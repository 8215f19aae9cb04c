import type { Accounts } from '#identity';
import { permissionsOf } from '#identity';
import { safeNext } from '#site';
import { Refusal, sendJson } from '../http/answer.ts';
import { clientOf } from '../http/client.ts';
import type { Call, Route } from '../http/router.ts';

/** Who somebody is, and the way out. What people change of accounts are forms of pages; of better-auth nothing else is reachable. */
export function accountRoutes(accounts: Accounts): Route[] {
  const { oidc } = accounts;
  const lead = (
    response: Call['response'],
    { location, cookies }: { location: string; cookies: readonly string[] },
  ) => {
    response.statusCode = 303;
    if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
    response.setHeader('Location', location);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Length', 0);
    response.end();
  };
  return [
    {
      method: 'GET',
      path: '/api/sign-in/oidc',
      access: 'open',
      async handle({ response, query }) {
        if (oidc === undefined) throw noProvider();
        lead(response, await oidc.begin(safeNext(query.get('next'))));
      },
    },
    {
      method: 'GET',
      path: '/api/sign-in/callback/oidc',
      access: 'open',
      async handle({ request, response, query, identity }) {
        if (oidc === undefined) throw noProvider();
        const { cookie = '', 'user-agent': agent = '' } = request.headers;
        const place = { address: clientOf(request), agent, former: identity };
        lead(response, await oidc.finish(`?${query}`, cookie, place));
      },
    },
    {
      method: 'GET',
      path: '/api/me',
      access: 'open',
      handle({ response, identity }) {
        const { person } = identity;
        if (!accounts.required) return sendJson(response, 200, { accounts: false });
        sendJson(response, 200, {
          accounts: true,
          ...(person === undefined
            ? {}
            : {
                person: { id: person.id, name: person.name, roles: person.roles, units: person.units },
                permissions: permissionsOf(identity),
              }),
        });
      },
    },
    {
      method: 'POST',
      path: '/api/sign-out',
      access: 'open',
      async handle({ request, response, identity }) {
        // The pages clear up themselves and warn before; this is for what they cannot reach, and for a browser without scripts.
        response.setHeader('Clear-Site-Data', '"cache", "storage"');
        lead(response, { location: '/sign-in', cookies: await accounts.signOut(identity, request) });
      },
    },
  ];
}

function noProvider(): Refusal {
  return new Refusal(404, 'no-provider', 'Вход через организацию не настроен. Войдите с паролем.');
}
