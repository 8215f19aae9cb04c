import type { Evidence } from './evidence.ts';

/** How questions are asked; the terminal in life, answers of their own in tests. */
export interface Prompts {
  input(question: { message: string; validate: (text: string) => true | string }): Promise<string>;
  confirm(question: { message: string; default: boolean }): Promise<boolean>;
  checkbox(question: { message: string; choices: { value: string; name: string }[] }): Promise<string[]>;
}

/** What the unit answered. */
export interface Answers {
  readonly law: { readonly changed: boolean; readonly note: string };
  readonly feedback: { readonly changed: boolean; readonly note: string };
  readonly toChange: readonly string[];
}

/** Asks the two questions of the order (RF-2), and which pages are still to be changed when something has to change. */
export async function interview(
  prompts: Prompts,
  evidence: Evidence,
  pages: readonly { readonly id: string; readonly title: string }[],
): Promise<Answers> {
  const law = await answer(
    'Что изменилось в законодательстве и что из этого следует?',
    evidence.acts.length > 0,
  );
  const feedback = await answer(
    'Что показали отзывы и вопросы клиентов?',
    evidence.gaps.length > 0 || evidence.ratings.length > 0 || evidence.pageRatings.length > 0,
  );
  const toChange =
    law.changed || feedback.changed
      ? await prompts.checkbox({
          message: 'Какие страницы ещё предстоит изменить? Исправленные не отмечайте.',
          choices: pages.map(({ id, title }) => ({ value: id, name: `${id} — ${title}` })),
        })
      : [];
  return { law, feedback, toChange };

  async function answer(message: string, suggested: boolean) {
    const note = (await prompts.input({ message, validate: said })).trim();
    const changed = await prompts.confirm({
      message: 'Из-за этого страницы нужно менять?',
      default: suggested,
    });
    return { changed, note };
  }
}

function said(text: string): true | string {
  return (
    text.trim().length >= 3 || 'Ответьте словами. Если ничего не изменилось, так и напишите: «Изменений нет».'
  );
}
