import type { Examples } from '../../examples.ts';

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    { text: 'Актуализируйте сведения.', found: 'Актуализируйте', better: 'Обновите', severity: 'warning' },
    { text: 'Отработаем Вашу жалобу.', found: 'Отработаем Вашу жалобу', severity: 'warning' },
    { text: 'Ждём Ваш фидбек.', better: 'отзыв' },
  ],
  good: [
    'Ваши сведения обновили.',
    'Мы проверили данные и нашли ошибку.',
    { text: 'Заявку подаёт юридическое лицо.', options: { profile: 'legal' } },
  ],
};
