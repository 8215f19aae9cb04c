import {
  audienceNames,
  authorityNames,
  decisionNames,
  directionNames,
  letterNames,
  stepNames,
} from '../../content/names.ts';
import type { References } from './propose-desk.svelte.ts';

/** What the choices of a field are called, by the name of the field. */
const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  audience: audienceNames,
  authority: authorityNames,
  decision: decisionNames,
  direction: directionNames,
  letter: letterNames,
  deadlineOf: letterNames,
  kind: stepNames,
  type: {
    text: 'текст',
    date: 'дата',
    number: 'число',
    choice: 'выбор из вариантов',
    person: 'человек',
    unit: 'подразделение',
    link: 'ссылка',
    flag: 'включить или выключить текст',
  },
  transfers: { left: 'пока переводить можно', none: 'когда переводить больше нельзя' },
  requisite: {
    executor: 'исполнитель',
    'executor-phone': 'телефон исполнителя',
    'incoming-number': 'номер письма',
    'incoming-date': 'дата письма',
  },
};

/** What a choice is called; its own word where it has no name. */
export function choiceName(field: string, value: string): string {
  return choices[field]?.[value] ?? value;
}

/** The id of the control of a field: problems of the check lead to it. */
export function controlId(path: readonly (string | number)[]): string {
  return `field-${path.join('-')}`;
}

/** What an item of a list is called while it is closed: by its title, or by what it refers to. */
export function itemName(item: unknown, references: References): string {
  if (typeof item !== 'object' || item === null) return '';
  const said: Readonly<Record<string, unknown>> = { ...item };
  const act = references.act?.find(({ id }) => id === said.act)?.title;
  const name = [said.title, said.label, said.name, act, said.act, said.ignore].find(
    (one) => typeof one === 'string' && one !== '',
  );
  return [name, said.clause].filter((one) => typeof one === 'string' && one !== '').join(', ');
}
