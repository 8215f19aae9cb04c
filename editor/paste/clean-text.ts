/** Signs without width, the place of an object, and the private letters of symbol fonts: nobody sees them, everybody trips over them. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff\ufffc\ue000-\uf8ff]/g;

/** Text as a letter keeps it: no soft hyphens, no runs of spaces that stand for distance. A single no-break space stays. */
export function cleanText(text: string): string {
  return text
    .replaceAll(invisible, '')
    .replaceAll(/[ \u00a0\u2000-\u200a\u202f\u3000]*\t[ \t\u00a0]*/g, ' ')
    .replaceAll(/[ \u00a0\u2002-\u200a\u202f\u3000]{2,}/g, ' ');
}

/** The same for text without layout: a line is a paragraph, and more than one empty line is one. */
export function cleanPlainText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .split('\n')
    .map((line) => cleanText(line).trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
