import type { Document, Sentence, Word } from '../../../document.ts';

const capital = /^\p{Lu}/u;

/** Endings of Russian and neighbouring surnames and patronymics in all cases. */
const surname =
  /(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ы|ых|ыми)?$|[сц]к(?:ий|ая|ого|ому|ую|им|ом|ой|ие|их|ими)$|(?:енко|швили|дзе|ко|их|ых|иа|ия|ава|ули|оглы|кызы|заде|берг|штейн|ман|сон)$|(?:ук|юк|чук|ак|як|ян|янц|ич|ыч|ец|ель|ерг|ер)(?:а|у|ом|ем|е|ы|и|ов|ам|ами|ах)?$|(?:[ое]вич|[ое]вн|ичн|иничн)(?:а|у|ем|е|ы|ой|и)?$/;

/** Shortened words before the name of a place or a person. */
const beforeNames: ReadonlySet<string> = new Set([
  ...[
    'г',
    'ул',
    'им',
    'пос',
    'пгт',
    'с',
    'д',
    'дер',
    'р',
    'оз',
    'пр',
    'просп',
    'пер',
    'наб',
    'пл',
    'ст',
    'обл',
    'ш',
  ],
  ...[
    'город',
    'улица',
    'имени',
    'поселок',
    'село',
    'деревня',
    'река',
    'озеро',
    'проспект',
    'переулок',
    'станция',
  ],
  ...['район', 'гражданин', 'гражданка', 'господин', 'госпожа', 'фамилия'],
]);

/** Bodies of the state by the first syllables of their names: «Минпромторг», «Росмолодёжь». */
const agency =
  /^(?:мин|рос|гос|глав|обл|гор|рай|кра|нац|мос|центр)[а-я]{2,}(?:торг|обр|культ|цифр|развит|строй|прос|науч|здрав|юст|труд|соц|надзор|реестр|стат|фин|гранит|связ|транс|сельхоз|природ|энерго|молодеж|управлен|избирком|имуществ|архив|реклам|комнадзор)[а-я]*$/;

/** Whether a word with a capital is the name of a body of the state. */
export function isAgency({ text, folded }: Word): boolean {
  return capital.test(text) && agency.test(folded);
}

/** Whether a word with a capital is likely a name that no dictionary has. */
export function isNameByPlace(document: Document, { words }: Sentence, index: number): boolean {
  const word = words[index];
  if (word === undefined || !capital.test(word.text)) return false;
  if (surname.test(word.folded)) return true;
  const [previous, next] = [words[index - 1], words[index + 1]];
  return (
    (isBeside(document, previous, word) && isNameBeside(previous, true)) ||
    (isBeside(document, word, next) && isNameBeside(next, false))
  );
}

/** No comma stands between them: «Здраствуйте, Анна» is no full name. */
function isBeside(document: Document, left: Word | undefined, right: Word | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return /^[\s.]*$/.test(document.text.slice(left.end, right.start));
}

function isNameBeside(word: Word | undefined, isBefore: boolean): boolean {
  if (word === undefined) return false;
  if (isBefore && beforeNames.has(word.folded.replace(/\.$/, ''))) return true;
  if (/^\p{Lu}\.?$/u.test(word.text)) return true;
  return capital.test(word.text) && word.parses.some(({ tag }) => /\b(?:Name|Surn|Patr|Geox)\b/.test(tag));
}
