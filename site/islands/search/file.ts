/** What came of a question that was filed as unanswered. */
export type Filed =
  | { readonly kind: 'filed'; readonly question: string }
  /** Nothing but personal data was in it. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly message: string };

const noConnection = 'Нет связи с сервером: вопрос не передан. Повторите, когда связь вернётся.';

/** Files a question that no page answers (KB-7, RF-3), or tells that nothing was found for it. */
export async function fileQuestion(query: string, kind: 'filed' | 'zero'): Promise<Filed> {
  try {
    const response = await fetch('/api/gaps', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query, kind }),
    });
    const body: { question?: string | null; message?: string } = await response.json();
    if (!response.ok) return { kind: 'failed', message: body.message ?? noConnection };
    return body.question ? { kind: 'filed', question: body.question } : { kind: 'empty' };
  } catch {
    return { kind: 'failed', message: noConnection };
  }
}
