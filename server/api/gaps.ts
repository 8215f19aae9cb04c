import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { gapKinds, SearchUnavailable } from '#search';
import { type Gaps, GapsUnavailable } from '../gaps.ts';
import { Refusal, readJson, sendJson } from '../http/answer.ts';
import { TokenBucket } from '../http/rate.ts';
import type { Route } from '../http/router.ts';

const noteSchema = z.strictObject({ query: z.string().trim().min(2).max(2_000), kind: z.enum(gapKinds) });
const longestForm = 16 * 1024;

/**
 * `POST /api/gaps`: a question that got no answer (RF-3), as JSON `{"query","kind"}` with the kind `filed` or `zero`; a form without
 * script sends `query` and is led back to its answers. At most two a second for all, with a burst of sixty.
 */
export function gapRoute(
  gaps: Gaps,
  bucket: TokenBucket = new TokenBucket({ burst: 60, perSecond: 2 }),
): Route {
  return {
    method: 'POST',
    path: '/api/gaps',
    access: 'gap.note',
    cost: 'note',
    async handle({ request, response }) {
      if (!bucket.take())
        throw new Refusal(429, 'too-many', 'Слишком много вопросов сразу. Повторите через минуту.', {
          'Retry-After': '60',
        });
      const form = isForm(request);
      const body = noteSchema.safeParse(
        form ? { ...(await readForm(request)), kind: 'filed' } : await readJson(request),
      );
      if (!body.success)
        throw new Refusal(
          400,
          'bad-question',
          'Вопрос — от 2 до 2000 знаков. Исправьте его и отправьте снова.',
        );
      const question = await noted(gaps, body.data);
      if (!form) return sendJson(response, 200, { question: question ?? null });
      response.statusCode = 303;
      response.setHeader(
        'Location',
        `/?${new URLSearchParams({ q: body.data.query, filed: question ? '1' : '0' })}`,
      );
      response.end();
    },
  };
}

async function noted(gaps: Gaps, { kind, query }: z.infer<typeof noteSchema>): Promise<string | undefined> {
  try {
    return await gaps.note(kind, query);
  } catch (error) {
    if (!(error instanceof GapsUnavailable || error instanceof SearchUnavailable)) throw error;
    if (error instanceof GapsUnavailable) console.error(error);
    throw new Refusal(
      503,
      'storage',
      'Вопрос не записан. Повторите через минуту; если не поможет, сообщите администратору.',
    );
  }
}

function isForm(request: IncomingMessage): boolean {
  return (
    request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ===
    'application/x-www-form-urlencoded'
  );
}

async function readForm(request: IncomingMessage): Promise<{ query?: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestForm)
      throw new Refusal(413, 'too-large', 'Вопрос слишком длинный: сократите его.', { Connection: 'close' });
    chunks.push(chunk);
  }
  const query = new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('query');
  return query === null ? {} : { query };
}
