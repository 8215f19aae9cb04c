import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import { UsageError } from './errors.ts';
import { russianHelp } from './help.ts';
import { explainUsage } from './usage.ts';

/** Runs `ponyatno` with the arguments after the command's name; gives the exit code: 0 fine, 1 findings, 2 usage or environment. */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('ponyatno')
    .description('База знаний и редактор писем простым языком')
    .helpOption('-h, --help', 'показать справку')
    .helpCommand('help [команда]', 'справка о команде')
    .configureHelp(russianHelp)
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  for (const load of wanted(args)) {
    const build = await load();
    const command = build((code) => {
      exitCode = code;
    });
    program.addCommand(settle(command, program));
  }
  try {
    await program.parseAsync(known(program, args), { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      const sentence = explainUsage(error);
      if (sentence !== undefined) console.error(sentence);
      return 2;
    }
    if (error instanceof UsageError) {
      console.error(error.message);
      return 2;
    }
    throw error;
  }
}

/** The command that is named; all of them for help and for a name that is not known. */
function wanted([first = '']: readonly string[]) {
  const named = Object.hasOwn(commands, first) ? commands[first] : undefined;
  return named ? [named] : Object.values(commands);
}

/** Without this an unknown command with `--help` would show the general help and pass for a known one. */
function known(program: Command, args: readonly string[]): readonly string[] {
  const [first] = args;
  if (first === undefined || first.startsWith('-') || first === 'help') return args;
  return program.commands.some((command) => command.name() === first) ? args : [first];
}

/** Gives a command and its subcommands the language and the way of failing of their parent. */
function settle(command: Command, parent: Command): Command {
  command.helpOption('-h, --help', 'показать справку').copyInheritedSettings(parent).exitOverride();
  if (command.commands.length > 0) command.helpCommand('help [команда]', 'справка о команде');
  for (const child of command.commands) settle(child, command);
  return command;
}
