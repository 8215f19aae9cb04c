const letters = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
const vowels = 'аеиоуэюяы';

/**
 * All words one edit away: a letter changed, lost, added, or two in the wrong order. People seldom mistype the first
 * letter, but it gets lost, and an unstressed vowel is written as it is heard.
 */
export function oneEditAway(word: string): string[] {
  const found = new Set<string>(Array.from(letters, (letter) => letter + word));
  if (vowels.includes(word.charAt(0))) for (const vowel of vowels) found.add(vowel + word.slice(1));
  for (let place = 1; place <= word.length; place++) {
    const [before, after] = [word.slice(0, place), word.slice(place)];
    for (const letter of letters) found.add(before + letter + after).add(before + letter + after.slice(1));
    found.add(before + after.slice(1));
    found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  found.delete(word);
  return [...found];
}
