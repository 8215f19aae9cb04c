import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';

/** What is wrong with a server. */
export type FaultKind = 'unreachable' | 'slow' | 'key' | 'missing' | 'refused' | 'broken' | 'garbage';

/** Why a server did not do what it was asked. The message is Russian, for the log. */
export class MeilisearchFault extends Error {
  override name = 'MeilisearchFault';
  readonly kind: FaultKind;

  constructor(kind: FaultKind, detail = '', cause?: unknown) {
    super(detail === '' ? sentences[kind] : `${sentences[kind]} (${detail})`, { cause });
    this.kind = kind;
  }

  /** Whether asking again soon is of no use. */
  get certain(): boolean {
    return this.kind === 'key' || this.kind === 'missing' || this.kind === 'refused';
  }
}

const sentences: Readonly<Record<FaultKind, string>> = {
  unreachable: 'сервер не отвечает',
  slow: 'сервер не успевает ответить',
  key: 'сервер не принимает ключ из MEILI_KEY или ключу не хватает прав',
  missing: 'на сервере нет индекса',
  refused: 'сервер не понимает запрос, возможно, у него другая версия',
  broken: 'на сервере ошибка',
  garbage: 'сервер ответил не по протоколу',
};

/** Says what an error of the client means. */
export function faultOf(error: unknown): MeilisearchFault {
  if (error instanceof MeilisearchFault) return error;
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    const detail = `${status}${error.cause?.code === undefined ? '' : `, ${error.cause.code}`}`;
    if (error.cause?.code === 'index_not_found') return new MeilisearchFault('missing', '', error);
    if (status === 401 || status === 403) return new MeilisearchFault('key', detail, error);
    if (status >= 500 || status === 429) return new MeilisearchFault('broken', detail, error);
    return new MeilisearchFault('refused', detail, error);
  }
  if (error instanceof MeilisearchRequestError) {
    if (isTimeout(error.cause)) return new MeilisearchFault('slow', '', error);
    return new MeilisearchFault('unreachable', codeOf(error.cause), error);
  }
  // The client passes on what JSON.parse throws.
  if (error instanceof SyntaxError) return new MeilisearchFault('garbage', '', error);
  if (isTimeout(error)) return new MeilisearchFault('slow', '', error);
  return new MeilisearchFault('garbage', error instanceof Error ? error.message : String(error), error);
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError');
}

function codeOf(error: unknown): string {
  const inner = error instanceof Error ? error.cause : undefined;
  if (typeof inner === 'object' && inner !== null && 'code' in inner) return String(inner.code);
  return '';
}
