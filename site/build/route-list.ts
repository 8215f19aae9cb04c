import { writeFile } from 'node:fs/promises';
import type { AstroIntegration, IntegrationResolvedRoute } from 'astro';

/** Where the build says which pages are rendered on demand: they are no files that could be found. */
const routeListFile = 'routes.json';

let resolved: readonly IntegrationResolvedRoute[] = [];
let folder: URL | undefined;

/** Leaves the list of what Astro renders on demand beside the build, so that the server can hold it against its rules. */
export const routeList: AstroIntegration = {
  name: 'route-list',
  hooks: {
    'astro:config:done': ({ config }) => {
      folder = config.outDir;
    },
    'astro:routes:resolved': ({ routes }) => {
      resolved = routes;
    },
    'astro:build:done': async () => {
      const onDemand = resolved.filter(({ isPrerendered }) => !isPrerendered);
      const list = onDemand.map(({ pattern, origin }) => ({ pattern, origin }));
      if (folder !== undefined) await writeFile(new URL(routeListFile, folder), JSON.stringify(list));
    },
  },
};
