/** How a file is written: people change its words, not its line ends. */
export interface TextForm {
  readonly hasByteOrderMark: boolean;
  readonly newline: '\n' | '\r\n';
}

const byteOrderMark = '\uFEFF';

/** The text with plain line ends and no mark, and how it was written. */
export function takeForm(written: string): { text: string; form: TextForm } {
  const hasByteOrderMark = written.startsWith(byteOrderMark);
  const bare = hasByteOrderMark ? written.slice(1) : written;
  const all = bare.match(/\n/g)?.length ?? 0;
  const long = bare.match(/\r\n/g)?.length ?? 0;
  return { text: plainText(bare), form: { hasByteOrderMark, newline: long > all / 2 ? '\r\n' : '\n' } };
}

/** A text as it came from a browser, with plain line ends. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

/** The text as its file is written. */
export function giveForm(text: string, { hasByteOrderMark, newline }: TextForm): string {
  const lines = newline === '\n' ? text : text.replaceAll('\n', newline);
  return hasByteOrderMark ? byteOrderMark + lines : lines;
}
