import type { OpenMention } from '../together/threads.ts';
import { ownName } from './own-name.ts';
import { seenComments } from './seen-comments.ts';
import { countedWords } from './words.ts';

/** Shows in the list of drafts which of them call the person who uses this browser, and how often. */
export function showMentions(): void {
  const name = ownName();
  const seen = seenComments();
  for (const mark of document.querySelectorAll<HTMLElement>('[data-mentions]')) {
    const mentions: readonly OpenMention[] = JSON.parse(mark.dataset.mentions ?? '[]');
    const count = mentions.filter((one) => one.name === name && !seen.has(one.comment)).length;
    mark.hidden = count === 0;
    mark.textContent = `Вас зовут: ${countedWords(count, 'раз', 'раза', 'раз')}`;
  }
}
