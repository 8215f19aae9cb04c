import { describe, expect, it } from 'vitest';
import type { AuditKind } from '#identity';
import { auditAbout } from './audit-words.ts';

const names = {
  person: (id: string) => (id === 'a1' ? 'Вера Ким' : undefined),
  unit: (id: string) => (id === 'letters' ? 'отдел писем' : undefined),
};
const about = (kind: AuditKind, detail?: string, subject?: string) =>
  auditAbout(
    {
      n: 1,
      at: '2026-11-26T08:00:00Z',
      kind,
      ...(detail === undefined ? {} : { detail }),
      ...(subject === undefined ? {} : { subject }),
    },
    names,
  );

describe('what an event was about', () => {
  it.each([
    ['refused', 'letter.read /drafts/:id', undefined, 'Чтение писем, /drafts/:id'],
    ['account-added', 'writer unit-editor', 'a1', 'Вера Ким: Автор писем, Редактор подразделения'],
    ['account-changed', 'blocked', 'a1', 'Вера Ким: учётная запись закрыта'],
    [
      'roles-changed',
      'from reader to unit-editor unit:letters',
      'a1',
      'Вера Ким: было: Читатель; стало: Редактор подразделения, отдел писем',
    ],
    ['roles-changed', 'from none to reader', 'a1', 'Вера Ким: было: без ролей; стало: Читатель'],
    ['account-changed', 'from reader to reader', 'a1', 'Вера Ким: имя изменено'],
    ['account-removed', undefined, 'gone', 'gone'],
    ['sign-in', 'password', undefined, 'с паролем'],
    ['sign-in-failed', 'no-role', undefined, 'нет роли'],
    ['letter-exported', 'docx', 'x1', 'x1: файл DOCX'],
    ['sign-out', undefined, undefined, ''],
    ['refused', 'toString constructor', undefined, 'toString, constructor'],
  ] as const)('%s %s %s → %s', (kind, detail, subject, expected) => {
    expect(about(kind, detail, subject)).toBe(expected);
  });
});
