import { sendJson } from '../http/answer.ts';
import type { Route } from '../http/router.ts';
import { type Probe, readiness } from '../readiness.ts';

/**
 * `/api/health`: the process is alive. `/api/ready`: 200 only when pages, search and storage answer.
 *
 * @param degraded what works, but not as it should, in Russian
 */
export function healthRoutes(probes: readonly Probe[], degraded: () => readonly string[]): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/health',
      access: 'open',
      handle: ({ response }) => sendJson(response, 200, { alive: true }),
    },
    {
      method: 'GET',
      path: '/api/ready',
      access: 'open',
      async handle({ response }) {
        const state = await readiness(probes);
        sendJson(response, state.ready ? 200 : 503, {
          ...state,
          degraded: [...state.degraded, ...degraded()],
        });
      },
    },
  ];
}
