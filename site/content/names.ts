import type { LetterKind, LetterPart, PageKind, Step } from '#knowledge';

/** How a kind of page is called: one of it, and a list of it. */
export const kindNames: Readonly<Record<PageKind, { one: string; many: string }>> = {
  function: { one: 'Функция', many: 'Функции' },
  regulation: { one: 'Правовой акт', many: 'Правовые акты' },
  job: { one: 'Должностная инструкция', many: 'Должностные инструкции' },
  faq: { one: 'Вопрос и ответ', many: 'Вопросы и ответы' },
  template: { one: 'Шаблон', many: 'Шаблоны ответов' },
  script: { one: 'Сценарий', many: 'Сценарии разговоров' },
  case: { one: 'Пример решения', many: 'Примеры решений' },
  contact: { one: 'Другой орган', many: 'Другие органы' },
  note: { one: 'Материал', many: 'Другие материалы' },
};

/** How a kind of letter is called. */
export const letterNames: Readonly<Record<LetterKind, string>> = {
  'first-reply': 'Первичный ответ',
  'redirect-notice': 'Уведомление о переадресации',
  refusal: 'Отказ',
  'final-reply': 'Ответ по существу',
  'abuse-notice': 'Уведомление о недопустимом поведении',
  'incomplete-documents': 'Просьба дополнить документы',
  'interaction-history': 'История взаимодействия',
  mailing: 'Рассылка',
  'visit-confirmation': 'Подтверждение личного приёма',
  'reschedule-notice': 'Перенос личного приёма',
  'social-reply': 'Ответ в соцсети',
  'internal-reply': 'Ответ внутри ведомства',
};

/** What a required part of a letter is, said to the person who writes it. */
export const partNames: Readonly<Record<LetterPart, string>> = {
  greeting: 'Приветствие',
  receipt: 'Подтверждение, что письмо получено',
  registration: 'Номер и дата регистрации',
  deadline: 'Срок ответа по существу',
  'rating-link': 'Ссылка для оценки',
  'survey-link': 'Ссылка на опрос',
  'channel-choice': 'Выбор канала связи',
  'both-channels': 'Оба канала: выбранный и обязательный по закону',
  'plain-reason': 'Причина простыми словами',
  alternative: 'Что человек может сделать',
  'executor-contact': 'Контакт исполнителя',
  'redirect-body': 'Кому передано письмо',
  'missing-items': 'Чего не хватает',
  reapply: 'Как подать ещё раз',
  'unsubscribe-link': 'Ссылка для отписки',
  directions: 'Как добраться',
  'cancel-way': 'Как отменить запись',
};

/** What a step of a script is for. */
export const stepNames: Readonly<Record<Step['kind'], string>> = {
  greeting: 'приветствие',
  question: 'вопрос',
  say: 'сказать',
  answer: 'ответ',
  transfer: 'перевод звонка',
  callback: 'перезвонить',
  'out-of-remit': 'не наш вопрос',
  crisis: 'трудный разговор',
  booking: 'запись на приём',
  cancelling: 'отмена записи',
  farewell: 'прощание',
  survey: 'два вопроса',
};

/** Which way a call of a script goes. */
export const directionNames = {
  inbound: 'Входящий звонок',
  outbound: 'Исходящий звонок',
  visit: 'Личный приём',
  internal: 'Свои сотрудники',
} as const;

/** Whose act it is. */
export const authorityNames = {
  federal: 'Федеральный',
  regional: 'Региональный',
  agency: 'Ведомственный',
} as const;

/** Who may read a page. */
export const audienceNames = { staff: 'сотрудникам', public: 'всем' } as const;

/** Whether an example decides a managerial or a working task. */
export const decisionNames = { managerial: 'Управленческое решение', working: 'Рабочее решение' } as const;
