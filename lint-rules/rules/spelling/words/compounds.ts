import { cleanWord, type Dictionary } from '@ponyatno/russian';

/** What a hyphen joins to the end of any word, or of a number written in letters. */
export const compoundEnds: ReadonlySet<string> = new Set([
  'то',
  'ка',
  'либо',
  'нибудь',
  'таки',
  'де',
  'с',
  'тко',
]);

/** How many letters each half of a word written in one must have. */
const leastHalf = 4;

/**
 * Whether a word may be two that are written in one: «водоканал», «пятнадцатиэтажный», «госуслуга». Such a word may be
 * new, so it is no sure mistake.
 */
export function isCompound(dictionary: Dictionary, word: string): boolean {
  const clean = cleanWord(word);
  // A known beginning («соц-», «авто-», «не-») and a known word: the dictionary finds these by itself.
  const [guess] = dictionary.parse(clean);
  if (guess !== undefined && (hasKnownEnd(dictionary, clean) || isPrefixedVerb(dictionary, clean)))
    return true;
  for (let cut = leastHalf; cut <= clean.length - leastHalf; cut++) {
    const [left, right] = [clean.slice(0, cut), clean.slice(cut)];
    if (!/[оеиа]$/.test(left) || !dictionary.has(right)) continue;
    const stem = left.slice(0, -1);
    if (['', 'а', 'я', 'о', 'ь', 'ый', 'ий', 'ой', 'и'].some((ending) => dictionary.has(stem + ending)))
      return true;
  }
  return false;
}

const beginnings =
  /^(?:авиа|авто|агро|анти|аудио|аэро|био|вело|взаимо|видео|вне|внутри|гео|гидро|гипер|гос|дву|двух|евро|интер|квази|кибер|кино|контр|лже|макро|мало|мега|медиа|меж|мета|микро|мини|много|моно|мото|мульти|нано|недо|нейро|нео|обще|одно|около|онко|орто|пере|поли|полу|после|пост|пред|противо|псевдо|психо|радио|разно|ретро|само|сверх|соц|спец|суб|супер|теле|тр[её]х|турбо|ультра|фото|четыр[её]х|экзо|эко|экс|экстра|электро|энерго|этно|мед|нац|рос|гор|обл|рай|сель|строй|пром|хоз|тех|физ|полит|культ|информ|проф|орг|гран|кредито|внедо|не|без|бес|небез)/;

/** «госпрограмма», «медиаволонтёр»: a usual beginning and a known word that it fits. */
export function hasKnownEnd(dictionary: Dictionary, clean: string): boolean {
  const [beginning] = beginnings.exec(clean) ?? [];
  if (beginning === undefined) return false;
  const rest = clean.slice(beginning.length);
  return rest.length >= 3 && dictionary.has(rest) && isDeclined(dictionary, rest);
}

const verbPrefixes = /^(?:по|с|от|про|на|за|вы|до|при|пере|под|раз|рас|об|у|из|ис)/;

/** «пофотографировались»: verbs take prefixes freely. */
function isPrefixedVerb(dictionary: Dictionary, clean: string): boolean {
  const [prefix] = verbPrefixes.exec(clean) ?? [];
  const rest = prefix === undefined ? '' : clean.slice(prefix.length);
  if (rest.length < 5 || !dictionary.has(rest)) return false;
  return dictionary.parse(rest).every(({ partOfSpeech }) => /^(?:VERB|INFN|PRT|GRND)/.test(partOfSpeech));
}

/** «не» joins nouns and adjectives, not verbs: «незнаю» is a mistake. */
function isDeclined(dictionary: Dictionary, rest: string): boolean {
  return dictionary.parse(rest).some(({ partOfSpeech }) => /^(?:NOUN|ADJ|PRT|ADVB)/.test(partOfSpeech));
}
