import type { FixClass, Profile, Severity } from '@ponyatno/lint-rules';

/** What a text is, by the profile it is linted with. */
export const profileNames: Readonly<Record<Profile, string>> = {
  letter: 'письмо',
  speech: 'слова вслух',
  page: 'страница базы',
  legal: 'правовой акт',
};

/** How loud a finding is, and the class of its tag. */
export const severityNames: Readonly<Record<Severity, { name: string; tag: string }>> = {
  error: { name: 'ошибка', tag: 'bad' },
  warning: { name: 'предупреждение', tag: 'warn' },
  hint: { name: 'подсказка', tag: 'info' },
};

/** What can be done about a finding. */
export const fixNames: Readonly<Record<FixClass, string>> = {
  swap: 'замена',
  rewrite: 'переписать',
  advice: 'совет',
};
