import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import { UsageError } from './errors.ts';

/** Runs `ponyatno` with the arguments after the command's name; gives the exit code: 0 fine, 1 findings, 2 usage or environment. */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('ponyatno')
    .description('База знаний и редактор писем простым языком')
    .helpOption('-h, --help', 'показать справку')
    .helpCommand('help [команда]', 'справка о команде')
    .configureHelp({ styleTitle: (title) => helpTitles[title] ?? title })
    .exitOverride();
  for (const build of commands) {
    const command = build((code) => {
      exitCode = code;
    });
    program.addCommand(
      command.helpOption('-h, --help', 'показать справку').copyInheritedSettings(program).exitOverride(),
    );
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      console.error(error.message);
      return 2;
    }
    throw error;
  }
}

const helpTitles: Record<string, string> = {
  'Usage:': 'Как вызвать:',
  'Options:': 'Параметры:',
  'Commands:': 'Команды:',
  'Arguments:': 'Аргументы:',
  'Global Options:': 'Общие параметры:',
};
