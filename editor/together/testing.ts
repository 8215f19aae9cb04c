// Helpers of the tests of writing together: a writer's editor without its browser, over a real document of Yjs.
import type { Node } from '@tiptap/pm/model';
import { EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { letterSchema } from '../schema/schema.ts';
import { letterField } from '../schema/version.ts';
import { seedUpdate } from '../template/seed.ts';

/** A letter of paragraphs. */
export function paragraphs(...texts: string[]): Uint8Array {
  const content = texts.map((text) => ({
    type: 'paragraph',
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  }));
  return seedUpdate({ type: 'doc', content }, {});
}

type Mapping = Map<Y.AbstractType<unknown>, Node | Node[]>;

/** One writer: reads the letter out of Yjs and writes what a transaction has made back, as the editor's binding does. */
export class Peer {
  readonly document = new Y.Doc();
  readonly #plugins: readonly Plugin[];
  #mapping: Mapping = new Map();

  constructor(seed: Uint8Array, client: number, plugins: readonly Plugin[] = []) {
    this.document.clientID = client;
    this.#plugins = plugins;
    Y.applyUpdate(this.document, seed);
  }

  get fragment(): Y.XmlFragment {
    return this.document.getXmlFragment(letterField);
  }

  /** The letter as the editor has it now. */
  get state(): EditorState {
    const { doc, mapping } = initProseMirrorDoc(this.fragment, letterSchema);
    this.#mapping = mapping as Mapping;
    // The binding has one mapping, which is always that of the newest letter.
    const mappingNow = () => this.#mapping;
    const binding = {
      get mapping() {
        return mappingNow();
      },
    };
    const sync = new Plugin({
      key: ySyncPluginKey,
      state: {
        init: () => ({ type: this.fragment, doc: this.document, binding }),
        apply: (_transaction, value) => value,
      },
    });
    return EditorState.create({ schema: letterSchema, doc, plugins: [sync, ...this.#plugins] });
  }

  /** The paragraphs of the letter. */
  get texts(): string[] {
    const found: string[] = [];
    this.state.doc.descendants((node) => {
      if (!node.isTextblock) return true;
      found.push(node.textContent);
      return false;
    });
    return found;
  }

  /** Edits the letter; undefined leaves it as it is. */
  edit(make: (state: EditorState) => Transaction | undefined): void {
    const transaction = make(this.state);
    if (transaction === undefined) return;
    this.document.transact(() => {
      updateYFragment(this.document, this.fragment, transaction.doc, {
        mapping: this.#mapping,
        isOMark: new Map(),
      });
    });
  }
}

/** Brings everybody to the same state. */
export function merge(...peers: readonly { readonly document: Y.Doc }[]): void {
  for (let round = 0; round < 2; round += 1)
    for (const { document: from } of peers)
      for (const { document: to } of peers)
        if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}
