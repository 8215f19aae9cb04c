import type { Examples } from '../../examples.ts';

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    { text: 'Вы сами виноваты в задержке.', found: 'сами виноваты', severity: 'error', better: null },
    { text: 'Вы пропустили срок подачи.', severity: 'warning' },
    { text: 'Вы ошибочно полагаете, что срок истёк.', severity: 'error' },
    { text: 'Как Вам уже сообщалось, срок истёк.', severity: 'warning' },
    { text: 'Потрудитесь прийти вовремя.', severity: 'error' },
  ],
  good: [
    'Срок подачи прошёл 5 мая. Вы можете подать заявление снова в августе.',
    'Мне жаль, что так вышло.',
    'В заявлении нужно исправить адрес.',
    'Угол здания тупой.',
    'В памятке написано: «Не говорите: это Ваши проблемы».',
  ],
};
