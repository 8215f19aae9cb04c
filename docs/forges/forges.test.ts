import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../cli/commands/index.ts';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.yml'));

const reminding = join(import.meta.dirname, 'remind');

/** Every line that a workflow runs. */
function lines(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n');
  if (Array.isArray(value)) return value.flatMap(lines);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(lines);
  return [];
}

it.each(readdirSync(reminding))(
  'RF-1: remind/%s runs on a schedule, over the whole history, and files one issue of one cause',
  async (name) => {
    const text = readFileSync(join(reminding, name), 'utf8');
    const run = lines(parse(text)).join('\n');
    const build = await commands.refresh?.();
    const remind = build?.(() => {}).commands.find((command) => command.name() === 'remind');
    const format = remind?.options.find(({ long }) => long === '--format');
    const [, asked] = /npx ponyatno refresh remind --format (\w+)/.exec(run) ?? [];
    expect(format?.argChoices).toContain(asked);
    expect(text).toMatch(/schedule/);
    expect(text).toMatch(/(?:fetch-depth|GIT_DEPTH): 0/);
    // The last line of the text is the marker that the job looks for.
    expect(run).toMatch(/marker=\$\(tail -n 1 issue\.md/);
    expect(run).toMatch(/grep -qF "\$marker"/);
  },
);

describe('the workflows for forges', () => {
  it.each(files)(
    'RF-2: %s keeps the changed pages as an artifact and names it in the summary',
    async (name) => {
      const text = readFileSync(join(import.meta.dirname, name), 'utf8');
      const run = lines(parse(text)).join('\n');
      const [, folder] = /npx ponyatno changes .*--html (\w+) > changes\.md/.exec(run) ?? [];
      expect(folder).toBeDefined();
      expect(text).toMatch(new RegExp(`path(?:: |s: \\[.*)${folder}`));
      expect(run).toMatch(/printf .*Как будут выглядеть страницы.*\n?.*>> changes\.md/);
      expect(run.indexOf('printf')).toBeGreaterThan(run.indexOf('--html'));
    },
  );

  it.each(files)('%s asks only commands and options that there are', async (name) => {
    const asked = lines(parse(readFileSync(join(import.meta.dirname, name), 'utf8'))).flatMap((line) => {
      const [, command, rest = ''] = /npx ponyatno (\w+)([^|>]*)/.exec(line) ?? [];
      return command === undefined ? [] : [{ command, rest }];
    });
    expect(asked.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['changes', 'check', 'lint', 'owners']),
    );
    for (const { command, rest } of asked) {
      const build = await commands[command]?.();
      expect(build, command).toBeDefined();
      const options = build?.(() => {}).options ?? [];
      for (const [option] of rest.matchAll(/--[\w-]+/g)) {
        const known = options.find(({ long }) => long === option);
        expect(known, `${command} ${option}`).toBeDefined();
        const value = new RegExp(`${option} (\\w+)`).exec(rest)?.[1];
        if (known?.argChoices) expect(known.argChoices).toContain(value);
      }
    }
  });
});
