import { formats, type Profile, profiles, type Severity, severities } from '@ponyatno/lint-rules';
import { openSpeller } from '@ponyatno/lint-rules/node';
import { openDictionary, openTagger } from '@ponyatno/russian/node';
import { Command, Option } from 'commander';
import { lintLines } from '../lint/jsonl.ts';
import { readKnown } from '../lint/knowledge.ts';
import { lintFiles } from '../lint/lint-files.ts';
import { contentFolder } from '../place.ts';
import type { CommandBuilder } from './index.ts';

interface Options {
  baseline?: string;
  config?: string;
  content?: string;
  fix?: boolean;
  fixAll?: boolean;
  format: keyof typeof formats;
  jsonl?: boolean;
  min?: Severity;
  profile?: Profile;
  stdinName?: string;
  writeBaseline?: string;
}

/** `ponyatno lint`: what a plain-language editor would mark. */
export const lint: CommandBuilder = (finish) =>
  new Command('lint')
    .description('найти канцелярит, отписки, страдательный залог и необъяснённые слова')
    .argument(
      '[путь...]',
      'файлы .mdx, .md, .txt, .docx, папки и образцы; «-» — текст со стандартного ввода; без них — папка с содержанием',
    )
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .option('--config <файл>', 'файл настроек; по умолчанию — ближайший ponyatno.yml вверх от текста')
    .addOption(new Option('--format <вид>', 'вид отчёта').choices(Object.keys(formats)).default('stylish'))
    .addOption(
      new Option('--min <уровень>', 'самый тихий уровень: по умолчанию warning, с --jsonl — hint').choices([
        ...severities,
      ]),
    )
    .addOption(new Option('--profile <вид>', 'что за текст; по умолчанию — по папке').choices([...profiles]))
    .addOption(
      new Option('--fix', 'поставить готовые замены, при которых слова вокруг не меняются').conflicts(
        'jsonl',
      ),
    )
    .addOption(
      new Option('--fix-all', 'поставить и те, что перестраивают предложение: прочтите их после').conflicts(
        'jsonl',
      ),
    )
    .addOption(
      new Option('--baseline <файл>', 'не показывать замечания из этого списка: только новые').conflicts(
        'jsonl',
      ),
    )
    .addOption(
      new Option('--write-baseline <файл>', 'записать найденное как список известных замечаний').conflicts([
        'jsonl',
        'baseline',
      ]),
    )
    .addOption(
      new Option(
        '--stdin-name <имя>',
        'как назвать текст со стандартного ввода: по имени виден его вид',
      ).conflicts('jsonl'),
    )
    .option('--jsonl', 'читать {"id","text"} построчно со стандартного ввода и отвечать построчно')
    .action(async (paths: string[], { content, jsonl, min, profile, ...rest }: Options) => {
      // Its files are read while the content is.
      const speller = openSpeller();
      const folder = contentFolder(content);
      const known = await readKnown(folder, paths.length === 0 && jsonl !== true);
      const options = {
        dictionary: openDictionary(),
        tagger: openTagger(),
        speller: await speller,
        ...known,
        ...(profile ? { profile } : {}),
      };
      if (jsonl) {
        const letters = { ...options, profile: profile ?? 'letter', min: min ?? 'hint' };
        await lintLines(letters, process.stdin, process.stdout);
        return finish(0);
      }
      finish(await lintFiles({ ...options, min: min ?? 'warning' }, { ...rest, paths, folder }));
    });
