import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Identity } from '#identity';
import type { Pages } from '../pages.ts';
import { Refusal, sendRefusal } from './answer.ts';
import { secure } from './headers.ts';
import { isOwnHost, isOwnOrigin } from './origin.ts';
import type { Api } from './router.ts';

/** Far more than any form of ours holds. */
const maxFormBytes = 256 * 1024;

const pageMethods = ['GET', 'HEAD', 'POST'];

/** One request after another through the same gates: headers, host, origin, then the API or a page. */
export function createApplication(
  api: Api,
  pages: Pages,
  locals: object,
  resolveIdentity: (request: IncomingMessage) => Promise<Identity>,
): RequestListener {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    secure(response);
    if (!isOwnHost(request.headers))
      throw new Refusal(
        421,
        'wrong-host',
        'Этот сервер открывают по адресу своего компьютера, например http://localhost с его портом.',
      );
    const url = parseUrl(request.url);
    const readsOnly = request.method === 'GET' || request.method === 'HEAD';
    if (!readsOnly && !isOwnOrigin(request.headers))
      throw new Refusal(
        403,
        'foreign-origin',
        'Запрос пришёл с чужой страницы и отклонён. Откройте базу знаний сами и повторите.',
      );
    if (url.pathname === '/api' || url.pathname.startsWith('/api/'))
      return api(request, response, url, await resolveIdentity(request));
    if (!pageMethods.includes(request.method ?? ''))
      throw new Refusal(405, 'method-not-allowed', 'Страницы так не вызывают: откройте адрес в браузере.', {
        Allow: pageMethods.join(', '),
      });
    if (!readsOnly) checkLength(request);
    return pages.answer(request, response, locals);
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => sendRefusal(response, error));
  };
}

/** A page takes a form, not a file: the length must be said and be small. */
function checkLength({ headers }: IncomingMessage): void {
  const length = headers['content-length'];
  if (length === undefined)
    throw new Refusal(411, 'length-required', 'У запроса нет длины. Укажите её в заголовке Content-Length.');
  if (Number(length) > maxFormBytes)
    throw new Refusal(413, 'too-large', 'Форма слишком большая: сократите её.', { Connection: 'close' });
}

/** The address of a request, or a refusal: a path that is no UTF-8 must not reach the file system. */
function parseUrl(target = '/'): URL {
  const isPath = target.startsWith('/') && !target.startsWith('//') && URL.canParse(target, 'http://server');
  const url = isPath ? new URL(target, 'http://server') : undefined;
  if (url === undefined || !isDecodable(url.pathname))
    throw new Refusal(400, 'bad-address', 'Такого адреса быть не может: проверьте его.');
  return url;
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
