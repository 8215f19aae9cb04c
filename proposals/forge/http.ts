import type { z } from 'zod';
import { ForgeError } from './forge.ts';
import type { ForgeKind, ForgeSettings } from './settings.ts';

/** How forges are called in a sentence. */
export const forgeNames: Readonly<Record<ForgeKind, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  gitea: 'Gitea',
};

const patienceMs = 10_000;

/** A refusal that may mean that the request is there already. */
export class TakenError extends ForgeError {
  override name = 'TakenError';
}

/**
 * Speaks to the API of a forge: JSON both ways, ten seconds, no redirects (they would carry the token elsewhere).
 *
 * Plain `fetch` with zod and not `@octokit/request`, `@gitbeaker/rest` and `gitea-js`: it is three calls a forge, the clients would be
 * three ways to time out and to fail, and what comes back has to be checked here anyway.
 */
export class ForgeApi {
  readonly #settings: ForgeSettings;
  readonly #patienceMs: number;

  constructor(settings: ForgeSettings, wait: number = patienceMs) {
    this.#settings = settings;
    this.#patienceMs = wait;
  }

  /** @throws ForgeError; TakenError where the forge finds the request superfluous */
  async ask<Schema extends z.ZodType>(schema: Schema, path: string, body?: object): Promise<z.infer<Schema>> {
    const response = await this.#fetch(path, body);
    const text = await response.text().catch(() => '');
    if (!response.ok) throw this.#refused(response, text);
    const result = schema.safeParse(parsed(text));
    if (!result.success)
      throw new ForgeError(
        `${this.#name} отвечает не так, как должен. Администратору: проверьте PONYATNO_FORGE и PONYATNO_FORGE_URL.`,
      );
    return result.data;
  }

  get #name(): string {
    return forgeNames[this.#settings.kind];
  }

  async #fetch(path: string, body?: object): Promise<Response> {
    const { api, kind, token } = this.#settings;
    try {
      return await fetch(api + path, {
        method: body ? 'POST' : 'GET',
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#patienceMs),
        headers: {
          Accept: kind === 'github' ? 'application/vnd.github+json' : 'application/json',
          Authorization: `${kind === 'gitea' ? 'token' : 'Bearer'} ${token}`,
          'User-Agent': 'ponyatno',
          ...(body ? { 'Content-Type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    } catch {
      // What fetch says may quote headers: the token stays out of every message.
      throw unreachable(kind);
    }
  }

  #refused({ status, headers }: Response, text: string): ForgeError {
    const { kind, repository } = this.#settings;
    if (status === 429 || (status === 403 && headers.get('x-ratelimit-remaining') === '0'))
      return new ForgeError(`${this.#name} просит подождать: к нему слишком много запросов.`);
    if (status === 401) return badToken(kind);
    if (status === 403) return noRight(kind, repository);
    if (status === 404 || (status >= 300 && status < 400)) return noRepository(kind, repository);
    if (status === 409 || status === 422 || status === 400)
      return new TakenError(`${this.#name} не принял правку: ${saidBy(text, this.#settings.token)}`);
    return new ForgeError(`${this.#name} сейчас не работает (ошибка ${status}).`);
  }
}

/** Nobody answers. */
export function unreachable(kind: ForgeKind): ForgeError {
  return new ForgeError(`${forgeNames[kind]} не отвечает.`);
}

export function badToken(kind: ForgeKind): ForgeError {
  return new ForgeError(
    `${forgeNames[kind]} не принял ключ: он неверен или просрочен. Администратору: замените PONYATNO_FORGE_TOKEN.`,
  );
}

export function noRight(kind: ForgeKind, repository: string): ForgeError {
  return new ForgeError(
    `${forgeNames[kind]} не даёт записать правку: у ключа нет на это прав в ${repository}. Администратору: дайте ключу право писать и создавать запросы.`,
  );
}

export function noRepository(kind: ForgeKind, repository: string): ForgeError {
  return new ForgeError(
    `${forgeNames[kind]} не видит хранилища ${repository}. Администратору: проверьте PONYATNO_FORGE_REPOSITORY, PONYATNO_FORGE_URL и права ключа.`,
  );
}

/** A text of the forge as it may be shown: one line, short, and no token, whoever puts it there. */
export function saidBy(text: string, token: string): string {
  const message = messageIn(parsed(text)) ?? text;
  const secrets = [
    token,
    Buffer.from(`oauth2:${token}`).toString('base64'),
    Buffer.from(`x-access-token:${token}`).toString('base64'),
  ];
  const clean = secrets.reduce((left, secret) => left.replaceAll(secret, '…'), message);
  const line = clean.replaceAll(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

function messageIn(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const message: unknown = Reflect.get(data, 'message') ?? Reflect.get(data, 'error');
  const details: unknown = Reflect.get(data, 'errors');
  const parts = [message, ...(Array.isArray(details) ? details.map(detail) : [])];
  return parts
    .filter((part) => part !== undefined)
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
    .join('; ');
}

function detail(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : error;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
