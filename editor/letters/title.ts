import type { Page } from '#knowledge';
import type { VariableValues } from '../storage/record.ts';

/** What tells one letter of a kind from another, the most telling first. */
const telling = [/^номер/u, /^имя/u, /^фамилия/u];

/** As long as a title may be: one line of the list of drafts. */
export const maxTitleLength = 140;

/** What a draft is called at first: «Первичный ответ · 102-41». Writers rename it as they like. */
export function draftTitle(template: Page<'template'>, values: VariableValues): string {
  for (const pattern of telling) {
    const name = template.data.variables.find((variable) => pattern.test(variable.name))?.name;
    const value = name === undefined ? undefined : values[name];
    if (typeof value === 'string') return `${template.title} · ${value}`.slice(0, maxTitleLength);
  }
  return template.title;
}
