import { type Argument, type Command, Help, type HelpConfiguration, type Option } from 'commander';

/** The help pages in Russian: commander's own words are English. */
export const russianHelp: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  commandUsage: (command) => inRussian(plain.commandUsage(command)),
  subcommandTerm: (command: Command) => inRussian(plain.subcommandTerm(command)),
  optionDescription: (option) => described(option),
  argumentDescription: (argument) => described(argument),
};

const plain = new Help();

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Как вызвать:',
  'Options:': 'Параметры:',
  'Commands:': 'Команды:',
  'Arguments:': 'Аргументы:',
  'Global Options:': 'Общие параметры:',
};

function inRussian(usage: string): string {
  return usage.replace('[options]', '[параметры]').replace('[command]', '[команда]');
}

/** The description with the values that are possible and the one that is taken when none is given. */
function described({ description, argChoices, defaultValue }: Option | Argument): string {
  const choices = argChoices === undefined ? [] : [`бывает: ${argChoices.join(', ')}`];
  const fallback =
    typeof defaultValue === 'string' || typeof defaultValue === 'number'
      ? [`по умолчанию ${defaultValue}`]
      : [];
  const facts = [...choices, ...fallback].join('; ');
  return facts === '' ? description : `${description} (${facts})`;
}
