import type { IncomingMessage, ServerResponse } from 'node:http';

/** A refusal that the client may read: a status, a stable code, a Russian sentence. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Answers with JSON that no cache keeps, unless the handler has already said otherwise. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Length', bytes.length);
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

/** Answers with the refusal, or with a bare 500 for what we did not expect: the stack stays in the log. */
export function sendRefusal(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof Refusal) {
    for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
    sendJson(response, error.status, { error: error.code, message: error.message });
    return;
  }
  console.error(error);
  sendJson(response, 500, {
    error: 'internal',
    message: 'На сервере случилась ошибка. Повторите действие; если не поможет, сообщите администратору.',
  });
}

/**
 * Reads a JSON body of at most `limit` bytes.
 *
 * @throws Refusal 415, 413 or 400
 */
export async function readJson(request: IncomingMessage, limit = 64 * 1024): Promise<unknown> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new Refusal(415, 'unsupported-media-type', 'Нужен запрос в формате JSON (application/json).');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit)
      throw new Refusal(413, 'too-large', `Запрос больше ${Math.floor(limit / 1024)} КБ: сократите его.`, {
        Connection: 'close',
      });
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Refusal(400, 'bad-json', 'Тело запроса — не JSON: исправьте его и повторите.');
  }
}
