import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// As `cli/ponyatno.js` has it: threads and commands that the tests start compile each file once, not once each.
process.env.NODE_COMPILE_CACHE ??= resolve(import.meta.dirname, 'node_modules/.cache/ponyatno');

// Two projects: what runs in a process, on every core there is, and what needs a browser and a running server, which
// keep two cores busy by themselves.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{knowledge,russian,lint-rules,linting,search,refresh,calls,editor,identity,proposals,site,server,cli,bench,docs,packaging,examples}/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/dist/**'],
          setupFiles: ['vitest.seed.ts'],
          testTimeout: 30_000,
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // A browser on a busy machine misses a deadline once in some thousands of steps; the report names what was
          // tried again.
          retry: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
