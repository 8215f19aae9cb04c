import type { Examples } from '../../examples.ts';

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    { text: 'Ответ придёт в в пятницу.', found: 'в в', better: 'в', severity: 'warning' },
    { text: 'Мы получили получили письмо.', found: 'получили получили', better: 'получили' },
    {
      text: 'Организация организует конкурс.',
      found: 'Организация организует',
      severity: 'hint',
      better: null,
    },
    { text: 'Заявитель заявил о пропаже.', severity: 'hint' },
  ],
  good: [
    'Это было давно, очень давно.',
    'Письмо пришло чуть чуть раньше.',
    'Дом за домом проверили всю улицу.',
    'Мы ответили на письмо, а письмо вернулось.',
    'То, что что-то не так, видно сразу.',
  ],
};
