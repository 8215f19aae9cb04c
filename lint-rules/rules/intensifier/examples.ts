import type { Examples } from '../../examples.ts';

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    {
      text: 'Убедительно просим прийти вовремя.',
      found: 'Убедительно просим',
      better: 'Просим',
      severity: 'warning',
    },
    { text: 'Качество значительно улучшилось.', found: 'значительно улучшилось' },
    { text: 'Это крайне важный вопрос.', severity: 'hint' },
    { text: 'Ждём Вас!!!', found: '!!!', better: '!', severity: 'warning' },
  ],
  good: [
    'Ждём Вас!',
    'Заявок стало на 20 процентов больше.',
    'Очень рады Вашему письму.',
    'Это убедительно доказал суд.',
  ],
};
