import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Identity, type IsPeer, may } from '#identity';
import type { Pages } from '../pages.ts';
import type { AnonymousSite } from '../public/site.ts';
import { type Address, addressOf } from './address.ts';
import { Refusal, sendRefusal } from './answer.ts';
import { recognise, whereFrom } from './client.ts';
import { secure } from './headers.ts';
import type { Limits } from './limits.ts';
import { tooLongAddress, tooLongHeaders } from './listener.ts';
import { isOwnHost, isOwnOrigin } from './origin.ts';
import { findPageRule, type PageRuleFinder } from './page-rules.ts';
import type { Refused } from './refusals.ts';
import { type Api, forbidden } from './router.ts';

/** Far more than any form of ours holds. */
const maxFormBytes = 256 * 1024;

/** A question of 400 letters, each up to nine characters in an address, fits; no link of ours is longer. */
const longestAddress = 8_192;
const mostHeaders = 100;

const pageMethods = ['GET', 'HEAD', 'POST'];

/** A longer address is not led back to. */
const longestNext = 1_000;

/** What the gates go by, besides what stands behind them. */
export interface Gates {
  readonly pageRule?: PageRuleFinder;
  /** Told when somebody we know is refused. */
  readonly refused?: Refused;
  /** Which addresses are proxies of ours. */
  readonly isPeer?: IsPeer | undefined;
  /** How much one person may ask for. */
  readonly limits?: Limits;
  /** Names we are reached by, besides those of this computer. */
  readonly names?: readonly string[];
  /** Whether browsers reach us by TLS only. */
  readonly https?: boolean;
  /** What somebody we do not know is given besides the way in. */
  readonly anonymousSite?: AnonymousSite | undefined;
}

/** One request after another through the same gates: headers, host, origin, who it is, then the API or a page. */
export function createApplication(
  api: Api,
  pages: Pages,
  locals: object,
  resolveIdentity: (request: IncomingMessage) => Promise<Identity>,
  {
    pageRule = findPageRule(),
    refused = () => undefined,
    anonymousSite,
    names = [],
    https = false,
    isPeer,
    limits,
  }: Gates = {},
): RequestListener {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    secure(response, https);
    recognise(request, isPeer);
    if (!isOwnHost(request.headers, names))
      throw new Refusal(
        421,
        'wrong-host',
        'Сервер открыт не под своим адресом. Откройте его по адресу, который дал администратор; администратор задаёт адрес в PONYATNO_URL.',
      );
    checkSize(request);
    const address = addressOf(request.url);
    const { url } = address;
    const readsOnly = request.method === 'GET' || request.method === 'HEAD';
    if (!readsOnly && !isOwnOrigin(request.headers))
      throw new Refusal(
        403,
        'foreign-origin',
        'Запрос пришёл с чужой страницы и отклонён. Откройте базу знаний сами и повторите.',
      );
    if (url.pathname === '/api' || url.pathname.startsWith('/api/')) return answerApi(request, response, url);
    if (!pageMethods.includes(request.method ?? ''))
      throw new Refusal(405, 'method-not-allowed', 'Страницы так не вызывают: откройте адрес в браузере.', {
        Allow: pageMethods.join(', '),
      });
    if (!readsOnly) checkLength(request);
    return answerPage(request, response, address);
  }

  async function answerApi(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const identity = await resolveIdentity(request);
    const open = identity.person === undefined ? anonymousSite?.apiOf(url.pathname) : undefined;
    return (open ?? api)(request, response, url, identity);
  }

  async function answerPage(
    request: IncomingMessage,
    response: ServerResponse,
    address: Address,
  ): Promise<void> {
    const identity = await resolveIdentity(request);
    const rule = address.page === undefined ? undefined : pageRule(address.page);
    const cost = request.method === 'POST' ? 'change' : (rule?.cost ?? 'read');
    limits?.admit(identity, request, cost);
    const isOpen = identity.person === undefined && address.page !== undefined;
    if (isOpen && (await anonymousSite?.sendFile(request, response))) return;
    if (rule !== undefined && may(identity, rule.access)) {
      await limits?.turn(identity, response, cost);
      // For one person's browser: a cache on the way would give it to the next person.
      const shared = rule.access === 'open';
      const own = { ...locals, identity, ...whereFrom(request) };
      return pages.answer(request, response, own, { shared, known: identity.person !== undefined });
    }
    if (identity.person === undefined) return askToSignIn(request, response, address);
    if (rule === undefined) return pages.sendNotFound(response);
    refused(identity, request, `${rule.access} ${rule.path}`);
    if (!opensInWindow(request, address)) throw forbidden(identity);
    pages.sendForbidden(response);
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => sendRefusal(response, error));
  };
}

/** What no browser and no link of ours sends, though Node has read it. */
function checkSize({ url = '', rawHeaders }: IncomingMessage): void {
  if (url.length > longestAddress) throw tooLongAddress();
  if (rawHeaders.length > 2 * mostHeaders) throw tooLongHeaders();
}

/** A page takes a form, not a file: the length must be said and be small. */
function checkLength({ headers }: IncomingMessage): void {
  const length = headers['content-length'];
  if (length === undefined)
    throw new Refusal(411, 'length-required', 'У запроса нет длины. Укажите её в заголовке Content-Length.');
  if (Number(length) > maxFormBytes)
    throw new Refusal(413, 'too-large', 'Форма слишком большая: сократите её.', { Connection: 'close' });
}

/**
 * Leads somebody we do not know to the page of signing in, in the same way for what exists and for what does not; a script is told
 * in a way that it understands.
 */
function askToSignIn(request: IncomingMessage, response: ServerResponse, address: Address): void {
  if (!opensInWindow(request, address)) throw forbidden({});
  const wanted = address.page === undefined ? '/' : address.page + address.url.search;
  const next =
    wanted === '/' || wanted.length > longestNext ? '' : `?${new URLSearchParams({ next: wanted })}`;
  response.statusCode = 303;
  response.setHeader('Location', `/sign-in${next}`);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Length', 0);
  response.end();
}

/** Whether the request is for a page, not for a file that a page asks for or a form. */
function opensInWindow(request: IncomingMessage, { page }: Address): boolean {
  const readsOnly = request.method === 'GET' || request.method === 'HEAD';
  return readsOnly && !(page ?? '').split('/').at(-1)?.includes('.');
}
