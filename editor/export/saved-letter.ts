import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { type Content, type LetterKind, letterKindSchema } from '#knowledge';
import { type RequisiteFields, readRequisiteFields } from '../letters/requisite-fields.ts';
import { letterOf } from '../letters/shared-letter.ts';
import { textOfVariable, type VariableSet } from '../letters/values.ts';
import { variableSet } from '../letters/variable-set.ts';
import { requisitesField, variablesField } from '../schema/version.ts';
import type { DraftRecord, VariableValues } from '../storage/record.ts';
import type { DraftWriter } from '../storage/writer.ts';
import { agreedLetter } from '../suggestions/agreed.ts';
import { suggestionsOf } from '../suggestions/pieces.ts';
import type { Values } from '../text/blocks.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { typedValues } from './typed-values.ts';

/** A letter as it is on the disk: everything in it was acknowledged. */
export interface SavedLetter {
  readonly record: DraftRecord;
  readonly letter: LetterKind;
  /** Without what is only suggested. */
  readonly document: Node;
  /** How many suggestions in it nobody has decided on. */
  readonly suggestions: number;
  readonly variables: VariableSet['variables'];
  /** Values as they were typed. */
  readonly typed: VariableValues;
  /** Values as they stand in the letter. */
  readonly values: Values;
  readonly fields: RequisiteFields;
  readonly fingerprint: string;
}

/** Reads a letter out of its log. Throws a StorageError when it is gone. */
export async function savedLetter(
  writer: DraftWriter,
  draft: string,
  content: Content,
): Promise<SavedLetter> {
  const { record, document: state } = await writer.read(draft);
  const shared = new Y.Doc();
  Y.applyUpdate(shared, state);
  const document = letterOf(shared);
  const typed = typedValues(shared.getMap(variablesField));
  const requisites = shared.getMap(requisitesField);
  const fields = readRequisiteFields((name) => requisites.get(name));
  shared.destroy();
  const page = content.page(record.template);
  const set = variableSet(page?.kind === 'template' ? page : undefined, content.agency);
  return {
    record,
    letter: letterKindSchema.parse(record.letter),
    document: agreedLetter(document),
    suggestions: suggestionsOf(document).length,
    variables: set.variables,
    typed,
    values: {
      version: 0,
      valueOf: (name) => typed[name],
      textOf: (name) => textOfVariable(name, set, (one) => typed[one]),
    },
    fields,
    fingerprint: fingerprint(document, typed, fields),
  };
}
