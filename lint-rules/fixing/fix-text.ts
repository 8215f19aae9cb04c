import type { Change } from '../types.ts';
import { applyEdits, type Edit, editsOf, type Replaceable } from './edit.ts';

/** A text after its fixes. */
export interface FixedText {
  readonly text: string;
  /** What was changed, pass by pass; offsets are those of the text before the pass. */
  readonly edits: readonly AppliedEdit[];
}

/** An edit and the text it was made in. */
export interface AppliedEdit extends Edit {
  readonly before: string;
}

/** What fixing needs to know of the text. */
export interface Fixing {
  /** The findings in a text. */
  readonly find: (text: string) => readonly Replaceable[];
  /** The classes of change that may be made; without it every class. */
  readonly changes?: readonly Change[];
  /** Whether an edit may be made at all, see `keepsFacts`. */
  readonly allows: (edit: Edit) => boolean;
  /** Whether the text after edits is still what it was: markup, front matter. */
  readonly intact: (before: string, after: string) => boolean;
}

/** A fix may bring up another finding; after so many passes it is a circle. */
const maxPasses = 10;
/** How often fixes that turn in a circle are left out and the rest is tried again. */
const maxAttempts = 5;

/** Applies ready replacements until nothing is left to replace. Fixing the result again changes nothing. */
export function fixText(source: string, fixing: Fixing): FixedText {
  const refused = new Set<string>();
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const { text, edits, restless } = run(source, fixing, refused);
    if (restless.length === 0) return { text, edits };
    for (const edit of restless) refused.add(keyOf(edit));
  }
  return { text: source, edits: [] };
}

const keyOf = ({ rule, actual }: Edit): string => `${rule} ${actual}`;

function run(
  source: string,
  fixing: Fixing,
  refused: ReadonlySet<string>,
): { text: string; edits: AppliedEdit[]; restless: readonly Edit[] } {
  const edits: AppliedEdit[] = [];
  let text = source;
  for (let pass = 0; pass <= maxPasses; pass++) {
    const before = text;
    const found = fixing.find(before).filter((message) => isAllowed(message, fixing, refused));
    const wanted = editsOf(found, fixing.changes);
    const made = intactOnes(before, wanted, fixing);
    if (made.length === 0 || pass === maxPasses) return { text, edits, restless: made };
    text = applyEdits(before, made);
    edits.push(...made.toSorted((one, two) => one.start - two.start).map((edit) => ({ ...edit, before })));
  }
  return { text, edits, restless: [] };
}

/** A finding whose fix is refused must not push out the fix of another that it overlaps. */
function isAllowed(message: Replaceable, fixing: Fixing, refused: ReadonlySet<string>): boolean {
  const [edit] = editsOf([message], fixing.changes);
  return edit !== undefined && !refused.has(keyOf(edit)) && fixing.allows(edit);
}

/** All edits if the text stays intact, else those that keep it so one by one. */
function intactOnes(text: string, edits: readonly Edit[], { intact }: Fixing): readonly Edit[] {
  if (edits.length === 0 || intact(text, applyEdits(text, edits))) return edits;
  const kept: Edit[] = [];
  for (const edit of edits) {
    kept.push(edit);
    if (!intact(text, applyEdits(text, kept))) kept.pop();
  }
  return kept;
}
