import { z } from 'zod';
import {
  attachment,
  DraftInputError,
  type Drafts,
  LeavingError,
  maxTitleLength,
  StorageError,
} from '#editor';
import type { Identity } from '#identity';
import type { Content } from '#knowledge';
import type { TakeDown } from '../audit.ts';
import { Refusal, readJson, sendJson } from '../http/answer.ts';
import type { Call, Route } from '../http/router.ts';

const titleSchema = z.strictObject({ title: z.string().trim().min(1).max(maxTitleLength) });
const momentSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/** `/api/drafts…`: make, list, read, rename, delete drafts, and count the dates of a new one. The text itself goes over the socket. */
export function draftRoutes(drafts: Drafts, content: Content, takeDown: TakeDown): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/drafts',
      access: 'letter.read',
      handle: async ({ response }) => sendJson(response, 200, { drafts: await drafts.list() }),
    },
    {
      method: 'POST',
      path: '/api/drafts',
      access: 'letter.write',
      async handle({ request, response }) {
        const { id } = await made(drafts, await readJson(request));
        response.setHeader('Location', `/drafts/${id}`);
        sendJson(response, 201, { id, url: `/drafts/${id}` });
      },
    },
    {
      method: 'GET',
      path: '/api/drafts/:id',
      access: 'letter.read',
      async handle({ response, params, identity }) {
        const desk = await drafts.desk(params.id ?? '', identity);
        if (desk === undefined) throw gone();
        sendJson(response, 200, desk);
      },
    },
    {
      method: 'PATCH',
      path: '/api/drafts/:id',
      access: 'letter.write',
      async handle({ request, response, params }) {
        const body = titleSchema.safeParse(await readJson(request));
        if (!body.success)
          throw new Refusal(
            400,
            'bad-title',
            `Название письма — от 1 до ${maxTitleLength} знаков. Исправьте название.`,
          );
        await found(drafts.rename(params.id ?? '', body.data.title));
        sendJson(response, 200, { title: body.data.title });
      },
    },
    {
      method: 'DELETE',
      path: '/api/drafts/:id',
      access: 'letter.write',
      async handle({ request, response, params, identity }) {
        await found(drafts.remove(params.id ?? ''));
        takeDown({ request, identity }, 'letter-removed', params.id ?? '');
        response.statusCode = 204;
        response.end();
      },
    },
    {
      method: 'GET',
      path: '/api/drafts/:id/versions',
      access: 'letter.read',
      async handle({ response, params }) {
        sendJson(response, 200, { versions: await found(drafts.versions(params.id ?? '')) });
      },
    },
    {
      method: 'POST',
      path: '/api/drafts/:id/versions',
      access: 'letter.write',
      async handle({ request, response, params, identity }) {
        const version = await keptVersion(drafts, params.id ?? '', await readJson(request), identity);
        sendJson(response, version === undefined ? 200 : 201, { version: version ?? null });
      },
    },
    {
      method: 'GET',
      path: '/api/drafts/:id/versions/:number',
      access: 'letter.read',
      async handle({ response, params }) {
        const bytes = await found(drafts.version(params.id ?? '', Number(params.number)));
        if (bytes === undefined) throw gone();
        response.setHeader('Content-Type', 'application/octet-stream');
        response.setHeader('Cache-Control', 'no-store');
        response.end(bytes);
      },
    },
    {
      method: 'GET',
      path: '/api/drafts/:id/history',
      access: 'letter.read',
      async handle({ response, params }) {
        sendJson(response, 200, { history: await drafts.leaving.history(params.id ?? '') });
      },
    },
    {
      method: 'POST',
      path: '/api/drafts/:id/state',
      access: 'letter.read',
      handle: ({ request, response, params, identity }) =>
        orGaps(response, async () => {
          const state = await drafts.leaving.step(params.id ?? '', await readJson(request), identity);
          takeDown({ request, identity }, stepKinds[state], params.id ?? '');
          sendJson(response, 200, { state });
        }),
    },
    {
      method: 'POST',
      path: '/api/drafts/:id/exits',
      access: 'letter.export',
      cost: 'export',
      handle: ({ request, response, params, identity }) =>
        orGaps(response, async () => {
          const { line, way } = await drafts.leaving.leave(
            params.id ?? '',
            await readJson(request),
            identity,
          );
          // The file and the print are taken down when they are given: a letter that lacks nothing leaves without this.
          if (way === 'copy') takeDown({ request, identity }, 'letter-exported', params.id ?? '', way);
          sendJson(response, 201, { exit: line });
        }),
    },
    {
      method: 'GET',
      path: '/api/drafts/:id/letter.docx',
      access: 'letter.export',
      cost: 'export',
      handle: ({ request, response, params, query, identity }) =>
        orGaps(response, async () => {
          const exit = Number(query.get('exit') ?? Number.NaN);
          const { file, name } = await drafts.leaving.docx(params.id ?? '', exit);
          takeDown({ request, identity }, 'letter-exported', params.id ?? '', 'docx');
          response.setHeader('Content-Type', docxType);
          response.setHeader('Content-Disposition', attachment(name));
          response.setHeader('Content-Length', file.length);
          response.setHeader('Cache-Control', 'no-store');
          response.end(response.req.method === 'HEAD' ? undefined : file);
        }),
    },
    {
      method: 'GET',
      path: '/api/templates/:id/dates',
      access: 'letter.write',
      handle({ response, params, query }) {
        const template = content.page(params.id ?? '');
        if (template?.kind !== 'template')
          throw new Refusal(404, 'not-found', 'Такого шаблона нет: выберите другой.');
        const received = momentSchema.safeParse(query.get('received'));
        if (!received.success)
          throw new Refusal(400, 'bad-moment', 'Укажите received так: 2026-11-20T17:00.');
        sendJson(response, 200, drafts.dates(template, received.data, query.get('urgent') === 'true'));
      },
    },
  ];
}

/** What a step is called in the audit log, by where it led. */
const stepKinds = {
  draft: 'letter-returned',
  approval: 'letter-to-approval',
  approved: 'letter-approved',
  sent: 'letter-sent',
} as const;

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const leavingStatus = { input: 400, forbidden: 403, changed: 409, incomplete: 409, state: 409 } as const;

/** Answers; a letter that may not leave is refused with what it lacks. */
async function orGaps(response: Call['response'], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof LeavingError)) throw storageRefusal(error);
    const { fault, message, missing } = error;
    sendJson(response, leavingStatus[fault], { error: fault, message, missing });
  }
}

async function made(drafts: Drafts, input: unknown) {
  try {
    return await drafts.create(input);
  } catch (error) {
    if (error instanceof DraftInputError) throw new Refusal(400, 'bad-draft', error.message);
    throw storageRefusal(error);
  }
}

async function keptVersion(
  drafts: Drafts,
  id: string,
  input: unknown,
  identity: Identity,
): Promise<number | undefined> {
  try {
    return await drafts.keepVersion(id, input, identity);
  } catch (error) {
    if (error instanceof DraftInputError) throw new Refusal(400, 'bad-version', error.message);
    throw storageRefusal(error);
  }
}

async function found<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw storageRefusal(error);
  }
}

function storageRefusal(error: unknown): unknown {
  if (!(error instanceof StorageError)) return error;
  if (error.fault === 'gone') return gone();
  console.error(error);
  return new Refusal(
    503,
    'storage',
    'Хранилище черновиков сейчас не принимает записи. Повторите через минуту; если не поможет, сообщите администратору.',
  );
}

function gone(): Refusal {
  return new Refusal(
    404,
    'gone',
    'Такого черновика нет: его удалили, или истёк срок хранения. Начните новый: /drafts/new.',
  );
}
