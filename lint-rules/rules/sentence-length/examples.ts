import type { Examples } from '../../examples.ts';

const words = (count: number) => `Мы ${Array.from({ length: count - 2 }, () => 'очень').join(' ')} ждём.`;

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    { text: words(29), options: { profile: 'letter' }, severity: 'warning', better: null },
    { text: words(23), options: { profile: 'speech' }, severity: 'warning' },
    { text: words(23), options: { profile: 'letter' }, severity: 'hint' },
    { text: words(46), options: { profile: 'legal' }, severity: 'hint' },
  ],
  good: [
    Array.from({ length: 40 }, () => 'word').join(' '),
    'Мы получили Ваше письмо 5 мая. Ответ пришлём до 20 мая.',
    { text: words(20), options: { profile: 'letter' } },
    { text: words(45), options: { profile: 'legal' } },
    'Для записи нужны:\n- паспорт и его копия со всеми заполненными страницами;\n- заявление на бланке, который лежит на стойке у входа в отдел;\n- справка о составе семьи, полученная в этом месяце.',
  ],
};
