import { once } from 'node:events';
import type { Server } from 'node:http';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { peersOf } from '#identity';
import { counted, readContent } from '#knowledge';
import { type Configuration, ConfigurationError } from './configuration.ts';
import { tryLock } from './files/lock.ts';
import { pageCacheOf } from './files/page-cache.ts';
import { createHouse, type House } from './house.ts';
import { createListener } from './http/listener.ts';
import { namesOf } from './http/origin.ts';
import { createPages } from './pages.ts';
import { ratingPath } from './public/rating.ts';
import { type AnonymousSite, openAnonymousSite } from './public/site.ts';
import { ensureSite } from './site/build.ts';
import { ensurePublicSite } from './site/public-build.ts';
import { attachCollaboration } from './upgrade.ts';

/** How long a server that is being stopped may take to hand the data folder over to the next one. */
const takeoverMs = 3_000;
/** How long the first index may take before the pages are served without search. */
const searchPatienceMs = 60_000;
const projectRoot = resolve(import.meta.dirname, '..');

/** The one process, running. */
export interface RunningServer {
  /** `http://127.0.0.1:4321`, without a slash at the end. */
  readonly url: string;
  /** Whether people must sign in. */
  readonly signIn: boolean;
  /** Where the first administrator begins, while there is none and people must sign in. */
  readonly firstLink?: string;
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
  const release = await lockWithin(resolve(configuration.dataFolder, 'server.lock'), takeoverMs);
  if (release === undefined)
    throw new ConfigurationError([
      `С папкой данных ${configuration.dataFolder} уже работает другой сервер. Остановите его или укажите другую папку в PONYATNO_DATA.`,
    ]);
  let house: House | undefined;
  try {
    house = await furnish(configuration, say);
    await Promise.race([house.searchReady, setTimeout(searchPatienceMs, undefined, { ref: false })]);
    return await open(house, configuration, release);
  } catch (error) {
    await house?.close();
    release();
    throw error;
  }
}

async function lockWithin(file: string, milliseconds: number): Promise<(() => void) | undefined> {
  const until = Date.now() + milliseconds;
  for (;;) {
    const release = lockOrExplain(file);
    if (release !== undefined || Date.now() > until) return release;
    await setTimeout(100);
  }
}

function lockOrExplain(file: string): (() => void) | undefined {
  try {
    return tryLock(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError([
      `В папку данных ${dirname(file)} нельзя писать (${reason}). Исправьте права или укажите другую папку в PONYATNO_DATA.`,
    ]);
  }
}

async function furnish(configuration: Configuration, say: (line: string) => void): Promise<House> {
  const { contentFolder, dataFolder } = configuration;
  const { content, problems } = await readContent(contentFolder, { cache: pageCacheOf(dataFolder) });
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    say(
      `В содержании ${counted(errors, ['ошибка', 'ошибки', 'ошибок'])}. Список покажет «npx ponyatno check».`,
    );
  const pages = await createPages(await ensureSite(projectRoot, contentFolder, say));
  return createHouse(content, pages, configuration, say, undefined, {
    anonymousSite: await openPublicSite(configuration, say),
    names: namesOf(configuration.address, configuration.host),
    isPeer: peersOf(configuration.proxyPeers ?? []),
    https: configuration.address?.startsWith('https:') ?? false,
  });
}

async function openPublicSite(
  { contentFolder, dataFolder, publicSite, address }: Configuration,
  say: (line: string) => void,
): Promise<AnonymousSite | undefined> {
  if (!publicSite) return undefined;
  const site = await ensurePublicSite(projectRoot, contentFolder, say, { address, ratings: ratingPath });
  return openAnonymousSite(site, dataFolder, say);
}

async function open(
  house: House,
  { host, port }: Configuration,
  release: () => void,
): Promise<RunningServer> {
  const server = createListener(house.application, house.isPeer);
  attachCollaboration(server, house);
  const url = await listen(server, host, port);
  const { required, management } = house.accounts;
  const firstLink = required ? management.firstLink() : undefined;
  return {
    url,
    signIn: required,
    ...(firstLink === undefined ? {} : { firstLink }),
    async close() {
      const closed = once(server, 'close');
      server.close();
      await house.close();
      server.closeAllConnections();
      await closed;
      release();
    },
  };
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
