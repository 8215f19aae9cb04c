import { Temporal } from 'temporal-polyfill';
import { type AuditKind, type AuditQuery, auditKinds } from '#identity';

/** What an event is called. */
export const auditNames: Readonly<Record<AuditKind, string>> = {
  'sign-in': 'Вход',
  'sign-in-failed': 'Вход не удался',
  'sign-out': 'Выход',
  'session-revoked': 'Сеанс закрыт',
  'account-added': 'Учётная запись создана',
  'account-changed': 'Учётная запись изменена',
  'account-removed': 'Учётная запись удалена',
  'roles-changed': 'Роли изменены',
  refused: 'Отказано в доступе',
  'letter-to-approval': 'Письмо отдано на согласование',
  'letter-approved': 'Письмо согласовано',
  'letter-returned': 'Письмо возвращено',
  'letter-sent': 'Письмо отмечено отправленным',
  'letter-exported': 'Письмо выгружено',
  'letter-removed': 'Черновик удалён',
  'proposal-sent': 'Правка страницы отправлена',
  'log-opened': 'Журнал открыт',
  'log-repaired': 'Журнал исправлен после сбоя',
  'log-lost': 'События потеряны: диск был полон',
  'log-pruned': 'Старый файл журнала удалён по сроку',
};

/** How many events stand on a page. */
export const auditPageSize = 100;

/** What the form of the page asks for. */
export interface AuditWish {
  readonly person: string;
  readonly kind: AuditKind | '';
  /** `2026-11-26`, or empty. */
  readonly day: string;
  readonly before: number | undefined;
}

/** Reads the form; what is no value of it is left out. */
export function auditWish(parameters: URLSearchParams): AuditWish {
  const day = parameters.get('day') ?? '';
  const before = Number(parameters.get('before'));
  return {
    person: (parameters.get('person') ?? '').trim().slice(0, 100),
    kind: auditKinds.find((kind) => kind === parameters.get('kind')) ?? '',
    day: /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : '',
    before: Number.isInteger(before) && before > 0 ? before : undefined,
  };
}

/** The wish as the log is asked; a day is one of the agency's clock. */
export function auditQuery({ person, kind, day, before }: AuditWish, timeZone: string): AuditQuery {
  return {
    limit: auditPageSize,
    ...(person === '' ? {} : { person }),
    ...(kind === '' ? {} : { kind }),
    ...(before === undefined ? {} : { before }),
    ...(day === '' ? {} : spanOfDay(day, timeZone)),
  };
}

function spanOfDay(day: string, timeZone: string): { from: Date; to: Date } {
  const date = Temporal.PlainDate.from(day);
  const at = (one: Temporal.PlainDate) => new Date(one.toZonedDateTime(timeZone).epochMilliseconds);
  return { from: at(date), to: at(date.add({ days: 1 })) };
}
