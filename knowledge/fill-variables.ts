import { parseVariables, type VariablePart } from './variables.ts';

/** Values of a letter: text for a variable, true or false for a flag. Absent or blank means not yet known. */
export type VariableValues = Readonly<Record<string, string | boolean | undefined>>;

/** A letter with its values filled in. */
export interface FilledText {
  readonly text: string;
  /** Variables and flags that have no value yet, each once, in order: they still stand in the text as they are. */
  readonly unfilled: readonly string[];
}

/** Fills a letter with what is known. What is not known stays visible as `((name))`, never silently blank. */
export function fillVariables(text: string, values: VariableValues): FilledText {
  const unfilled = new Set<string>();
  const fill = (parts: readonly VariablePart[]): string =>
    parts.reduce((written, part) => {
      const source = text.slice(part.start, part.end);
      if (part.kind === 'text') return written + source;
      const value = values[part.name];
      if (part.kind === 'variable') {
        if (typeof value === 'string' && value.trim() !== '') return written + value;
        unfilled.add(part.name);
        return written + source;
      }
      if (value === true) return written + fill(part.parts);
      if (value === false) return written + hole;
      unfilled.add(part.name);
      return written + source;
    }, '');
  const filled = fill(parseVariables(text).parts);
  return { text: closeHoles(filled), unfilled: [...unfilled] };
}

/** Marks the place of text that was switched off; a noncharacter, so no letter contains it. */
const hole = '\uFDD0';

/** Takes away the blank paragraph or the double space that switched-off text leaves behind. */
function closeHoles(text: string): string {
  if (!text.includes(hole)) return text;
  return text
    .replaceAll(new RegExp(`(^|\\n)[ \\t]*${hole}[ \\t]*(?:\\n+|$)`, 'g'), '$1')
    .replaceAll(new RegExp(` ${hole} `, 'g'), ' ')
    .replaceAll(hole, '');
}
