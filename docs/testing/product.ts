import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { commands } from '../../cli/commands/index.ts';
import { root } from './guide.ts';

const builders = await Promise.all(Object.values(commands).map((load) => load()));
const topCommands = builders.map((build) => build(() => undefined));

/** The command that the words after `ponyatno` name, with what they leave; undefined when there is none. */
export function findCommand(words: readonly string[]): Command | undefined {
  let found: Command | undefined;
  let choices: readonly Command[] = topCommands;
  for (const word of words) {
    const next = choices.find((command) => command.name() === word);
    if (!next) break;
    found = next;
    choices = next.commands;
  }
  return found;
}

/** Options of a command as its help page shows them. */
export function optionsOf(command: Command): Set<string> {
  const help = command.helpInformation();
  return new Set([...help.matchAll(/(?<=^|\s)--[a-z][a-z-]*/g)].map(([option]) => option));
}

/** Options of all commands. */
export function allOptions(): Set<string> {
  const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
  return new Set(topCommands.flatMap(all).flatMap((command) => [...optionsOf(command)]));
}

/** Environment variables that some code of the product or of its tests reads. */
export function variablesRead(): Set<string> {
  const files = globSync('{cli,server,identity,site,proposals,refresh,editor,search,e2e,docs}/**/*.{ts,js}', {
    cwd: root,
  })
    .filter((file) => !file.endsWith('.test.ts'))
    .concat('astro.config.mjs');
  return new Set(
    files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\benv\.([A-Z][A-Z0-9_]+)/g)].map(
        ([, name = '']) => name,
      ),
    ),
  );
}

/** Addresses that the product answers, without those of single pages of the content. */
export function routes(): Set<string> {
  const pages = globSync('site/pages/**/*.astro', { cwd: root })
    .map((file) => file.replace(/^site\/pages/, '').replace(/(?:\/index)?\.astro$/, ''))
    .filter((route) => !route.includes('['));
  const api = globSync('server/api/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/'(\/api\/[a-z]+)'/g)].map(([, path = '']) => path),
  );
  return new Set([...pages, ...api]);
}

/** Everything that the screens say, with ordinary spaces. */
export function wordsOnScreen(): string {
  const sources = globSync('{site,editor}/**/*.{astro,svelte,ts}', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(root, file), 'utf8'));
  return sources.join('\n').replaceAll(/&nbsp;|\\u00a0|\u00a0/g, ' ');
}
