import { formats, type Profile, profiles, type Severity, severities } from '@ponyatno/lint-rules';
import { openDictionary } from '@ponyatno/russian/node';
import { Command, Option } from 'commander';
import { readSources } from '../lint/files.ts';
import { fixFile, formatFixed } from '../lint/fix-file.ts';
import { lintLines } from '../lint/jsonl.ts';
import { readKnown } from '../lint/knowledge.ts';
import { FileLinter } from '../lint/lint-file.ts';
import { callerFolder, contentFolder } from '../place.ts';
import type { CommandBuilder } from './index.ts';

interface Options {
  content?: string;
  fix?: boolean;
  format: keyof typeof formats;
  jsonl?: boolean;
  min?: Severity;
  profile?: Profile;
}

/** `ponyatno lint`: what a plain-language editor would mark. */
export const lint: CommandBuilder = (finish) =>
  new Command('lint')
    .description('найти канцелярит, отписки, страдательный залог и необъяснённые слова')
    .argument('[путь...]', 'файлы .mdx, .md, .txt и папки; без них — папка с содержанием')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .addOption(new Option('--format <вид>', 'вид отчёта').choices(Object.keys(formats)).default('stylish'))
    .addOption(
      new Option('--min <уровень>', 'самый тихий уровень: по умолчанию warning, с --jsonl — hint').choices([
        ...severities,
      ]),
    )
    .addOption(new Option('--profile <вид>', 'что за текст; по умолчанию — по папке').choices([...profiles]))
    .addOption(
      new Option('--fix', 'заменить всё, для чего есть готовая замена, и показать, что заменено').conflicts(
        'jsonl',
      ),
    )
    .option('--jsonl', 'читать {"id","text"} построчно со стандартного ввода и отвечать построчно')
    .action(async (paths: string[], { content, fix, format, jsonl, min, profile }: Options) => {
      const folder = contentFolder(content);
      const known = await readKnown(folder, paths.length === 0 && jsonl !== true);
      const options = { dictionary: openDictionary(), ...known, ...(profile ? { profile } : {}) };
      if (jsonl) {
        const letters = { ...options, profile: profile ?? 'letter', min: min ?? 'hint' };
        await lintLines(letters, process.stdin, process.stdout);
        return finish(0);
      }
      const linter = new FileLinter({ ...options, min: min ?? 'warning' }, folder);
      const sources = await readSources(paths.length > 0 ? paths : [folder], callerFolder());
      const fixed = fix
        ? await Promise.all(sources.map((source) => fixFile(source, linter, options.dictionary)))
        : [];
      // What is read by a program must not be mixed with what is read by a person.
      if (fix) (format === 'stylish' ? console.log : console.error)(`${formatFixed(fixed)}\n`);
      const read = fix ? fixed.map(({ file }) => file) : sources;
      const reports = read.map((source) => linter.lint(source));
      console.log(formats[format](reports));
      finish(reports.some(({ messages }) => messages.length > 0) ? 1 : 0);
    });
