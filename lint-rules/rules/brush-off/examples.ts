import type { Examples } from '../../examples.ts';

/** What the rule must find and what it must leave alone. */
export const examples: Examples = {
  bad: [
    {
      text: 'Ваш вопрос взят на контроль.',
      found: 'вопрос взят на контроль',
      better: null,
      severity: 'error',
    },
    { text: 'Обращение принято в обработку.', severity: 'error' },
    { text: 'Меры приняты.', severity: 'error' },
    { text: 'Ответим в ближайшее время.', found: 'в ближайшее время', severity: 'error' },
    { text: 'Мы передадим коллегам Ваш вопрос.', severity: 'error' },
    // A date in the next sentence makes it a habit, not an evasion.
    { text: 'Ваш вопрос взят на контроль. Ответ пришлём до 15 мая.', severity: 'hint' },
    { text: 'Сообщаем, что Ваше обращение находится в работе.', severity: 'error' },
    { text: 'Обращение в работе у Петровой Анны Сергеевны.', severity: 'hint' },
    { text: 'Свяжемся с Вами через три дня, а пока вопрос прорабатывается.', severity: 'hint' },
    // An act or the reader's own letter is a fact, but no word of what will be done.
    { text: 'Ваше обращение от 05.05.2026 № 318 взято на контроль.', severity: 'warning' },
    { text: 'Меры приняты в соответствии с Федеральным законом от 02.05.2006 № 59-ФЗ.', severity: 'warning' },
    { text: 'Ваш вопрос поставлен на контроль.\n\nС уважением,\nминистр Иван Петров', severity: 'error' },
    { text: 'Уважаемый Иван Петров, ваш вопрос взят на контроль.', severity: 'error' },
    { text: 'Специалисты разберутся в ситуации.', severity: 'error' },
    { text: 'С Вами свяжутся.', severity: 'error' },
    { text: 'Работы выполнят по мере поступления финансирования.', severity: 'warning' },
  ],
  good: [
    'Ваше обращение рассматривает отдел выплат, телефон 8 (383) 238-60-62.',
    'Ответ придёт до 15 мая.',
    'В приказе названы отписки: «вопрос взят на контроль», «принято в обработку».',
    'Врач принимает меры предосторожности, когда берёт кровь.',
    'Книга стоит на контрольной полке.',
    'По мере сил помогаем всем.',
  ],
};
