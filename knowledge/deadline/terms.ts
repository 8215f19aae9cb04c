import type { TermName } from '../schema/term.ts';

/** What is said about a term of the profile. */
export interface TermWords {
  /** What has to be done by then. */
  readonly title: string;
  /** What the moment is that it is counted from. */
  readonly from: string;
  /** Counted backwards from an event. */
  readonly backwards: boolean;
}

/** The terms in words. */
export const termWords: Readonly<Record<TermName, TermWords>> = {
  urgentReply: { title: 'Ответ на\u00a0срочное сообщение', from: 'Поступило', backwards: false },
  abuseNotice: {
    title: 'Уведомление об\u00a0оскорблениях и\u00a0угрозах',
    from: 'Поступило',
    backwards: false,
  },
  firstReply: { title: 'Первичный ответ', from: 'Поступило', backwards: false },
  incompleteDocuments: {
    title: 'Уведомление о\u00a0неполных документах',
    from: 'Обнаружено',
    backwards: false,
  },
  visitNotice: { title: 'Сообщение о\u00a0дне приёма', from: 'Приём', backwards: true },
  socialMention: { title: 'Ответ на\u00a0упоминание в\u00a0соцсети', from: 'Появилось', backwards: false },
  socialRequest: { title: 'Ответ на\u00a0обращение в\u00a0соцсети', from: 'Появилось', backwards: false },
  internalReply: { title: 'Устный ответ сотруднику ведомства', from: 'Спросили', backwards: false },
};
