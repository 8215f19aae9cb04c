import { z } from 'zod';
import type { Delivery, Forge } from './forge.ts';
import { ForgeApi, TakenError } from './http.ts';
import { push } from './push.ts';
import type { ForgeKind, ForgeSettings } from './settings.ts';

/** What differs between forges: where requests are made, found, and what is called how. */
interface Dialect {
  /** The branch changes go into when nobody says. */
  mainBranch(api: ForgeApi): Promise<string>;
  create(api: ForgeApi, delivery: Delivery, into: string): Promise<string>;
  /** The request that is there already. */
  find(api: ForgeApi, delivery: Delivery): Promise<string | undefined>;
}

const mainBranch = z.object({ default_branch: z.string() });
const url = z.url({ protocol: /^https?$/ });
const pull = z.object({ html_url: url });
const pullWithHead = z.object({ html_url: url, head: z.object({ ref: z.string() }) });
const merge = z.object({ web_url: url });

/** Requests are looked through in pages of so many; the one looked for was made a moment ago. */
const perPage = 50;

const dialects: Readonly<Record<ForgeKind, (repository: string) => Dialect>> = {
  github: (repository) => ({
    mainBranch: async (api) => (await api.ask(mainBranch, `/repos/${repository}`)).default_branch,
    async create(api, { branch, title, body }, base) {
      const { html_url } = await api.ask(pull, `/repos/${repository}/pulls`, {
        title,
        body,
        head: branch,
        base,
      });
      return html_url;
    },
    async find(api, { branch }) {
      const query = new URLSearchParams({ head: `${repository.split('/')[0]}:${branch}`, state: 'all' });
      const [found] = await api.ask(z.array(pull), `/repos/${repository}/pulls?${query}`);
      return found?.html_url;
    },
  }),
  gitlab: (repository) => {
    const project = `/projects/${encodeURIComponent(repository)}`;
    return {
      mainBranch: async (api) => (await api.ask(mainBranch, project)).default_branch,
      async create(api, { branch, title, body }, target) {
        const { web_url } = await api.ask(merge, `${project}/merge_requests`, {
          source_branch: branch,
          target_branch: target,
          title,
          description: body,
          remove_source_branch: true,
        });
        return web_url;
      },
      async find(api, { branch }) {
        const query = new URLSearchParams({ source_branch: branch, state: 'all' });
        const [found] = await api.ask(z.array(merge), `${project}/merge_requests?${query}`);
        return found?.web_url;
      },
    };
  },
  gitea: (repository) => ({
    mainBranch: async (api) => (await api.ask(mainBranch, `/repos/${repository}`)).default_branch,
    async create(api, { branch, title, body }, base) {
      const { html_url } = await api.ask(pull, `/repos/${repository}/pulls`, {
        title,
        body,
        head: branch,
        base,
      });
      return html_url;
    },
    // Gitea does not find a request by its branch.
    async find(api, { branch }) {
      for (let page = 1; page <= 10; page++) {
        const query = new URLSearchParams({
          state: 'all',
          sort: 'recentupdate',
          limit: String(perPage),
          page: String(page),
        });
        const pulls = await api.ask(z.array(pullWithHead), `/repos/${repository}/pulls?${query}`);
        const found = pulls.find(({ head }) => head.ref === branch);
        if (found) return found.html_url;
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
        return { url: await dialect.create(api, delivery, into) };
      } catch (error) {
        if (!(error instanceof TakenError)) throw error;
        const found = await dialect.find(api, delivery);
        if (found === undefined) throw error;
        return { url: found };
      }
    },
  };
}
