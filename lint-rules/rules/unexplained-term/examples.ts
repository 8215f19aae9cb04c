import type { Examples } from '../../examples.ts';

const glossary = [
  { term: 'сервитут', explanation: 'право ограниченно пользоваться чужим участком' },
  { term: 'обратная связь', explanation: 'отзывы и оценки клиентов', plain: ['отзывы'] },
  { term: 'субъект предпринимательства', plain: ['предприниматель'] },
  { term: 'СНИЛС', expansion: 'страховой номер' },
];

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    {
      text: 'Суд установил сервитут.',
      found: 'сервитут',
      better: 'сервитут (право ограниченно пользоваться чужим участком)',
      severity: 'warning',
      options: { glossary, profile: 'letter' },
    },
    {
      text: 'Плату за сервитуты отменили.',
      found: 'сервитуты',
      severity: 'hint',
      options: { glossary, profile: 'page' },
    },
    {
      text: 'Ответ получит субъект предпринимательства.',
      found: 'субъект предпринимательства',
      options: { glossary, profile: 'speech' },
    },
  ],
  good: [
    { text: 'Сервитут — это право пользоваться чужим участком.', options: { glossary, profile: 'letter' } },
    {
      text: 'Суд установил сервитут (право проходить через участок). Сервитут действует год.',
      options: { glossary, profile: 'letter' },
    },
    {
      text: 'Под сервитутом понимается право пройти. Сервитут бесплатный.',
      options: { glossary, profile: 'letter' },
    },
    {
      text: 'Сервитутом называют право пройти. Сервитут бесплатный.',
      options: { glossary, profile: 'letter' },
    },
    { text: 'Такое право называется сервитутом.', options: { glossary, profile: 'letter' } },
    { text: 'Суд установил сервитут.', options: { glossary, profile: 'legal' } },
    { text: 'Суд установил сервитут.', options: { glossary, profile: 'letter', terms: ['сервитут'] } },
    'Суд установил сервитут.',
  ],
};
