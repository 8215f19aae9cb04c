import type { Reminder } from './reminders.ts';

/** The reminders as the text of an issue or a pull request. The marker in it tells a job that it has been there already. */
export function issueText(reminders: readonly Reminder[]): string {
  const [first] = reminders;
  if (!first) return '';
  return [
    `# ${first.subject}`,
    ...reminders.map(({ unit, text }) => `- [ ] **${unit.name}**\n\n${text.replaceAll(/^(?=.)/gm, '  ')}`),
    `<!-- ponyatno ${first.month} ${first.stage} -->`,
  ].join('\n\n');
}
