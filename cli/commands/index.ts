import type { Command } from 'commander';

/** Makes one command; `finish` takes the exit code. */
export type CommandBuilder = (finish: (exitCode: number) => void) => Command;

/**
 * Every command of `ponyatno`, in the order of the help page. Each is loaded when it is wanted: the linter of one file
 * should not wait for the server's libraries.
 */
export const commands: Readonly<Record<string, () => Promise<CommandBuilder>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  user: async () => (await import('./user.ts')).user,
  check: async () => (await import('./check.ts')).check,
  changes: async () => (await import('./changes.ts')).changes,
  owners: async () => (await import('./owners.ts')).owners,
  lint: async () => (await import('./lint.ts')).lint,
  lsp: async () => (await import('./lsp.ts')).lsp,
  search: async () => (await import('./search.ts')).searchCommand,
  'build-public': async () => (await import('./build-public.ts')).buildPublic,
  index: async () => (await import('./index-command.ts')).indexCommand,
  deadline: async () => (await import('./deadline.ts')).deadline,
  audit: async () => (await import('./audit.ts')).audit,
  refresh: async () => (await import('./refresh.ts')).refresh,
};
