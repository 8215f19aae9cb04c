import type { Examples } from '../../examples.ts';

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    {
      text: 'Вам отказано на основании п. 4 ст. 12 Федерального закона № 59-ФЗ.',
      severity: 'warning',
      better: null,
      options: { profile: 'letter' },
    },
    {
      text: 'Выплата Вам не положена согласно постановлению Правительства № 384.',
      options: { profile: 'letter' },
    },
    { text: 'Оснований для выплаты нет (ст. 5 Закона № 178-ФЗ).', options: { profile: 'letter' } },
    { text: 'Заявление отклонено согласно пункту 4.6 Правил.', options: { profile: 'letter' } },
    {
      text: 'Решение принято в соответствии со статьёй 8 Федерального закона № 210-ФЗ.',
      options: { profile: 'letter', letter: 'refusal' },
    },
  ],
  good: [
    {
      text: 'Доход семьи выше прожиточного минимума, поэтому в пособии отказано (п. 24 Порядка).',
      options: { profile: 'letter' },
    },
    {
      text: 'Мы не можем дать место: заявка пришла 14 мая, а приём шёл до 1 мая. Так сказано в п. 4 Правил.',
      options: { profile: 'letter' },
    },
    {
      text: 'Вам отказано, потому что в заявлении нет подписи (п. 4.6 Правил).',
      options: { profile: 'letter' },
    },
    {
      text: 'Причина вот в чём: о чужом деле знает только он сам.\n\nМы поможем Вам иначе.\n\nТак требует закон № 59-ФЗ, статья 6.',
      options: { profile: 'letter', letter: 'refusal' },
    },
    {
      text: 'Ответ пришлём за 30 дней: такой срок в ст. 12 Федерального закона № 59-ФЗ.',
      options: { profile: 'letter' },
    },
    { text: 'Отказ даётся по п. 4 ст. 12 Федерального закона № 59-ФЗ.', options: { profile: 'legal' } },
  ],
};
