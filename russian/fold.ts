const acute = '\u0301';

/**
 * The spelling under which a word is looked up: lower case, NFC, ё as е, without stress marks (U+0301) and soft
 * hyphens (U+00AD), with the common hyphen and apostrophe. Offsets are lost: keep them in the token.
 */
export function foldWord(word: string): string {
  return cleanWord(word).replaceAll('ё', 'е');
}

/** The same, but ё stays: a written ё is evidence that foldWord throws away. */
export function cleanWord(word: string): string {
  if (isPlain(word)) return word;
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(acute, '')
    .replaceAll('\u00AD', '')
    .replace(/[\u2010\u2011\u2012\u2013\u2212]/g, '-')
    .replaceAll('\u02BC', '’');
}

// Most words of a text need nothing done: lower-case Russian letters and hyphens only.
function isPlain(word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if ((code < 0x430 || code > 0x44f) && code !== 0x451 && code !== 0x2d) return false;
  }
  return true;
}
