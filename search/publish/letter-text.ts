import { parseVariables, type VariablePart } from '#knowledge';

/**
 * A letter or a script as a passage that people read among the results: a variable is its name in square brackets, the text
 * under a flag stands there as if the flag were on.
 */
export function letterText(text: string): string {
  return readable(text, parseVariables(text).parts);
}

function readable(text: string, parts: readonly VariablePart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return text.slice(part.start, part.end);
      return part.kind === 'variable' ? `[${part.name}]` : readable(text, part.parts);
    })
    .join('');
}
