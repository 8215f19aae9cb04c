import type { Node } from '@tiptap/pm/model';
import type { VariableValues } from '../storage/record.ts';

/**
 * A short name for what a letter says: its text with marks, its values, its requisites. Two people who have the same one
 * look at the same letter. It tells a late change from none; it is no protection against anybody.
 */
export function fingerprint(
  document: Node,
  values: VariableValues,
  fields: Readonly<Record<string, string>>,
): string {
  return hash(JSON.stringify([document.toJSON(), sorted(values), sorted(fields)]));
}

function sorted(record: Readonly<Record<string, string | boolean>>): [string, string | boolean][] {
  return Object.entries(record)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Two FNV-1a sums of 32 bits, from both ends: fast, and the same in every engine. */
function hash(text: string): string {
  let forward = 0x811c9dc5;
  let backward = 0xc59d1c81;
  for (let at = 0; at < text.length; at += 1) {
    forward = Math.imul(forward ^ text.charCodeAt(at), 0x01000193);
    backward = Math.imul(backward ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
  }
  return [forward, backward].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('');
}
