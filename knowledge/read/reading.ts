import type { Content, PartialContent } from '../content.ts';
import type { Position, Problem } from '../problem.ts';
import type { DataPath } from './yaml-source.ts';

/** Where a value of the front matter or of a YAML file stands. */
export type Locate = (file: string, path: DataPath) => Position;

/** What reading a content folder gives; the check goes on from here. */
export interface Reading<ContentType extends PartialContent = Content> {
  readonly content: ContentType;
  readonly problems: readonly Problem[];
  readonly locate: Locate;
  /** Every file of the folder, relative. */
  readonly files: ReadonlySet<string>;
}
