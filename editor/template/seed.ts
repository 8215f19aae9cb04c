import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { letterSchema } from '../schema/schema.ts';
import { letterField, variablesField } from '../schema/version.ts';
import type { VariableValues } from '../storage/record.ts';
import type { DocumentNode } from './document.ts';

/** The client that writes templates: fixed, so that the same template twice is the same update, and goes in once. */
const templateClient = 1;

/** The first update of a draft: the text of the template and the values that are already known. */
export function seedUpdate(document: DocumentNode, values: VariableValues): Uint8Array {
  const seed = new Y.Doc();
  seed.clientID = templateClient;
  seed.transact(() => {
    prosemirrorJSONToYXmlFragment(letterSchema, document, seed.getXmlFragment(letterField));
    const variables = seed.getMap(variablesField);
    for (const name of Object.keys(values).sort()) variables.set(name, values[name]);
  });
  const update = Y.encodeStateAsUpdate(seed);
  seed.destroy();
  return update;
}
