import { RefreshError, type RefreshReport, type RefreshStatus, refreshReportCsv } from '#refresh';
import { Refusal, sendJson } from '../http/answer.ts';
import type { Route } from '../http/router.ts';

/** `/api/refresh…`: which unit has checked its pages this month (RF-1), and the report of months as CSV (RF-4). */
export function refreshRoutes(
  status: () => Promise<RefreshStatus>,
  report: (span: { from?: string; to?: string }) => Promise<RefreshReport>,
): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/refresh',
      access: 'refresh.read',
      async handle({ response }) {
        sendJson(response, 200, shown(await proven(status)));
      },
    },
    {
      method: 'GET',
      path: '/api/refresh/report.csv',
      access: 'refresh.read',
      cost: 'export',
      async handle({ response, query }) {
        const [from, to] = ['from', 'month'].map((name) => monthOrNothing(query.get(name)));
        const found = await proven(() => report({ ...(from ? { from } : {}), ...(to ? { to } : {}) }));
        response.setHeader('Content-Type', 'text/csv; charset=utf-8');
        response.setHeader('Cache-Control', 'no-store');
        response.setHeader(
          'Content-Disposition',
          `attachment; filename="refresh-${found.from}-${found.to}.csv"`,
        );
        response.end(refreshReportCsv(found));
      },
    },
  ];
}

function monthOrNothing(text: string | null): string | undefined {
  if (text === null || text === '') return undefined;
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text;
  throw new Refusal(400, 'bad-month', 'Укажите месяцы так: from=2026-09&month=2026-11.');
}

/** Without a history nothing is proven: that is said, and nothing counts as checked. */
async function proven<Found>(work: () => Promise<Found>): Promise<Found> {
  try {
    return await work();
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
