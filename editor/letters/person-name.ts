const patronymic = /(?:вич|вна|ична|инична|оглы|кызы|угли)$/iu;
const initial = /^\p{Lu}\.$/u;

/**
 * «С. В. Королькова» out of «Королькова Светлана Викторовна» or «Светлана Викторовна Королькова»: the way a name stands
 * beside a signature. A name that is not surely understood stays as it was written.
 */
export function initialsAndSurname(name: string): string {
  const words = name
    .trim()
    .replaceAll(/\.(?=\p{L})/gu, '. ')
    .split(/\s+/);
  const [first = '', second = '', third = ''] = words;
  if (words.length === 3 && initial.test(first) && initial.test(second)) return bound(first, second, third);
  if (words.length === 3 && initial.test(second) && initial.test(third)) return bound(second, third, first);
  if (words.length !== 3) return name.trim();
  if (patronymic.test(third)) return bound(initialOf(second), initialOf(third), first);
  if (patronymic.test(second)) return bound(initialOf(first), initialOf(second), third);
  return name.trim();
}

function initialOf(word: string): string {
  return `${word.charAt(0).toUpperCase()}.`;
}

/** The initials do not part from the surname at the end of a line. */
function bound(first: string, second: string, surname: string): string {
  return `${first}\u00a0${second}\u00a0${surname}`;
}
