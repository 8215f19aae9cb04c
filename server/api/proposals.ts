import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { ProposalError, type ProposalRefusal, type Proposals } from '#proposals';
import { Refusal, readJson, sendJson } from '../http/answer.ts';
import { TokenBucket } from '../http/rate.ts';
import type { Route } from '../http/router.ts';

const longestBody = 512 * 1024;
const checkSchema = z.strictObject({ file: z.string().min(1).max(300), text: z.string() });

/** How many proposals and checks are taken: a check costs the one process a part of a second. */
export interface ProposalLimits {
  readonly proposals: TokenBucket;
  readonly checks: TokenBucket;
}

const limits = (): ProposalLimits => ({
  proposals: new TokenBucket(20, 0.2),
  checks: new TokenBucket(60, 4),
});

/** `/api/proposals…`: a page to change, its check while it is changed, the proposal, the open ones. */
export function proposalRoutes(
  proposals: Proposals,
  { proposals: made, checks }: ProposalLimits = limits(),
): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/proposals/page',
      access: 'proposal.read',
      handle: ({ response, query }) =>
        answered(response, async () =>
          sendJson(response, 200, await proposals.page(query.get('file') ?? '')),
        ),
    },
    {
      method: 'POST',
      path: '/api/proposals/check',
      access: 'proposal.send',
      handle: ({ request, response }) =>
        answered(response, async () => {
          take(checks, 'Слишком много проверок сразу. Повторите через минуту.');
          const body = checkSchema.safeParse(await readJson(request, longestBody));
          if (!body.success) throw new Refusal(400, 'bad-input', 'Нужны имя файла и его текст: file и text.');
          sendJson(response, 200, await proposals.check(body.data.file, body.data.text));
        }),
    },
    {
      method: 'GET',
      path: '/api/proposals',
      access: 'proposal.read',
      handle: ({ response }) =>
        answered(response, async () => sendJson(response, 200, { proposals: await proposals.list() })),
    },
    {
      method: 'POST',
      path: '/api/proposals',
      access: 'proposal.send',
      handle: ({ request, response }) =>
        answered(response, async () => {
          take(made, 'Слишком много правок сразу. Повторите через минуту: текст останется в браузере.');
          sendJson(response, 201, await proposals.propose(await readJson(request, longestBody)));
        }),
    },
    {
      method: 'POST',
      path: '/api/proposals/:id/send',
      access: 'proposal.send',
      handle: ({ response, params }) =>
        answered(response, async () => {
          take(made, 'Слишком много отправок сразу. Повторите через минуту.');
          sendJson(response, 200, await proposals.send(params.id ?? ''));
        }),
    },
  ];
}

const statuses: Readonly<Record<ProposalRefusal, number>> = {
  'unknown-page': 404,
  'unknown-proposal': 404,
  'bad-input': 400,
  unchanged: 400,
  conflict: 409,
  invalid: 422,
  encoding: 422,
  'no-git': 503,
  'no-branch': 503,
};

/** A refusal of a proposal carries what the person needs to go on: their text, or the problems. */
async function answered(response: ServerResponse, answer: () => Promise<void>): Promise<void> {
  try {
    await answer();
  } catch (error) {
    if (!(error instanceof ProposalError)) throw error;
    const { code, message, now, problems } = error;
    sendJson(response, statuses[code], {
      error: code,
      message,
      ...(now ? { theirs: now.text, version: now.version } : {}),
      ...(code === 'invalid' ? { problems } : {}),
    });
  }
}

function take(bucket: TokenBucket, message: string): void {
  if (!bucket.take()) throw new Refusal(429, 'too-many', message, { 'Retry-After': '60' });
}
