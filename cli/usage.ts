import type { CommanderError } from 'commander';

/** Says in Russian what commander did not understand, with the way out; undefined for what it says itself (help). */
export function explainUsage({ code, message }: CommanderError): string | undefined {
  const [first = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const [, similar] = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message) ?? [];
  const [, choices] = /Allowed choices are (.+)\./.exec(message) ?? [];
  const hint = [
    ...(similar === undefined ? [] : [` Может быть, ${similar}?`]),
    ...(choices === undefined ? [] : [` Бывают: ${choices}.`]),
  ].join('');
  const sentence = sentences[code]?.(first, second);
  return sentence === undefined ? undefined : `${sentence}${hint} Справка: ponyatno help.`;
}

const sentences: Readonly<Record<string, (first: string, second: string) => string>> = {
  'commander.unknownCommand': (name) => `Команды «${name}» нет.`,
  'commander.unknownOption': (name) => `Параметра ${name} нет.`,
  'commander.missingArgument': (name) => `Не хватает аргумента <${name}>.`,
  'commander.optionMissingArgument': (name) => `Параметру ${name} нужно значение.`,
  'commander.missingMandatoryOptionValue': (name) => `Не хватает параметра ${name}.`,
  'commander.excessArguments': () => 'Слишком много аргументов: текст из нескольких слов берут в кавычки.',
  'commander.invalidArgument': (name, value) => `Значение «${value}» не подходит параметру ${name}.`,
  'commander.conflictingOption': (name, other) => `Параметры ${name} и ${other} вместе не бывают.`,
};
