// What a letter still lacks before it may leave. Imported by server and browser: types only from #knowledge.
import type { LetterKind } from '#knowledge';
import { needsAddressee, type RequisiteFields } from '../letters/requisite-fields.ts';
import type { VariableSet } from '../letters/values.ts';

/** Something that a letter lacks. */
export type Missing =
  | { readonly kind: 'variable'; readonly name: string; readonly label: string }
  | { readonly kind: 'part'; readonly part: string; readonly clause: string | undefined }
  /** Changes that somebody suggests and nobody has decided on. */
  | { readonly kind: 'suggestions'; readonly label: string }
  | { readonly kind: 'requisite'; readonly field: keyof RequisiteFields; readonly label: string };

/** How a letter leaves: in a layout with an addressee, as words alone, or as approved or sent. */
export type Leaving = 'docx' | 'print' | 'copy' | 'approved' | 'sent';

/** What is known of a letter that is to leave. */
export interface LetterFacts {
  readonly letter: LetterKind;
  /** Variables and flags that nobody has filled in. */
  readonly unfilled: readonly string[];
  readonly variables: VariableSet['variables'];
  readonly fields: RequisiteFields;
  /** How many suggestions nobody has decided on. */
  readonly suggestions: number;
  /** What the linter says of required parts. */
  readonly missingParts: readonly {
    readonly part?: string | undefined;
    readonly clause?: string | undefined;
  }[];
}

/** The letter's gaps, in the order in which they are best filled; none when it is complete. */
export function missingOf(
  { letter, unfilled, variables, fields, suggestions, missingParts }: LetterFacts,
  leaving: Leaving,
): Missing[] {
  const labelOf = (name: string) => variables.find((variable) => variable.name === name)?.label ?? name;
  const onPaper = leaving === 'docx' || leaving === 'print';
  return [
    ...(onPaper && needsAddressee(letter) && fields.addressee.trim() === ''
      ? [{ kind: 'requisite', field: 'addressee', label: 'Кому' } as const]
      : []),
    ...(suggestions > 0 ? [{ kind: 'suggestions', label: `Решить о правках: ${suggestions}` } as const] : []),
    ...unfilled.map((name) => ({ kind: 'variable', name, label: labelOf(name) }) as const),
    ...missingParts.map(({ part = '', clause }) => ({ kind: 'part', part, clause }) as const),
  ];
}

/** What is missing as the history keeps it. */
export function missingNames(missing: readonly Missing[]): string[] {
  return missing.map((one) => (one.kind === 'part' ? one.part : one.label));
}
