/** Writes `text` with the capitals of `model`: «Посредством» → «С помощью», «ПУТЁМ» → «С ПОМОЩЬЮ». */
export function likeCase(text: string, model: string): string {
  const letters = model.match(/\p{L}/gu) ?? [];
  const first = letters[0];
  if (first === undefined || !isUpper(first)) return text;
  const allUpper = letters.length > 1 && letters.every(isUpper);
  return allUpper ? text.toUpperCase() : capitalize(text);
}

/** The first letter as a capital. */
export function capitalize(text: string): string {
  return text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
