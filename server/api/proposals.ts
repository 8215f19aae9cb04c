import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Identity, mayProposeFor } from '#identity';
import { ProposalError, type ProposalRefusal, type Proposals } from '#proposals';
import type { TakeDown } from '../audit.ts';
import { Refusal, readJson, sendJson } from '../http/answer.ts';
import { TokenBucket } from '../http/rate.ts';
import type { Route } from '../http/router.ts';

const longestBody = 512 * 1024;
const fileSchema = z.looseObject({ file: z.string() });
const checkSchema = z.strictObject({ file: z.string().min(1).max(300), text: z.string() });

/** How many proposals and checks are taken: a check costs the one process a part of a second. */
export interface ProposalLimits {
  readonly proposals: TokenBucket;
  readonly checks: TokenBucket;
}

const limits = (): ProposalLimits => ({
  proposals: new TokenBucket({ burst: 20, perSecond: 0.2 }),
  checks: new TokenBucket({ burst: 60, perSecond: 4 }),
});

/** `/api/proposals…`: a page to change, its check while it is changed, the proposal, the open ones. */
export function proposalRoutes(
  proposals: Proposals,
  takeDown: TakeDown,
  { proposals: made, checks }: ProposalLimits = limits(),
): Route[] {
  /** A unit editor changes pages of own units: whose a page is says the server's copy of it, not the text that was sent. */
  async function requireUnit(identity: Identity, file: string): Promise<void> {
    if (!mayProposeFor(identity, await proposals.unitOf(file)))
      throw new Refusal(
        403,
        'foreign-unit',
        'Эту страницу ведёт другое подразделение. Попросите его внести правку или попросите права у администратора.',
      );
  }

  return [
    {
      method: 'GET',
      path: '/api/proposals/page',
      access: 'proposal.read',
      handle: ({ response, query, identity }) =>
        answered(response, async () => {
          const file = query.get('file') ?? '';
          await requireUnit(identity, file);
          sendJson(response, 200, await proposals.page(file));
        }),
    },
    {
      method: 'POST',
      path: '/api/proposals/check',
      access: 'proposal.send',
      cost: 'check',
      handle: ({ request, response, identity }) =>
        answered(response, async () => {
          take(checks, 'Слишком много проверок сразу. Повторите через минуту.');
          const body = checkSchema.safeParse(await readJson(request, longestBody));
          if (!body.success) throw new Refusal(400, 'bad-input', 'Нужны имя файла и его текст: file и text.');
          await requireUnit(identity, body.data.file);
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
      cost: 'proposal',
      handle: ({ request, response, identity }) =>
        answered(response, async () => {
          take(made, 'Слишком много правок сразу. Повторите через минуту: текст останется в браузере.');
          const body = await readJson(request, longestBody);
          const { file } = fileSchema.safeParse(body).data ?? { file: '' };
          await requireUnit(identity, file);
          const sent = await proposals.propose(signed(body, identity));
          takeDown({ request, identity }, 'proposal-sent', file, sent.branch);
          sendJson(response, 201, sent);
        }),
    },
    {
      method: 'POST',
      path: '/api/proposals/:id/send',
      access: 'proposal.send',
      cost: 'proposal',
      handle: ({ request, response, params, identity }) =>
        answered(response, async () => {
          take(made, 'Слишком много отправок сразу. Повторите через минуту.');
          const id = params.id ?? '';
          const open = (await proposals.list()).find(({ branch }) => branch.endsWith(`/${id}`));
          await requireUnit(identity, open?.file ?? '');
          const sent = await proposals.send(id);
          takeDown({ request, identity }, 'proposal-sent', open?.file ?? '', sent.branch);
          sendJson(response, 200, sent);
        }),
    },
  ];
}

/** Who has an account proposes in its name, whatever the browser says. */
function signed(body: unknown, { person }: Identity): unknown {
  if (!person?.name || typeof body !== 'object' || body === null) return body;
  return { ...body, name: person.name, email: person.email ?? '' };
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
  'too-long': 503,
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
