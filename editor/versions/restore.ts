import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { letterOf } from '../letters/shared-letter.ts';
import { variablesField } from '../schema/version.ts';
import type { VariableValue } from '../storage/record.ts';

/** What a version says. */
export interface VersionLetter {
  readonly document: Node;
  readonly values: ReadonlyMap<string, VariableValue>;
}

/** Reads the letter out of the document of a version. */
export function versionLetter(state: Uint8Array): VersionLetter {
  const shared = new Y.Doc();
  Y.applyUpdate(shared, state);
  const letter = { document: letterOf(shared), values: valuesIn(shared) };
  shared.destroy();
  return letter;
}

/** The values of the variables that a shared document holds. */
export function valuesIn(shared: Y.Doc): Map<string, VariableValue> {
  const found = new Map<string, VariableValue>();
  for (const [name, value] of shared.getMap(variablesField))
    if (typeof value === 'string' || typeof value === 'boolean') found.set(name, value);
  return found;
}

/**
 * Puts the text of a version in the place of what is written: an ordinary edit, which the binding of Yjs cuts down to what
 * differs. What others type at the same time elsewhere stays, and nobody's page has to be opened again.
 */
export function restoreTransaction(
  { tr, schema, doc }: EditorState,
  { document }: VersionLetter,
): Transaction {
  const content = schema.nodeFromJSON(document.toJSON()).content;
  return tr.replaceWith(0, doc.content.size, content);
}

/** Gives the variables the values of a version; those it does not know are emptied. */
export function restoreValues(shared: Y.Doc, { values }: VersionLetter): void {
  const variables = shared.getMap(variablesField);
  shared.transact(() => {
    for (const name of [...variables.keys()]) if (!values.has(name)) variables.delete(name);
    for (const [name, value] of values) if (variables.get(name) !== value) variables.set(name, value);
  });
}
