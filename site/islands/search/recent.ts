/** Keeps the last questions of a person in this browser only. */
const key = 'recent-questions';
const most = 8;

/** The last questions, the newest first; none when storage is switched off or holds something else. */
export function recentQuestions(storage: Pick<Storage, 'getItem'> = localStorage): string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((question) => typeof question === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Puts a question first; the same question, however it is capitalised, stands once. */
export function withQuestion(questions: readonly string[], question: string): string[] {
  const same = (other: string) => other.toLowerCase() === question.toLowerCase();
  return [question, ...questions.filter((other) => !same(other))].slice(0, most);
}

/** Keeps the questions; an empty list leaves nothing behind. */
export function keepQuestions(
  questions: readonly string[],
  storage: Pick<Storage, 'setItem' | 'removeItem'> = localStorage,
): void {
  try {
    if (questions.length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(questions));
  } catch {
    // Storage is switched off or full: the questions last for this page.
  }
}
