import { type Severity, severities } from '@ponyatno/lint-rules';
import { openSpeller } from '@ponyatno/lint-rules/node';
import { openDictionary, openTagger } from '@ponyatno/russian/node';
import { Command, Option } from 'commander';
import { readKnown } from '../lint/knowledge.ts';
import { contentFolder } from '../place.ts';
import type { CommandBuilder } from './index.ts';

interface Options {
  content?: string;
  min: Severity;
  stdio?: boolean;
}

/** `ponyatno lsp`: the linter for editors, by the Language Server Protocol over standard input and output. */
export const lsp: CommandBuilder = () =>
  new Command('lsp')
    .description('проверка языка в редакторе кода: сервер LSP на стандартном вводе и выводе')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .addOption(new Option('--min <уровень>', 'самый тихий уровень').choices([...severities]).default('hint'))
    .option('--stdio', 'говорить через стандартный ввод и вывод: иначе он и не умеет')
    .action(async ({ content, min }: Options) => {
      const folder = contentFolder(content);
      const known = await readKnown(folder, false);
      const { serveEditor } = await import('../lsp/server.ts');
      const speller = await openSpeller();
      await serveEditor(
        { dictionary: openDictionary(), tagger: openTagger(), speller, min, ...known },
        folder,
      );
    });
