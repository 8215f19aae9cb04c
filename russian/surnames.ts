// Endings of Russian surnames in all cases. Enough to tell «Москалеву Е. М. Контроль …» from «приём ведёт Е. М. Москалева».
const endings = [
  '(?:ов|ев|ёв|ин|ын)(?:а|у|ым|е|ой|ы|ых|ыми)?',
  '(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их)',
  'енко',
  '(?:ук|юк|ян|дзе|швили|ич)(?:а|у|ом|ем|е)?',
  '(?:ых|их)',
].join('|');
const surname = new RegExp(String.raw`^\p{Lu}\p{L}{1,30}(?:${endings})$`, 'u');

/** Whether a word is written and ends like a surname. */
export function looksLikeSurname(word: string): boolean {
  return surname.test(word);
}
