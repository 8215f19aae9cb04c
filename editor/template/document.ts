/** A mark of ProseMirror's JSON. */
export interface DocumentMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, string | number | null>>;
}

/** A node of ProseMirror's JSON. */
export interface DocumentNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, string | number | null>>;
  readonly content?: readonly DocumentNode[];
  readonly marks?: readonly DocumentMark[];
  readonly text?: string;
}
