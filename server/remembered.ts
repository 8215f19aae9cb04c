/**
 * Remembers the answer of a question for a while, and asks once for all who ask at the same time. A failure is not
 * remembered.
 */
export function remembered<Answer>(
  ask: () => Promise<Answer>,
  forMs: number,
  now: () => number = Date.now,
): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  let until = 0;
  return () => {
    if (answer !== undefined && now() < until) return answer;
    const asked = ask();
    answer = asked;
    until = now() + forMs;
    asked.catch(() => {
      if (answer === asked) answer = undefined;
    });
    return asked;
  };
}
