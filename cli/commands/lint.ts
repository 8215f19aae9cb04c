import { type Profile, profiles, type Severity, severities } from '@ponyatno/lint-rules';
import { openDictionary } from '@ponyatno/russian/node';
import { Command, Option } from 'commander';
import { lintLines } from '../lint/jsonl.ts';
import { readKnown } from '../lint/knowledge.ts';
import { contentFolder } from '../place.ts';
import type { CommandBuilder } from './index.ts';

interface Options {
  content?: string;
  jsonl?: boolean;
  min?: Severity;
  profile?: Profile;
}

/** `ponyatno lint`: what a plain-language editor would mark. */
export const lint: CommandBuilder = (finish) =>
  new Command('lint')
    .description('найти канцелярит, отписки, страдательный залог и необъяснённые слова')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .addOption(new Option('--min <уровень>', 'самый тихий уровень замечаний').choices([...severities]))
    .addOption(new Option('--profile <вид>', 'что за текст').choices([...profiles]))
    .option('--jsonl', 'читать {"id","text"} построчно со стандартного ввода и отвечать построчно')
    .action(async ({ content, jsonl, min, profile }: Options) => {
      const { known } = await readKnown(contentFolder(content));
      const options = { dictionary: openDictionary(), ...known, ...(profile ? { profile } : {}) };
      if (jsonl) {
        await lintLines({ ...options, min: min ?? 'hint' }, process.stdin, process.stdout);
        finish(0);
      }
    });
