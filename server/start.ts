import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { createDrafts } from '#editor';
import { readContent } from '#knowledge';
import { dictionaryResource } from './api/dictionary.ts';
import { draftRoutes } from './api/drafts.ts';
import { healthRoutes } from './api/health.ts';
import { languageRoute } from './api/language.ts';
import type { Configuration } from './configuration.ts';
import { ConfigurationError } from './configuration.ts';
import { tryLock } from './files/lock.ts';
import { createApplication } from './http/application.ts';
import { createApi } from './http/router.ts';
import { createPages } from './pages.ts';
import { ensureSite } from './site/build.ts';
import { attachCollaboration } from './upgrade.ts';

const projectRoot = resolve(import.meta.dirname, '..');

/** The one process, running. */
export interface RunningServer {
  /** `http://127.0.0.1:4321`, without a slash at the end. */
  readonly url: string;
  /** Stops taking requests, writes what is waiting, gives everything back. */
  close(): Promise<void>;
}

/**
 * Starts Ponyatno: builds the site when it is stale, opens the drafts, listens.
 *
 * @param say told what happens, in Russian, one line at a time
 * @throws ConfigurationError, ContentError or SiteBuildError when it cannot start; each says the way out
 */
export async function startServer(
  configuration: Configuration,
  say: (line: string) => void = () => undefined,
): Promise<RunningServer> {
  const { host, port, dataFolder, contentFolder } = configuration;
  const release = tryLock(resolve(dataFolder, 'server.lock'));
  if (release === undefined)
    throw new ConfigurationError([
      `С папкой данных ${dataFolder} уже работает другой сервер. Остановите его или укажите другую папку в PONYATNO_DATA.`,
    ]);
  try {
    const { content } = await readContent(contentFolder);
    const pages = await createPages(await ensureSite(projectRoot, contentFolder, say));
    const drafts = createDrafts({ dataFolder, content });
    const dictionary = dictionaryResource();
    const api = createApi([
      ...healthRoutes([
        { part: 'pages', check: async () => pages },
        { part: 'storage', check: () => drafts.check() },
      ]),
      ...draftRoutes(drafts, content),
      dictionary.route,
      languageRoute(content, dictionary.url),
    ]);
    const locals = { ponyatno: { content, drafts } };
    const server = createServer(
      { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 10_000, maxHeaderSize: 16_384 },
      createApplication(api, pages, locals),
    );
    attachCollaboration(server, drafts.collaboration);
    const url = await listen(server, host, port);
    return {
      url,
      async close() {
        const closed = once(server, 'close');
        server.close();
        await drafts.close();
        server.closeAllConnections();
        await closed;
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken) throw error;
    throw new ConfigurationError([
      `Порт ${port} занят другой программой. Остановите её или укажите другой порт: PONYATNO_PORT=${port + 1} npm start.`,
    ]);
  }
  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`;
}
