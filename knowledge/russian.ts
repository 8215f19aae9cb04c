const rules = new Intl.PluralRules('ru');

/** The forms of a noun beside a number: «1 день», «2 дня», «5 дней». */
export type PluralForms = readonly [one: string, few: string, many: string];

/** Chooses the form of a noun that a number asks for: `plural(21, ['день', 'дня', 'дней'])` gives «день». */
export function plural(count: number, [one, few, many]: PluralForms): string {
  const category = rules.select(count);
  if (category === 'one') return one;
  // Fractions («2,5 дня») are `other` in CLDR and take the form of «few».
  if (category === 'few' || category === 'other') return few;
  return many;
}

/** A number with its noun, not torn apart at the end of a line: «5 дней». */
export function counted(count: number, forms: PluralForms): string {
  return `${count.toLocaleString('ru')}\u00a0${plural(count, forms)}`;
}

/** A list as a person says it: «а», «а и б», «а, б и в». */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat('ru', { type: 'conjunction' }).format(items);
}
