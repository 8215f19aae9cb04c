import type { Command } from 'commander';
import { check } from './check.ts';
import { deadline } from './deadline.ts';
import { indexCommand } from './index-command.ts';
import { lint } from './lint.ts';
import { lsp } from './lsp.ts';
import { refresh } from './refresh.ts';
import { searchCommand } from './search.ts';
import { serve } from './serve.ts';

/** Makes one command; `finish` takes the exit code. */
export type CommandBuilder = (finish: (exitCode: number) => void) => Command;

/** Every command of `ponyatno`, in the order of the help page. */
export const commands: readonly CommandBuilder[] = [
  serve,
  check,
  lint,
  lsp,
  searchCommand,
  indexCommand,
  deadline,
  refresh,
];
