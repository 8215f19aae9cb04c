import { z } from 'zod';
import { type AuditKeeping, readAuditKeeping } from '#identity';
import { ForgeConfigurationError, type ProposalEnvironment, readForge } from '#proposals';
import { MeilisearchConfigurationError, type MeilisearchSettings, readMeilisearch } from '#search';
import { type AccountsConfiguration, readAccountsConfiguration } from './accounts-configuration.ts';
import { readPeers } from './proxy-peers.ts';

/** What the one process needs to know before it starts. */
export interface Configuration {
  readonly host: string;
  /** 0 lets the system choose: tests do that. */
  readonly port: number;
  /** Absolute path; everything the process writes. */
  readonly dataFolder: string;
  /** Absolute path of the content. */
  readonly contentFolder: string;
  /** How people sign in. */
  readonly accounts: AccountsConfiguration;
  /** How long the log of events is kept. */
  readonly audit?: AuditKeeping;
  /** The servers of Meilisearch, when search is to ask them first. */
  readonly meilisearch?: MeilisearchSettings;
  /** The address by which browsers reach us, when it is not this computer's. */
  readonly address?: string;
  /** Addresses and networks of the proxies before us, whose word on where a request comes from is taken. */
  readonly proxyPeers?: readonly string[];
  /** Whether who has not signed in is given the public site. */
  readonly publicSite?: boolean;
  /** Where proposed changes of pages go. */
  readonly proposals?: ProposalEnvironment;
}

/** Every problem of the environment at once, as full Russian sentences with the way out. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const portSchema = z.coerce.number().int().min(1).max(65_535);
const hostSchema = z.union([z.ipv4(), z.ipv6(), z.hostname()]);

/** Whether the address can be reached from this computer only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * Reads PONYATNO_PORT, PONYATNO_HOST, the variables of accounts, of the log of events, of proposals and of Meilisearch; the folders are resolved by the caller, who knows where the person stands.
 *
 * @throws ConfigurationError with every problem found
 */
export function readConfiguration(
  env: Readonly<Record<string, string | undefined>>,
  folders: { dataFolder: string; contentFolder: string },
): Configuration {
  const problems: string[] = [];
  const port = portSchema.safeParse(env.PONYATNO_PORT || 4321);
  if (!port.success)
    problems.push(
      `PONYATNO_PORT=${env.PONYATNO_PORT}: номер порта — целое число от 1 до 65535, например 4321. Исправьте переменную или уберите её.`,
    );
  const host = hostSchema.safeParse(env.PONYATNO_HOST || '127.0.0.1');
  if (!host.success)
    problems.push(
      `PONYATNO_HOST=${env.PONYATNO_HOST}: нужен адрес, на котором слушать, например 127.0.0.1. Исправьте переменную или уберите её.`,
    );
  const address = `${host.data?.includes(':') ? `[${host.data}]` : host.data}:${port.data}`;
  const proxyPeers = readPeers(env, problems);
  const accounts = readAccountsConfiguration(
    env,
    {
      url: `http://${address}`,
      isPublic: host.success && !isLoopback(host.data),
      isBehindProxy: proxyPeers.length > 0 || isReachedByOthers(env),
      dataFolder: folders.dataFolder,
      proxyPeers,
    },
    problems,
  );
  const audit = readAuditKeeping(env, problems);
  const meilisearch = meilisearchOf(env, problems);
  const proposals = proposalsOf(env, problems);
  if (!port.success || !host.success || problems.length > 0) throw new ConfigurationError(problems);
  return {
    host: host.data,
    port: port.data,
    ...folders,
    accounts,
    audit,
    ...addressOf(env),
    ...(proxyPeers.length > 0 ? { proxyPeers } : {}),
    ...(env.PONYATNO_PUBLIC_SITE ? { publicSite: true } : {}),
    ...(meilisearch === undefined ? {} : { meilisearch }),
    ...(proposals === undefined ? {} : { proposals }),
  };
}

/** Whoever gave the server a name that is not this computer's means to open it to others, by a proxy. */
function isReachedByOthers({ PONYATNO_URL: url }: Readonly<Record<string, string | undefined>>): boolean {
  return !!url && URL.canParse(url) && !isLoopback(new URL(url).hostname.replace(/^\[(.*)\]$/, '$1'));
}

/** Whether PONYATNO_URL is an address is said where accounts are read. */
function addressOf({ PONYATNO_URL: url }: Readonly<Record<string, string | undefined>>): {
  address?: string;
} {
  return url && URL.canParse(url) ? { address: new URL(url).origin } : {};
}

function meilisearchOf(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): MeilisearchSettings | undefined {
  try {
    return readMeilisearch(env);
  } catch (error) {
    if (!(error instanceof MeilisearchConfigurationError)) throw error;
    problems.push(error.message);
    return undefined;
  }
}

function proposalsOf(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): ProposalEnvironment | undefined {
  try {
    const read = readForge(env);
    return Object.keys(read).length > 0 ? read : undefined;
  } catch (error) {
    if (!(error instanceof ForgeConfigurationError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
