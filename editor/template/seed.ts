import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Source } from '../citations/sources.ts';
import { letterSchema } from '../schema/schema.ts';
import { letterField, sourcesField, variablesField } from '../schema/version.ts';
import type { VariableValues } from '../storage/record.ts';
import type { DocumentNode } from './document.ts';

/** The client that writes templates: fixed, so that the same template twice is the same update, and goes in once. */
const templateClient = 1;

/** The first update of a draft: the text of the template, the values that are already known, and what the letter rests on. */
export function seedUpdate(
  document: DocumentNode,
  values: VariableValues,
  sources: readonly Source[] = [],
): Uint8Array {
  const seed = new Y.Doc();
  seed.clientID = templateClient;
  seed.transact(() => {
    prosemirrorJSONToYXmlFragment(letterSchema, document, seed.getXmlFragment(letterField));
    const variables = seed.getMap(variablesField);
    for (const name of Object.keys(values).sort()) variables.set(name, values[name]);
    const map = seed.getMap(sourcesField);
    for (const { id, ...source } of sources) map.set(id, source);
  });
  const update = Y.encodeStateAsUpdate(seed);
  seed.destroy();
  return update;
}
