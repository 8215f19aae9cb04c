/** The server's own way from a request to an answer, in a process of its own: application, route, search service and its worker. */

import { createServer } from 'node:http';
import { join } from 'node:path';
import { atThisComputer } from '#identity';
import { startSearch } from '#search';
import { searchRoute } from '../../server/api/search.ts';
import { createApplication } from '../../server/http/application.ts';
import { createApi } from '../../server/http/router.ts';

/** What the process says once it listens. */
export interface Listening {
  readonly port: number;
}

/** What it says of itself when asked. */
export interface Spent {
  /** Milliseconds of processor time since it listens. */
  readonly cpu: number;
  readonly memory: number;
}

const [indexFolder = ''] = process.argv.slice(2);
// The pages are made up: there is no content to keep up with, and the index stays as it is.
const search = startSearch({ contentFolder: join(indexFolder, 'none'), indexFolder }, console.log);
await search.ready;
const api = createApi([searchRoute((query, asked) => search.ask(query, { audience: 'staff', ...asked }))]);
const notMeasured = () => {
  throw new Error('Only the API is measured');
};
const noPages = {
  check: async () => undefined,
  answer: async () => notMeasured(),
  sendNotFound: notMeasured,
  sendForbidden: notMeasured,
};
const server = createServer(createApplication(api, noPages, {}, async () => atThisComputer));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const before = process.cpuUsage();
  process.on('message', () => {
    const { user, system } = process.cpuUsage(before);
    process.send?.({ cpu: (user + system) / 1000, memory: process.memoryUsage.rss() } satisfies Spent);
  });
  process.send?.({ port: typeof address === 'object' ? (address?.port ?? 0) : 0 } satisfies Listening);
});
