import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { networkOf } from '#identity';
import type { Content } from '#knowledge';
import type { RatingLog } from '#refresh';
import { dayIn } from '../gaps.ts';
import { Refusal } from '../http/answer.ts';
import { clientOf } from '../http/client.ts';
import { Buckets, TokenBucket } from '../http/rate.ts';
import type { Route } from '../http/router.ts';

/** Where the form of a public page is sent. */
export const ratingPath = '/api/ratings';
const longestForm = 1_024;
const formSchema = z.strictObject({ page: z.string().max(100), helped: z.enum(['yes', 'no']) });

/**
 * `POST /api/ratings`: «помогло» or «не помогло» of a public page, as a form without script. Two fields and no words: nothing of the
 * person is asked, kept or written down.
 */
export function ratingRoute(
  content: Content,
  log: Pick<RatingLog, 'add'>,
  everybody: TokenBucket = new TokenBucket({ burst: 300, perSecond: 20 }),
  addresses: Buckets = new Buckets({ burst: 60, perSecond: 0.5 }),
): Route {
  return {
    method: 'POST',
    path: ratingPath,
    access: 'open',
    async handle({ request, response }) {
      if (!addresses.of(networkOf(clientOf(request))).take() || !everybody.take())
        throw new Refusal(429, 'too-many', 'Слишком много оценок сразу. Повторите через минуту.', {
          'Retry-After': '60',
        });
      const form = formSchema.safeParse(await readForm(request));
      const page = form.success ? content.page(form.data.page) : undefined;
      if (!form.success || page === undefined)
        throw new Refusal(
          400,
          'bad-rating',
          'Такой оценки быть не может. Откройте страницу и нажмите кнопку снова.',
        );
      try {
        log.add(page.id, form.data.helped === 'yes', dayIn(content.agency.timeZone, new Date()));
      } catch (error) {
        console.error(error);
        throw new Refusal(503, 'storage', 'Оценка не записана. Повторите через минуту.', {
          'Retry-After': '60',
        });
      }
      response.statusCode = 303;
      response.setHeader('Location', '/thanks');
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('Content-Length', 0);
      response.end();
    },
  };
}

async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded')
    throw new Refusal(415, 'unsupported-media-type', 'Оценку отправляют формой со страницы.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestForm)
      throw new Refusal(
        413,
        'too-large',
        'Оценка слишком длинная: откройте страницу и нажмите кнопку снова.',
        {
          Connection: 'close',
        },
      );
    chunks.push(chunk);
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
}
