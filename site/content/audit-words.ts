import type { AuditRecord, Permission, Role } from '#identity';
import { roleNames } from '../accounts/names.ts';

/** What each right is for, as the log names what was refused. */
const rights: Readonly<Record<Permission, string>> = {
  open: 'Открытый раздел',
  'knowledge.read': 'Чтение базы знаний',
  'search.staff': 'Поиск',
  'refresh.read': 'Актуализация',
  'gap.note': 'Отметка «нет ответа»',
  'gap.read': 'Вопросы без ответа',
  'call.take': 'Экран звонка',
  'call.report': 'Отчёт о звонках',
  'training.record': 'Запись об обучении',
  'letter.read': 'Чтение писем',
  'letter.write': 'Работа с текстом письма',
  'letter.submit': 'Передача письма на согласование',
  'letter.approve': 'Согласование письма',
  'letter.approve-own': 'Согласование своего письма',
  'letter.return': 'Возврат письма',
  'letter.send': 'Отметка об отправке',
  'letter.export': 'Выгрузка письма',
  'proposal.read': 'Правки страниц',
  'proposal.send': 'Отправка правки',
  'proposal.send-any': 'Правка страницы другого подразделения',
  'account.own': 'Своя учётная запись',
  'accounts.manage': 'Учётные записи',
  'audit.read': 'Журнал событий',
};

/** The words the log keeps, by what they mean. */
const words: Readonly<Record<string, string>> = {
  password: 'с паролем',
  oidc: 'через учётную запись организации',
  proxy: 'через прокси-сервер',
  blocked: 'учётная запись закрыта',
  'no-role': 'нет роли',
  unblocked: 'учётная запись открыта',
  'link made': 'создана ссылка для пароля',
  'password set by link': 'пароль задан по ссылке',
  'password changed': 'пароль изменён',
  'first administrator': 'первый администратор',
  all: 'все сеансы',
  'all but this one': 'все, кроме текущего',
  docx: 'файл DOCX',
  print: 'печать',
  copy: 'копия в буфере',
};

/** What the page knows besides the log. */
export interface AuditNames {
  /** The name of an account by its id. */
  person(id: string): string | undefined;
  /** The name of a unit by its id. */
  unit(id: string): string | undefined;
}

/** What an event was about, in Russian: to whom it was done, and how. Words that are not known stand as they are. */
export function auditAbout({ kind, subject, detail }: AuditRecord, names: AuditNames): string {
  const isAccount = kind.startsWith('account-') || kind === 'roles-changed' || kind === 'session-revoked';
  const whom = subject !== undefined && isAccount ? (names.person(subject) ?? subject) : subject;
  const how = detail === undefined ? undefined : said(kind, detail, names);
  return [whom, how].filter((part) => part !== undefined && part !== '').join(': ');
}

function said(kind: AuditRecord['kind'], detail: string, names: AuditNames): string {
  const known = Object.hasOwn(words, detail) ? words[detail] : undefined;
  if (known !== undefined) return known;
  if (kind === 'refused') return refused(detail);
  if (kind === 'account-added') return listed(detail, names);
  const [, from, to] = /^from (.*) to (.*)$/.exec(detail) ?? [];
  if (from !== undefined && to !== undefined)
    return from === to ? 'имя изменено' : `было: ${listed(from, names)}; стало: ${listed(to, names)}`;
  return detail;
}

/** «Чтение писем, /drafts/:id». */
function refused(detail: string): string {
  const [right = '', ...where] = detail.split(' ');
  const name = Object.hasOwn(rights, right) ? rights[right as Permission] : right;
  return [name, ...where].join(', ');
}

function listed(detail: string, names: AuditNames): string {
  if (detail === '' || detail === 'none') return 'без ролей';
  return detail
    .split(' ')
    .map((word) => {
      if (word.startsWith('unit:')) return names.unit(word.slice(5)) ?? word.slice(5);
      return Object.hasOwn(roleNames, word) ? roleNames[word as Role].name : word;
    })
    .join(', ');
}
