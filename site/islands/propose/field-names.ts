import {
  audienceNames,
  authorityNames,
  decisionNames,
  directionNames,
  letterNames,
  stepNames,
} from '../../content/names.ts';

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
