const plurals = new Intl.PluralRules('ru');

/** «из 1 слова», «из 2 слов»: a number with a noun in the genitive. */
export function genitiveCount(count: number, one: string, many: string): string {
  return `${count}\u00a0${plurals.select(count) === 'one' ? one : many}`;
}

/** «1 слово», «2 слова», «5 слов». */
export function counted(count: number, one: string, few: string, many: string): string {
  const form = { one, few, many, other: few, zero: many, two: few }[plurals.select(count)];
  return `${count}\u00a0${form}`;
}
