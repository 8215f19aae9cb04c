import { z } from 'zod';
import {
  type AccountSettings,
  hasAccounts,
  type OidcSettings,
  type ProxySettings,
  type Role,
  roles,
} from '#identity';

type Environment = Readonly<Record<string, string | undefined>>;

/** What `PONYATNO_*` says of accounts. */
export type AccountsConfiguration = Omit<AccountSettings, 'dataFolder' | 'audit' | 'now'>;

/** Where the server listens, and who can reach it. */
interface Place {
  readonly url: string;
  /** It listens on more than this computer. */
  readonly isPublic: boolean;
  /** A proxy before it is reached by others, though it listens on this computer only. */
  readonly isBehindProxy: boolean;
  readonly dataFolder: string;
  readonly proxyPeers: readonly string[];
}

const leastSecret = 32;
const roleSchema = z.enum(roles);

/**
 * Reads what accounts need; problems go to the list with the others.
 */
export function readAccountsConfiguration(
  env: Environment,
  place: Place,
  problems: string[],
): AccountsConfiguration {
  const url = env.PONYATNO_URL?.trim().replace(/\/+$/, '');
  if (url && !isOrigin(url))
    problems.push(
      `PONYATNO_URL=${url}: нужен адрес, по которому открывают «Понятно», без пути: например https://ponyatno.example.ru.`,
    );
  const secret = env.PONYATNO_SECRET || undefined;
  if (secret !== undefined && secret.length < leastSecret)
    problems.push(
      `PONYATNO_SECRET короче ${leastSecret} знаков. Создайте новый: openssl rand -base64 48. Или уберите переменную: тогда сервер создаст его сам.`,
    );
  const oidc = oidcOf(env, problems);
  const proxy = proxyOf(env, place.proxyPeers, problems);
  const configured = oidc !== undefined || proxy !== undefined;
  if (place.isPublic && !configured && !url && !hasAccounts(place.dataFolder))
    problems.push(
      `PONYATNO_HOST=${env.PONYATNO_HOST}: учётных записей в системе нет, поэтому черновики увидел бы каждый, кто достанет до этого адреса. ` +
        'Поставьте PONYATNO_HOST=127.0.0.1 или уберите переменную. Чтобы открыть систему для коллег, создайте администратора ' +
        '(npx ponyatno user add) или укажите в PONYATNO_URL адрес, по которому её откроют: сервер напечатает ссылку для первого администратора.',
    );
  return {
    url: url || place.url,
    required: place.isPublic || place.isBehindProxy,
    ...(secret === undefined ? {} : { secret }),
    ...(oidc === undefined ? {} : { oidc }),
    ...(proxy === undefined ? {} : { proxy }),
  };
}

function oidcOf(env: Environment, problems: string[]): OidcSettings | undefined {
  const names = ['PONYATNO_OIDC_ISSUER', 'PONYATNO_OIDC_CLIENT_ID', 'PONYATNO_OIDC_CLIENT_SECRET'] as const;
  const missing = names.filter((name) => !env[name]);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0)
    problems.push(
      `Для входа через OpenID не хватает: ${missing.join(', ')}. Укажите их или уберите остальные.`,
    );
  const issuer = env.PONYATNO_OIDC_ISSUER ?? '';
  if (issuer !== '' && !isSafeIssuer(issuer))
    problems.push(
      `PONYATNO_OIDC_ISSUER=${issuer}: нужен адрес сервера входа, например https://sso.example.ru/realms/agency. По http он бывает только на этом компьютере.`,
    );
  const fallbackRole = fallbackOf('PONYATNO_OIDC_DEFAULT_ROLE', env.PONYATNO_OIDC_DEFAULT_ROLE, problems);
  return {
    issuer,
    clientId: env.PONYATNO_OIDC_CLIENT_ID ?? '',
    clientSecret: env.PONYATNO_OIDC_CLIENT_SECRET ?? '',
    ...(env.PONYATNO_OIDC_ROLES_CLAIM ? { rolesClaim: env.PONYATNO_OIDC_ROLES_CLAIM } : {}),
    ...(env.PONYATNO_OIDC_UNITS_CLAIM ? { unitsClaim: env.PONYATNO_OIDC_UNITS_CLAIM } : {}),
    ...(fallbackRole === undefined ? {} : { fallbackRole }),
  };
}

/** With a secret the proxy says who a person is; without one it says only where a request comes from. */
function proxyOf(env: Environment, peers: readonly string[], problems: string[]): ProxySettings | undefined {
  const secret = env.PONYATNO_PROXY_SECRET;
  if (!secret && !env.PONYATNO_PROXY_DEFAULT_ROLE) return undefined;
  if (!env.PONYATNO_PROXY_PEERS)
    problems.push(
      'PONYATNO_PROXY_PEERS: для входа через прокси перечислите через запятую его адреса или сети, например 10.0.0.5, 10.1.0.0/16.',
    );
  if (!secret || secret.length < leastSecret)
    problems.push(
      `PONYATNO_PROXY_SECRET: для входа через прокси нужен общий с ним секрет не короче ${leastSecret} знаков, например из openssl rand -base64 48.`,
    );
  const fallbackRole = fallbackOf('PONYATNO_PROXY_DEFAULT_ROLE', env.PONYATNO_PROXY_DEFAULT_ROLE, problems);
  return { peers, secret: secret ?? '', ...(fallbackRole === undefined ? {} : { fallbackRole }) };
}

function fallbackOf(name: string, given: string | undefined, problems: string[]): Role | undefined {
  if (!given) return undefined;
  const role = roleSchema.safeParse(given);
  if (!role.success) problems.push(`${name}=${given}: такой роли нет. Бывают: ${roles.join(', ')}.`);
  return role.data;
}

function isOrigin(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).origin === url;
}

function isSafeIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, search, hash } = new URL(issuer);
  const local = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  return (protocol === 'https:' || (protocol === 'http:' && local)) && search === '' && hash === '';
}
