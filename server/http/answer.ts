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
  // Nobody waits for the answer any more: that is no error of ours.
  if (response.headersSent || response.destroyed || isGone(response, error)) {
    response.destroy();
    return;
  }
  if (error instanceof Refusal) {
    for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
    send(response, error.status, error.code, error.message);
    return;
  }
  console.error(error);
  send(
    response,
    500,
    'internal',
    'На сервере случилась ошибка. Повторите действие; если не поможет, сообщите администратору.',
  );
}

/** Whether the client has closed the connection in the middle of its request. */
function isGone({ req }: ServerResponse, error: unknown): boolean {
  return error instanceof Error && error === req.errored;
}

/** A program is told in JSON; a person who opened an address or sent a form sees a page. */
function send(response: ServerResponse, status: number, error: string, message: string): void {
  if (!response.req.headers.accept?.includes('text/html')) {
    sendJson(response, status, { error, message });
    return;
  }
  const page = Buffer.from(refusalPage(message));
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Length', page.length);
  response.end(response.req.method === 'HEAD' ? undefined : page);
}

/** The plainest page there is: what has refused may be what gives pages. */
function refusalPage(message: string): string {
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Не получилось — Понятно</title>
</head>
<body>
<main>
<h1>Не получилось</h1>
<p>${text}</p>
<p><a href="/">На главную страницу</a></p>
</main>
</body>
</html>
`;
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
