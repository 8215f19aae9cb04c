import { request } from 'node:http';

const secret = 'a secret between the proxy and the server, long';

/** A server behind a proxy that signs people in: whoever speaks to it here is the proxy. */
export const proxyEnvironment = { PONYATNO_PROXY_PEERS: '127.0.0.1', PONYATNO_PROXY_SECRET: secret };

/** What the proxy says of a request: who it is, and from where. */
export function headersOf(name: string, address: string): Record<string, string> {
  return {
    'X-Ponyatno-Secret': secret,
    'X-Ponyatno-User': `${name}@example.ru`,
    'X-Ponyatno-Roles': 'reader operator writer approver unit-editor',
    'X-Forwarded-For': address,
  };
}

/** Sends a request on a connection kept open; gives the status and the bytes of the answer. */
export function send(
  url: URL,
  method: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Promise<{ status: number; text: string }> {
  const length = body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers: { ...headers, ...length } }, async (response) => {
      const chunks = await response.toArray().catch(() => []);
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
    });
    call.once('error', reject);
    call.end(body);
  });
}
