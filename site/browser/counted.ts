const forms = new Intl.PluralRules('ru');

/** «1 строка», «3 строки», «6 строк». */
export function counted(count: number, one: string, few: string, many: string): string {
  const words: Partial<Record<Intl.LDMLPluralRule, string>> = { one, few };
  return `${count}\u00a0${words[forms.select(count)] ?? many}`;
}
