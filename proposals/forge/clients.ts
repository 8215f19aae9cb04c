import { z } from 'zod';
import type { Delivery, Forge, ForgeRequest } from './forge.ts';
import { ForgeApi, TakenError } from './http.ts';
import { push } from './push.ts';
import type { ForgeKind, ForgeSettings } from './settings.ts';

/** What differs between forges: where requests are made, found, and what is called how. */
interface Dialect {
  /** The branch changes go into when nobody says. */
  mainBranch(api: ForgeApi): Promise<string>;
  create(api: ForgeApi, delivery: Delivery, into: string): Promise<ForgeRequest>;
  /** The request that is there already. */
  find(api: ForgeApi, branch: string): Promise<ForgeRequest | undefined>;
}

const mainBranch = z.object({ default_branch: z.string() });
const url = z.url({ protocol: /^https?$/ });
const githubPull = z
  .object({ html_url: url, state: z.enum(['open', 'closed']), merged_at: z.string().nullish() })
  .transform(
    ({ html_url, state, merged_at }): ForgeRequest => ({
      url: html_url,
      state: merged_at ? 'merged' : state,
    }),
  );
const giteaPull = z
  .object({
    html_url: url,
    state: z.enum(['open', 'closed']),
    merged: z.boolean().nullish(),
    // Once the branch is deleted, `ref` is `refs/pull/1/head`; `label` stays what the branch was called.
    head: z.object({ label: z.string() }),
  })
  .transform(({ html_url, state, merged, head }) => ({
    branch: head.label,
    request: { url: html_url, state: merged ? 'merged' : state } satisfies ForgeRequest,
  }));
/** `locked` is a request that is being merged. */
const gitlabMerge = z
  .object({ web_url: url, state: z.enum(['opened', 'locked', 'merged', 'closed']) })
  .transform(
    ({ web_url, state }): ForgeRequest => ({
      url: web_url,
      state: state === 'opened' || state === 'locked' ? 'open' : state,
    }),
  );

/** Requests are looked through in pages of so many; the one looked for was made a moment ago. */
const perPage = 50;

const dialects: Readonly<Record<ForgeKind, (repository: string) => Dialect>> = {
  github: (repository) => ({
    mainBranch: async (api) => (await api.ask(mainBranch, `/repos/${repository}`)).default_branch,
    async create(api, { branch, title, body }, base) {
      return api.ask(githubPull, `/repos/${repository}/pulls`, { title, body, head: branch, base });
    },
    async find(api, branch) {
      const query = new URLSearchParams({ head: `${repository.split('/')[0]}:${branch}`, state: 'all' });
      const [found] = await api.ask(z.array(githubPull), `/repos/${repository}/pulls?${query}`);
      return found;
    },
  }),
  gitlab: (repository) => {
    const project = `/projects/${encodeURIComponent(repository)}`;
    return {
      mainBranch: async (api) => (await api.ask(mainBranch, project)).default_branch,
      async create(api, { branch, title, body }, target) {
        return api.ask(gitlabMerge, `${project}/merge_requests`, {
          source_branch: branch,
          target_branch: target,
          title,
          description: body,
          remove_source_branch: true,
        });
      },
      async find(api, branch) {
        const query = new URLSearchParams({ source_branch: branch, state: 'all' });
        const [found] = await api.ask(z.array(gitlabMerge), `${project}/merge_requests?${query}`);
        return found;
      },
    };
  },
  gitea: (repository) => ({
    mainBranch: async (api) => (await api.ask(mainBranch, `/repos/${repository}`)).default_branch,
    async create(api, { branch, title, body }, base) {
      const path = `/repos/${repository}/pulls`;
      return (await api.ask(giteaPull, path, { title, body, head: branch, base })).request;
    },
    // Gitea does not find a request by its branch.
    async find(api, branch) {
      for (let page = 1; page <= 10; page++) {
        const query = new URLSearchParams({
          state: 'all',
          sort: 'recentupdate',
          limit: String(perPage),
          page: String(page),
        });
        const pulls = await api.ask(z.array(giteaPull), `/repos/${repository}/pulls?${query}`);
        const found = pulls.find((one) => one.branch === branch);
        if (found) return found.request;
        if (pulls.length === 0) return undefined;
      }
      return undefined;
    },
  }),
};

/** Opens the forge of the settings. */
export function openForge(settings: ForgeSettings, { patienceMs }: { patienceMs?: number } = {}): Forge {
  const api = new ForgeApi(settings, patienceMs);
  const dialect = dialects[settings.kind](settings.repository);
  return {
    kind: settings.kind,
    async deliver(delivery) {
      await push(delivery, settings);
      const into = delivery.into ?? (await dialect.mainBranch(api));
      try {
        return await dialect.create(api, delivery, into);
      } catch (error) {
        if (!(error instanceof TakenError)) throw error;
        const found = await dialect.find(api, delivery.branch);
        if (found === undefined) throw error;
        return found;
      }
    },
    find: (branch) => dialect.find(api, branch),
  };
}
