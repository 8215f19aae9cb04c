import type { Missing } from '../approval/completeness.ts';

/** What the server answers to a request to leave or to go a step. */
export type Answer =
  | { readonly kind: 'done'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'changed' | 'refused'; readonly message: string }
  | { readonly kind: 'incomplete'; readonly missing: readonly Missing[] };

const noConnection = 'Нет связи с\u00a0сервером: письмо не\u00a0вышло. Повторите, когда связь вернётся.';

/** Asks the server; every way it can fail is a sentence. */
export async function post(address: string, body: object): Promise<Answer> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (answer === undefined) return { kind: 'refused', message: noConnection };
  const said: { error?: string; message?: string; missing?: readonly Missing[] } = await answer
    .json()
    .catch(() => ({}));
  if (answer.ok) return { kind: 'done', body: { ...said } };
  if (said.error === 'incomplete') return { kind: 'incomplete', missing: said.missing ?? [] };
  return {
    kind: said.error === 'changed' ? 'changed' : 'refused',
    message: said.message ?? noConnection,
  };
}
