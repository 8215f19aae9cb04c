import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The kinds of forges there are clients for. Forgejo speaks as Gitea does. */
export const forgeKinds = ['github', 'gitlab', 'gitea'] as const;
export type ForgeKind = (typeof forgeKinds)[number];

/** What the administrator says of the forge. */
export interface ForgeSettings {
  readonly kind: ForgeKind;
  /** The root of its API, without a slash at the end. */
  readonly api: string;
  /** The root of its pages and of git over HTTP, without a slash at the end. */
  readonly web: string;
  /** `owner/name`; in GitLab groups may lie in groups. */
  readonly repository: string;
  readonly token: string;
}

/** What proposals read from the environment. */
export interface ProposalEnvironment {
  readonly branch?: string;
  readonly forge?: ForgeSettings;
}

/** Everything that is wrong with the variables, as full Russian sentences with the way out. */
export class ForgeConfigurationError extends Error {
  override name = 'ForgeConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const apiPaths: Readonly<Record<ForgeKind, string>> = {
  github: '/api/v3',
  gitlab: '/api/v4',
  gitea: '/api/v1',
};
const defaultApis: Partial<Record<ForgeKind, string>> = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com/api/v4',
};
const segment = '[\\p{L}\\p{N}_-][\\p{L}\\p{N}_.-]*';
const pair = new RegExp(`^${segment}/${segment}$`, 'u');
const nested = new RegExp(`^${segment}(?:/${segment})+$`, 'u');
const urlSchema = z.url({ protocol: /^https?$/ });
/** What git takes as the name of a branch, and what no shell or option could misread. */
const branch = /^(?![-./])(?!.*(?:\.\.|\/\/|@\{|\.lock$|[./]$))[^\s~^:?*[\\\p{Cc}]+$/u;

/**
 * Reads PONYATNO_BRANCH and the variables of the forge; nothing of the token ever stands in an error.
 *
 * @throws ForgeConfigurationError with every problem
 */
export function readForge(env: Readonly<Record<string, string | undefined>>): ProposalEnvironment {
  const problems: string[] = [];
  const base = env.PONYATNO_BRANCH?.trim();
  if (base && !branch.test(base))
    problems.push(
      `PONYATNO_BRANCH=${base}: такого имени ветки не бывает. Укажите, например, main или уберите переменную.`,
    );
  const kind = env.PONYATNO_FORGE?.trim().toLowerCase();
  if (!kind) {
    if (problems.length > 0) throw new ForgeConfigurationError(problems);
    return base ? { branch: base } : {};
  }
  const known = forgeKinds.find((one) => one === kind);
  if (known === undefined)
    throw new ForgeConfigurationError([
      ...problems,
      `PONYATNO_FORGE=${kind}: бывает github, gitlab или gitea (для Forgejo — тоже gitea). Исправьте переменную или уберите её.`,
    ]);
  const api = apiOf(known, env.PONYATNO_FORGE_URL?.trim(), problems);
  const repository = repositoryOf(known, env.PONYATNO_FORGE_REPOSITORY?.trim(), problems);
  const token = tokenOf(env, problems);
  if (problems.length > 0 || api === undefined || repository === undefined || token === undefined)
    throw new ForgeConfigurationError(problems);
  return {
    ...(base ? { branch: base } : {}),
    forge: { kind: known, api, web: webOf(known, api), repository, token },
  };
}

function apiOf(kind: ForgeKind, given: string | undefined, problems: string[]): string | undefined {
  const written = given || defaultApis[kind];
  if (written === undefined) {
    problems.push('PONYATNO_FORGE_URL не задана: для gitea нужен адрес, например https://git.example.ru.');
    return undefined;
  }
  if (!urlSchema.safeParse(written).success) {
    problems.push(
      'PONYATNO_FORGE_URL: нужен полный адрес, например https://git.example.ru. Исправьте переменную.',
    );
    return undefined;
  }
  const url = new URL(written);
  if (url.username || url.password || url.search || url.hash) {
    problems.push(
      'PONYATNO_FORGE_URL: в адресе лишнее. Оставьте протокол, имя и путь; ключ задают в PONYATNO_FORGE_TOKEN.',
    );
    return undefined;
  }
  const root = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  if (root === defaultApis.github || root === 'https://github.com') return defaultApis.github;
  return root.endsWith(apiPaths[kind]) ? root : root + apiPaths[kind];
}

function webOf(kind: ForgeKind, api: string): string {
  return api === defaultApis.github ? 'https://github.com' : api.slice(0, -apiPaths[kind].length);
}

function repositoryOf(kind: ForgeKind, given: string | undefined, problems: string[]): string | undefined {
  const name = given?.replace(/\.git$/, '');
  if (name && (kind === 'gitlab' ? nested : pair).test(name)) return name;
  problems.push(
    'PONYATNO_FORGE_REPOSITORY: нужны владелец и имя через косую черту, например portal/content. Исправьте переменную.',
  );
  return undefined;
}

function tokenOf(env: Readonly<Record<string, string | undefined>>, problems: string[]): string | undefined {
  const file = env.PONYATNO_FORGE_TOKEN_FILE;
  let token = env.PONYATNO_FORGE_TOKEN?.trim();
  if (!token && file)
    try {
      token = readFileSync(file, 'utf8').trim();
    } catch {
      problems.push(`PONYATNO_FORGE_TOKEN_FILE=${file}: файл не читается. Проверьте путь и права.`);
      return undefined;
    }
  if (!token) {
    problems.push('Нет ключа к хранилищу: задайте PONYATNO_FORGE_TOKEN или PONYATNO_FORGE_TOKEN_FILE.');
    return undefined;
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    problems.push('В ключе к хранилищу есть пробелы или недопустимые знаки. Скопируйте его заново.');
    return undefined;
  }
  return token;
}
