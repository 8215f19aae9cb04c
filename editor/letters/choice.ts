import type { Page } from '#knowledge';

/** What a writer has said about the letter to be written; empty strings say nothing. */
export interface TemplateWish {
  /** The answer to the question of urgency, which comes first (WR-3). */
  readonly urgent: boolean | undefined;
  readonly letter: string;
  readonly function: string;
  readonly need: string;
}

/**
 * The templates that fit (WR-2), the ones made for the urgency first: a template for urgent messages promises a date by the
 * term of urgent replies.
 */
export function fittingTemplates(
  templates: readonly Page<'template'>[],
  wish: TemplateWish,
): readonly Page<'template'>[] {
  const fits = ({ data, function: id }: Page<'template'>) =>
    (wish.letter === '' || data.letter === wish.letter) &&
    (wish.function === '' || id === wish.function) &&
    (wish.need === '' || data.needs.includes(wish.need));
  const found = templates.filter(fits);
  if (wish.urgent === undefined) return found;
  return [...found].sort((a, b) => rank(a, wish.urgent) - rank(b, wish.urgent));
}

function rank(template: Page<'template'>, urgent: boolean | undefined): number {
  return promisesUrgently(template) === urgent ? 0 : 1;
}

function promisesUrgently({ data }: Page<'template'>): boolean {
  return data.variables.some(({ term }) => term === 'urgentReply');
}
