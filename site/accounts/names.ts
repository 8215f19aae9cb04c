import type { Role } from '#identity';

/** What roles are called on the screen, and what each lets a person do. */
export const roleNames: Readonly<Record<Role, { readonly name: string; readonly does: string }>> = {
  reader: { name: 'Читатель', does: 'читает базу знаний и ищет в ней' },
  operator: { name: 'Оператор', does: 'отвечает на звонки' },
  writer: { name: 'Автор писем', does: 'пишет письма' },
  approver: { name: 'Согласующий', does: 'согласует письма, которые написали другие' },
  'unit-editor': { name: 'Редактор подразделения', does: 'предлагает правки страниц своих подразделений' },
  administrator: { name: 'Администратор', does: 'управляет учётными записями и читает журнал действий' },
};

/** When something happened, in the agency's time: «26 ноября 2026, 10:15». */
export function moment(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone })
    .format(new Date(iso))
    .replace(' г.', '')
    .replace(' в ', ', ');
}
