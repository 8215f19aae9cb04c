import { rm } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { callWorker } from './site/build/call-worker.ts';
import { routeList } from './site/build/route-list.ts';
import { markdown } from './site/remark/index.ts';

const root = import.meta.dirname;
const isPublic = process.env.PONYATNO_AUDIENCE === 'public';
const outDir = resolve(root, process.env.PONYATNO_SITE || 'dist');

// Builds of different content side by side must not share a store of entries.
const cacheDir = resolve(root, 'node_modules/.astro', relative(root, outDir).replaceAll(/[\\/]/g, '-'));

/** A build into a folder of its own is never repeated, so what it kept for the next time is thrown away. */
const forgetCache = {
  name: 'forget-cache',
  hooks: {
    'astro:build:done': () => rm(cacheDir, { recursive: true, force: true }),
  },
};

// Nothing may stand inline in a page, so that one constant strict Content-Security-Policy fits them all: no inlined
// styles or assets here, no `client:*` in components (islands are mounted from a <script>), no highlighter's styles.
export default defineConfig({
  root,
  // The public site has pages of its own and needs no server.
  srcDir: isPublic ? './site/public-site' : './site',
  publicDir: './site/public',
  outDir,
  cacheDir,
  output: 'static',
  ...(isPublic ? {} : { adapter: node({ mode: 'middleware' }) }),
  integrations: [
    svelte(),
    mdx(),
    ...(isPublic ? [] : [callWorker, routeList]),
    ...(process.env.PONYATNO_SITE ? [forgetCache] : []),
  ],
  markdown: {
    processor: markdown,
    syntaxHighlight: false,
  },
  // The default eats the spaces between inline elements.
  compressHTML: true,
  build: { inlineStylesheets: 'never' },
  // The server checks Origin of every request before a page is asked; Astro would compare it with http behind a TLS proxy.
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
  vite: {
    // Hunspell's program asks for a module of Node where it runs in Node; in the linter's worker it never does.
    worker: { format: 'es', rolldownOptions: { external: ['module'] } },
    build: {
      assetsInlineLimit: 0,
      // Otherwise a page of warnings about directives in compiled MDX modules.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
