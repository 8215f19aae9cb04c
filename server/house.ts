import type { RequestListener } from 'node:http';
import { resolve } from 'node:path';
import { spellingFiles } from '@ponyatno/lint-rules/node';
import { dictionaryFile, taggerFile } from '@ponyatno/russian/node';
import { openCallRecords } from '#calls';
import { createDrafts, type Drafts } from '#editor';
import { type Accounts, AuditLog, type IsPeer, openAccounts, readAudit } from '#identity';
import { type Content, counted, readLedgers } from '#knowledge';
import { createProposals, openForge } from '#proposals';
import { ratingsSince, refreshReport, refreshStatus } from '#refresh';
import { type MeilisearchState, startSearch } from '#search';
import { previewPage } from '#site';
import { accountRoutes } from './api/accounts.ts';
import { callRoutes } from './api/calls.ts';
import { citedPageRoutes } from './api/cited-pages.ts';
import { draftRoutes } from './api/drafts.ts';
import { gapRoute } from './api/gaps.ts';
import { healthRoutes } from './api/health.ts';
import { languageRoute } from './api/language.ts';
import { languageFile } from './api/language-file.ts';
import { proposalRoutes } from './api/proposals.ts';
import { refreshRoutes } from './api/refresh.ts';
import { rightsRoute } from './api/rights.ts';
import { type Asked, searchRoute } from './api/search.ts';
import { searchIndexResource } from './api/search-index.ts';
import { happened, takeDownIn } from './audit.ts';
import { Checks } from './checks/checks.ts';
import type { Configuration } from './configuration.ts';
import type { Doors } from './doors.ts';
import { pageCacheOf } from './files/page-cache.ts';
import { openGaps } from './gaps.ts';
import { createApplication, type Gates } from './http/application.ts';
import { createLimits, type Limits } from './http/limits.ts';
import { auditRefusals, type Refused } from './http/refusals.ts';
import { createApi, type Route } from './http/router.ts';
import type { Pages } from './pages.ts';
import { remembered } from './remembered.ts';

/** Git is asked for the month's check at most so often. */
const statusKeptMs = 5_000;
const sweepEveryMs = 6 * 60 * 60 * 1000;

/** Everything behind the port. */
export interface House {
  readonly application: RequestListener;
  readonly drafts: Drafts;
  readonly doors: Doors;
  /** Names it is reached by, besides those of this computer. */
  readonly names: readonly string[];
  /** Which addresses are proxies of ours. */
  readonly isPeer?: IsPeer | undefined;
  /** The doors of the API, for the tests that walk them all. */
  readonly routes: readonly Route[];
  /** Takes down that somebody we know was refused. */
  readonly refused: Refused;
  /** How much one person may ask for. */
  readonly limits: Limits;
  readonly accounts: Accounts;
  /** Resolves when search has an index to answer from. */
  readonly searchReady: Promise<void>;
  close(): Promise<void>;
}

/**
 * Puts content, search, drafts, API and pages together.
 *
 * @param given other doors than the accounts of the data folder: tests walk through them as anybody
 */
export function createHouse(
  content: Content,
  pages: Pages,
  {
    dataFolder,
    meilisearch,
    accounts: accountsConfiguration,
    audit: keeping,
    proposals: { branch, forge } = {},
  }: Configuration,
  say: (line: string) => void,
  given?: Doors,
  front: Pick<Gates, 'anonymousSite' | 'names' | 'https' | 'isPeer' | 'limits'> = {},
): House {
  const audit = new AuditLog({ folder: resolve(dataFolder, 'audit'), keeping, say });
  const accounts = openAccounts({ ...accountsConfiguration, dataFolder, audit });
  const doors = given ?? accounts;
  const drafts = createDrafts({ dataFolder, content });
  const calls = openCallRecords(dataFolder);
  const checks = new Checks(content.folder);
  const proposals = createProposals({
    contentFolder: content.folder,
    dataFolder,
    preview: previewPage,
    checker: checks,
    say,
    ...(branch === undefined ? {} : { branch }),
    ...(forge === undefined ? {} : { forge: openForge(forge) }),
  });
  const indexFolder = resolve(dataFolder, 'search');
  const search = startSearch(
    { contentFolder: content.folder, indexFolder, cache: pageCacheOf(dataFolder), meilisearch },
    say,
  );
  const ask = (query: string, options: Asked) => search.ask(query, { audience: 'staff', ...options });
  const gaps = openGaps(content, dataFolder, (question) => ask(question, { limit: 1 }), say);
  // Units record checks while the server runs, so the ledger is read anew.
  const checked = async () => ({ ...content, ...(await readLedgers(content.folder)) });
  const statusOf = async (month?: string) =>
    refreshStatus({ content: await checked(), ...(month === undefined ? {} : { month }) });
  const reportOf = async (span: { from?: string; to?: string }) =>
    refreshReport({ content: await checked(), ...span });
  const currentStatus = remembered(() => statusOf(), statusKeptMs);
  const dictionary = languageFile('/api/dictionary', dictionaryFile);
  const indexes = searchIndexResource(indexFolder, dictionary.url, () => 'staff');
  search.onPublished(indexes.renew);
  const tagger = languageFile('/api/tagger', taggerFile);
  const { wasm, aff, dic } = spellingFiles();
  const spelling = {
    wasm: languageFile('/api/spelling/program', wasm),
    aff: languageFile('/api/spelling/affixes', aff),
    dic: languageFile('/api/spelling/words', dic),
  };
  const refused = auditRefusals(audit);
  const limits = front.limits ?? createLimits();
  const takeDown = takeDownIn(audit);
  const routes = [
    ...healthRoutes(
      [
        { part: 'pages', check: () => pages.check() },
        { part: 'search', check: () => ask(content.agency.name.short, { limit: 1 }) },
        { part: 'storage', check: () => drafts.check() },
      ],
      () => [...degradedServers(search.servers), ...(audit.trouble === undefined ? [] : [audit.trouble])],
    ),
    ...accountRoutes(accounts),
    searchRoute(ask),
    ...indexes.routes,
    gapRoute(gaps),
    ...refreshRoutes(currentStatus, reportOf),
    ...citedPageRoutes(content),
    ...draftRoutes(drafts, content, takeDown),
    ...callRoutes(calls, content),
    ...proposalRoutes(proposals, takeDown),
    rightsRoute,
    dictionary.route,
    tagger.route,
    ...Object.values(spelling).map(({ route }) => route),
    languageRoute(content, {
      dictionary: dictionary.url,
      tagger: tagger.url,
      spelling: { wasm: spelling.wasm.url, aff: spelling.aff.url, dic: spelling.dic.url },
    }),
  ];
  const locals: App.Locals = {
    ponyatno: {
      content,
      audit: {
        read: (query) => readAudit(resolve(dataFolder, 'audit'), query),
        trouble: () => audit.trouble,
        printed: (draft, { identity = {}, address }) =>
          audit.note(happened({ identity, address }, 'letter-exported', draft, 'print')),
      },
      accounts,
      drafts,
      calls,
      search: ask,
      ratings: (since) => ratingsSince(dataFolder, since),
      gaps: { note: gaps.note, list: gaps.list },
      refreshStatus: (month) => (month === undefined ? currentStatus() : statusOf(month)),
      refreshReport: reportOf,
    },
  };
  const stopSweeping = sweep(drafts, say);
  const stopListening = doors.onRevoked((revoked) => drafts.collaboration.cutOff(revoked));
  return {
    application: createApplication(createApi(routes, refused, limits), pages, locals, doors.resolveIdentity, {
      refused,
      limits,
      ...front,
    }),
    names: front.names ?? [],
    isPeer: front.isPeer,
    drafts,
    accounts,
    doors,
    routes,
    refused,
    limits,
    searchReady: search.ready,
    async close() {
      stopSweeping();
      stopListening();
      await Promise.all([
        front.anonymousSite?.close(),
        search.close(),
        drafts.close(),
        proposals.close(),
        checks.close(),
      ]);
      gaps.close();
      calls.close();
      accounts.close();
      await audit.close();
    },
  };
}

/** What `/api/ready` says of servers that the embedded search stands in for. */
function degradedServers(servers: readonly MeilisearchState[]): string[] {
  return servers
    .filter(({ well }) => !well)
    .map(({ url }) => `Meilisearch ${url} не отвечает или отстал: отвечает встроенный поиск.`);
}

/** Deletes expired drafts now and every few hours (OT-3). */
function sweep(drafts: Drafts, say: (line: string) => void): () => void {
  async function once(): Promise<void> {
    try {
      const removed = await drafts.removeExpired(new Date());
      if (removed > 0)
        say(`Истёк срок хранения: удалено ${counted(removed, ['черновик', 'черновика', 'черновиков'])}.`);
    } catch (error) {
      console.error(error);
    }
  }
  once();
  const timer = setInterval(once, sweepEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
