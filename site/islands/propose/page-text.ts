/** The text of a page in its parts; put together they are the text again. */
export interface PageText {
  /** The first line of dashes, with its line break. */
  readonly opening: string;
  /** The fields, as YAML. */
  readonly yaml: string;
  /** The second line of dashes, with its line break. */
  readonly closing: string;
  /** What is read: MDX. */
  readonly body: string;
}

/** The same borders that the reader of the content sees. */
const borders = /^(---[ \t]*\n)([\s\S]*?\n)??(---[ \t]*(?:\n|$))/;

/** Takes the text of a page apart; without borders it has no fields and is all body. */
export function splitText(text: string): PageText {
  const [whole = '', opening = '', yaml = '', closing = ''] = borders.exec(text) ?? [];
  return { opening, yaml, closing, body: text.slice(whole.length) };
}

/** The text with other fields; borders are added where there were none. */
export function withYaml(text: string, yaml: string): string {
  const { opening, closing, body } = splitText(text);
  const fields = yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`;
  return opening === '' ? `---\n${fields}---\n${body}` : opening + fields + closing + body;
}

/**
 * The text with another body. The empty lines at both ends of the old one stay: they are no part of what is written in
 * the field.
 */
export function withBody(text: string, written: string): string {
  const { opening, yaml, closing, body } = splitText(text);
  const { before, after } = margins(body);
  return opening + yaml + closing + before + written + after;
}

/** The body as it is written in its field, and where it begins in the text. */
export function writtenBody(text: string): { readonly body: string; readonly start: number } {
  const { opening, yaml, closing, body } = splitText(text);
  const { before, after } = margins(body);
  const start = opening.length + yaml.length + closing.length + before.length;
  return { body: body.slice(before.length, body.length - after.length), start };
}

function margins(body: string): { before: string; after: string } {
  const [before = ''] = /^\n*/.exec(body) ?? [];
  const [after = ''] = /\n?$/.exec(body.slice(before.length)) ?? [];
  return { before, after };
}
