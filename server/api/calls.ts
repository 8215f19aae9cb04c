import { z } from 'zod';
import {
  type CallRecords,
  callRecordSchema,
  callReport,
  missedCallsSchema,
  reportCsv,
  trainingSchema,
} from '#calls';
import type { Content } from '#knowledge';
import { Refusal, readJson, sendJson } from '../http/answer.ts';
import type { Route } from '../http/router.ts';

const spanSchema = z.object({ from: z.iso.date(), to: z.iso.date() });

/** `/api/calls…`: the counters of calls without a name (CL-10, CL-12), their report, the training of the line (OT-5). */
export function callRoutes(records: CallRecords, content: Content): Route[] {
  return [
    {
      method: 'POST',
      path: '/api/calls',
      access: 'call.take',
      async handle({ request, response }) {
        records.add(parsed(callRecordSchema, await readJson(request)));
        sendJson(response, 200, { kept: true });
      },
    },
    {
      method: 'POST',
      path: '/api/calls/missed',
      access: 'call.report',
      async handle({ request, response }) {
        records.setMissed(parsed(missedCallsSchema, await readJson(request)));
        sendJson(response, 200, { kept: true });
      },
    },
    {
      method: 'POST',
      path: '/api/calls/training',
      access: 'training.record',
      async handle({ request, response }) {
        const record = parsed(trainingSchema, await readJson(request));
        if (content.page(record.function)?.kind !== 'function')
          throw new Refusal(400, 'bad-function', 'Такой функции нет: выберите её из списка.');
        records.addTraining(record);
        sendJson(response, 200, { kept: true });
      },
    },
    {
      method: 'GET',
      path: '/api/calls/report.csv',
      access: 'call.report',
      cost: 'export',
      handle({ response, query }) {
        const span = spanSchema.safeParse(Object.fromEntries(query));
        if (!span.success)
          throw new Refusal(400, 'bad-span', 'Укажите дни так: from=2026-11-01&to=2026-11-30.');
        const { from, to } = span.data;
        const report = callReport(records.between(from, to), records.missedBetween(from, to));
        const names = {
          functions: Object.fromEntries(content.pagesOf('function').map(({ id, title }) => [id, title])),
          questions: content.agency.calls?.closingQuestions?.questions ?? [],
        };
        response.setHeader('Content-Type', 'text/csv; charset=utf-8');
        response.setHeader('Content-Disposition', `attachment; filename="calls-${from}-${to}.csv"`);
        response.setHeader('Cache-Control', 'no-store');
        response.end(reportCsv(report, names));
      },
    },
  ];
}

function parsed<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new Refusal(
    400,
    'bad-record',
    'Запись о звонке написана не так, как ждёт сервер. Обновите страницу и повторите.',
  );
}
