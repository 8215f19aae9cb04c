/** A text to lint. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  /** As the report shows it: from the folder the person stands in, with `/`. */
  readonly name: string;
  /** Without the byte order mark: it is no part of the text, and front matter begins after it. */
  readonly source: string;
  readonly hasByteOrderMark: boolean;
  readonly format: Format;
}

/** What a file is. Of a Word document `source` is its text, and it cannot be written back. */
export type Format = 'mdx' | 'md' | 'txt' | 'docx';

/** Stands before the text of a file in UTF-8 that some editors write. */
export const byteOrderMark = '\uFEFF';

/** Whether a file has front matter and markup. */
export function isMarkdown({ format }: Pick<SourceFile, 'format'>): boolean {
  return format === 'mdx' || format === 'md';
}

/** A file whose text is at hand. */
export function sourceOfText(text: string, path: string, name: string): SourceFile {
  const format = formatOf(path);
  const hasByteOrderMark = text.startsWith(byteOrderMark);
  return { path, name, format, source: hasByteOrderMark ? text.slice(1) : text, hasByteOrderMark };
}

/** What a file is by its name. */
export function formatOf(path: string): Format {
  const [, ending = ''] = /\.(mdx?|docx)$/i.exec(path) ?? [];
  const format = ending.toLowerCase();
  return format === 'mdx' || format === 'md' || format === 'docx' ? format : 'txt';
}
