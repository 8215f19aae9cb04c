import type { Examples } from '../../examples.ts';

const options = { profile: 'speech' } as const;

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    {
      text: 'Давайте я помогу Вам заполнить заявление.',
      found: 'помогу Вам заполнить',
      better: null,
      severity: 'error',
      options,
    },
    { text: 'Я заполню форму за Вас.', severity: 'error', options },
    { text: 'Мы позвоним в банк вместо Вас.', severity: 'error', options },
    { text: 'От Вашего имени я подам жалобу.', severity: 'error', options },
  ],
  good: [
    'Давайте я помогу Вам заполнить заявление.',
    { text: 'Сделать это за Вас я не могу.', options },
    { text: 'Договориться с банком от Вашего имени нельзя.', options },
    { text: 'Вы заполняете бланк, а я подсказываю.', options },
    { text: 'Я узнаю ответ и перезвоню Вам.', options },
    { text: 'Запишите, пожалуйста, телефон.', options },
  ],
};
