import { z } from 'zod';
import { DraftInputError, type Drafts, maxTitleLength, StorageError } from '#editor';
import type { Content } from '#knowledge';
import { Refusal, readJson, sendJson } from '../http/answer.ts';
import type { Route } from '../http/router.ts';

const titleSchema = z.strictObject({ title: z.string().trim().min(1).max(maxTitleLength) });
const momentSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/** `/api/drafts…`: make, list, read, rename, delete drafts, and count the dates of a new one. The text itself goes over the socket. */
export function draftRoutes(drafts: Drafts, content: Content): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/drafts',
      handle: async ({ response }) => sendJson(response, 200, { drafts: await drafts.list() }),
    },
    {
      method: 'POST',
      path: '/api/drafts',
      async handle({ request, response }) {
        const { id } = await made(drafts, await readJson(request));
        response.setHeader('Location', `/drafts/${id}`);
        sendJson(response, 201, { id, url: `/drafts/${id}` });
      },
    },
    {
      method: 'GET',
      path: '/api/drafts/:id',
      async handle({ response, params }) {
        const desk = await drafts.desk(params.id ?? '');
        if (desk === undefined) throw gone();
        sendJson(response, 200, desk);
      },
    },
    {
      method: 'PATCH',
      path: '/api/drafts/:id',
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
      async handle({ response, params }) {
        await found(drafts.remove(params.id ?? ''));
        response.statusCode = 204;
        response.end();
      },
    },
    {
      method: 'GET',
      path: '/api/templates/:id/dates',
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

async function made(drafts: Drafts, input: unknown) {
  try {
    return await drafts.create(input);
  } catch (error) {
    if (error instanceof DraftInputError) throw new Refusal(400, 'bad-draft', error.message);
    throw storageRefusal(error);
  }
}

async function found(work: Promise<void>): Promise<void> {
  try {
    await work;
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
