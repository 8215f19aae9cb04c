import { RefreshError, type RefreshStatus } from '#refresh';
import { Refusal, sendJson } from '../http/answer.ts';
import type { Route } from '../http/router.ts';

/** `GET /api/refresh`: which unit has checked its pages this month (RF-1). */
export function refreshRoute(status: () => Promise<RefreshStatus>): Route {
  return {
    method: 'GET',
    path: '/api/refresh',
    async handle({ response }) {
      sendJson(response, 200, shown(await proven(status)));
    },
  };
}

/** Without a history nothing is proven: that is said, and nothing counts as checked. */
async function proven(status: () => Promise<RefreshStatus>): Promise<RefreshStatus> {
  try {
    return await status();
  } catch (error) {
    if (error instanceof RefreshError) throw new Refusal(503, 'no-history', error.message);
    throw error;
  }
}

function shown(status: RefreshStatus) {
  return {
    month: status.month,
    lastDay: status.lastDay.toString(),
    clause: status.clause,
    units: status.units.map(({ unit, state, pages, record }) => ({
      unit: unit.id,
      name: unit.name,
      state,
      pages: pages.length,
      checked: record?.at.toString(),
    })),
  };
}
