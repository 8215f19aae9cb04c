import type { Examples } from '../../examples.ts';

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    { text: 'Щас проверим.', found: 'Щас', better: 'Сейчас', severity: 'warning' },
    { text: 'Принесите справочку.', found: 'справочку', better: 'справку' },
    { text: 'Ой, мы забыли ответить.', found: 'Ой' },
    { text: 'Доброго времени суток!', better: 'Здравствуйте' },
  ],
  good: [
    'Классный руководитель ждёт родителей.',
    'Мы хорошо знаем этот порядок.',
    'Во дворе лежит куча песка.',
    'Нет ни одной жалобы.',
  ],
};
