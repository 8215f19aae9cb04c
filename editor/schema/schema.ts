import { getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { letterExtensions } from './extensions.ts';

/** The ProseMirror schema of a letter, for work without a browser. */
export const letterSchema: Schema = getSchema(letterExtensions());
