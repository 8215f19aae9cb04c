// Findings that the writers of a draft have left as they are, and why. Kept in the draft, for everybody who writes in it.
import type * as Y from 'yjs';
import { dismissedField } from '../schema/version.ts';

/** A wording that stays as it is. */
export interface LeftFinding {
  /** Rule and words, see `LetterFinding`. */
  readonly wording: string;
  readonly rule: string;
  /** The words as they stood in the letter. */
  readonly words: string;
  readonly reason: string;
  /** Who decided; empty when the person has not said a name. */
  readonly by: string;
  /** When, as an instant; empty when it is not known. */
  readonly at: string;
}

/** Reasons that are given again and again. */
export const commonReasons = [
  'Это точное название',
  'Это слова закона или документа',
  'Так понятнее читателю',
  'Понятно ошиблось',
] as const;

/** A reason is a line, not a letter. */
export const maxReasonLength = 200;

/** The shared list of what is left. */
export class LeftFindings {
  readonly #map: Y.Map<unknown>;

  constructor(document: Y.Doc) {
    this.#map = document.getMap(dismissedField);
  }

  has(wording: string): boolean {
    return this.#map.has(wording);
  }

  /** All of them, the newest first. */
  list(): LeftFinding[] {
    return [...this.#map]
      .map(([wording, value]) => read(wording, value))
      .toSorted((a, b) => b.at.localeCompare(a.at) || a.wording.localeCompare(b.wording, 'ru'));
  }

  /** Leaves a wording as it is. Without a reason nothing is left. */
  leave(
    finding: Pick<LeftFinding, 'wording' | 'words'>,
    { reason, by }: Pick<LeftFinding, 'reason' | 'by'>,
  ): boolean {
    const said = reason.trim().slice(0, maxReasonLength);
    if (said === '') return false;
    this.#map.set(finding.wording, { words: finding.words, reason: said, by, at: new Date().toISOString() });
    return true;
  }

  /** Looks at a wording again. */
  restore(wording: string): void {
    this.#map.delete(wording);
  }

  /** Looks at all of them again, in one step. */
  restoreAll(): void {
    this.#map.doc?.transact(() => this.#map.clear());
  }

  /** Calls back after every change; gives the way to stop. */
  subscribe(listener: () => void): () => void {
    const heard = () => listener();
    this.#map.observe(heard);
    return () => this.#map.unobserve(heard);
  }
}

/** What stands in the map came from other people's browsers; drafts of the first version kept only who decided. */
function read(wording: string, value: unknown): LeftFinding {
  const at = wording.indexOf('|');
  const rule = at < 0 ? '' : wording.slice(0, at);
  const fields: Partial<Record<keyof LeftFinding, unknown>> =
    typeof value === 'object' && value !== null ? value : { by: value };
  const text = (field: unknown, otherwise = '') => (typeof field === 'string' ? field : otherwise);
  return {
    wording,
    rule,
    words: text(fields.words, wording.slice(at + 1)),
    reason: text(fields.reason),
    by: text(fields.by),
    at: text(fields.at),
  };
}
