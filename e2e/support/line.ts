import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';

/** What is answered instead of the server. */
export interface Instead {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A request that came by. */
export interface Passed {
  readonly method: string;
  readonly path: string;
  /** The body of the answer, as it went over the network. */
  readonly answer: Uint8Array;
  readonly encoding: string | undefined;
}

/** A line between a browser and the server that can be cut, listened to, and made to answer by itself. */
export interface NetworkLine {
  readonly url: string;
  readonly passed: Passed[];
  /** Nothing goes through: the server is gone. */
  down: boolean;
  /** Requests go through, answers to `POST` get lost. */
  losesAnswers: boolean;
  readonly instead: Map<string, Instead>;
  stop(): Promise<void>;
}

/** Lays such a line to a running server of this computer. */
export async function startLine(target: string): Promise<NetworkLine> {
  const upstream = new URL(target);
  const server = createServer();
  server.on('request', async (incoming, response) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const body = Buffer.concat(await incoming.toArray());
    if (line.down) {
      response.destroy();
      return;
    }
    const instead = line.instead.get(url);
    if (instead) {
      line.passed.push({ method, path: url, answer: Buffer.from(instead.body ?? ''), encoding: undefined });
      response.writeHead(instead.status, { ...instead.headers }).end(instead.body);
      return;
    }
    try {
      const answer = await ask(upstream, method, url, headers, body);
      const encoding = answer.headers['content-encoding'];
      line.passed.push({ method, path: url, answer: answer.body, encoding });
      if (line.losesAnswers && method === 'POST') response.destroy();
      else response.writeHead(answer.status, answer.headers).end(answer.body);
    } catch {
      response.destroy();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port number.');
  const line: NetworkLine = {
    url: `http://127.0.0.1:${address.port}`,
    passed: [],
    down: false,
    losesAnswers: false,
    instead: new Map(),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return line;
}

/** Asks the server, under the name that the browser knows the line by. */
function ask(to: URL, method: string, path: string, headers: IncomingHttpHeaders, body: Buffer) {
  const answer = Promise.withResolvers<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>();
  const out = request({ host: to.hostname, port: to.port, method, path, headers }, async (incoming) => {
    answer.resolve({
      status: incoming.statusCode ?? 502,
      headers: incoming.headers,
      body: Buffer.concat(await incoming.toArray()),
    });
  });
  out.on('error', answer.reject);
  out.end(body);
  return answer.promise;
}
