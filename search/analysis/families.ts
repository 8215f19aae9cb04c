import { derivations } from '../vocabulary/derivations.ts';

/**
 * Families of words of one root: «рассмотреть», «рассматривать», «рассмотрение». By rules for regular endings, by a table
 * (`vocabulary/derivations.ts`) for the rest. Two words are related when they share a key.
 */

type WordClass = 'verb' | 'deverbal' | 'root' | 'adjective' | 'adverb' | 'quality';

// Longest first. A bare noun («отказ») has no ending here.
const endings: readonly (readonly [string, WordClass])[] = [
  ['ирование', 'deverbal'],
  ['ировать', 'verb'],
  ['ование', 'deverbal'],
  ['евание', 'deverbal'],
  ['ывание', 'deverbal'],
  ['ивание', 'deverbal'],
  ['ывать', 'verb'],
  ['ивать', 'verb'],
  ['овать', 'verb'],
  ['евать', 'verb'],
  ['ность', 'quality'],
  ['ание', 'deverbal'],
  ['яние', 'deverbal'],
  ['ение', 'deverbal'],
  ['ация', 'deverbal'],
  ['ность', 'quality'],
  ['нуть', 'verb'],
  ['ный', 'adjective'],
  ['ной', 'adjective'],
  ['ать', 'verb'],
  ['ять', 'verb'],
  ['ить', 'verb'],
  ['еть', 'verb'],
  ['но', 'adverb'],
  ['ка', 'root'],
  ['а', 'root'],
  ['я', 'root'],
  ['ь', 'root'],
];

// Which classes of one key mean the same to a person who searches. «Городской» and «город» do not.
const related: Readonly<Record<WordClass, string>> = {
  verb: 'action',
  deverbal: 'action',
  root: 'action',
  adjective: 'manner',
  adverb: 'manner',
  quality: 'manner',
};

const shortestStem = 4;
const consonants: readonly (readonly [RegExp, string])[] = [
  [/([бпвмф])л$/, '$1'],
  [/жд$/, 'д'],
  [/ж$/, 'д'],
  [/щ$/, 'т'],
  [/ч$/, 'т'],
  [/ш$/, 'с'],
];

const tableKeys = new Map<string, string[]>();
for (const [line, family] of derivations.entries()) {
  for (const word of family) {
    const keys = tableKeys.get(word);
    if (keys === undefined) tableKeys.set(word, [`#${line}`]);
    else keys.push(`#${line}`);
  }
}

/** The keys of the families a lemma belongs to (ё as е). */
export function familyKeys(lemma: string): string[] {
  const keys = tableKeys.get(lemma) ?? [];
  return [...keys, ...ruleKeys(lemma)];
}

/** Words of one root by the table alone, the lemma itself excepted. */
export function tableRelatives(lemma: string): string[] {
  const lines = (tableKeys.get(lemma) ?? []).map((key) => derivations[Number(key.slice(1))] ?? []);
  return [...new Set(lines.flat())].filter((word) => word !== lemma);
}

/** Whether the word names an action by a bare root («отказ», «проверка»): such are related to verbs, not to one another. */
export function isBareRoot(lemma: string): boolean {
  const word = lemma.replace(/(?:ся|сь)$/, '');
  const ending = endings.find(([text]) => word.endsWith(text));
  return ending === undefined || ending[1] === 'root';
}

function ruleKeys(lemma: string): string[] {
  if (!/^[а-я]+$/.test(lemma)) return [];
  const word = lemma.replace(/ся$/, '');
  const [ending, wordClass] = endings.find(([text]) => word.endsWith(text)) ?? (['', 'root'] as const);
  // Other nouns and adjectives end in letters that no bare root ends in.
  if (ending === '' && /[аеиоуыэюяйь]$/.test(word)) return [];
  const stem = word.slice(0, word.length - ending.length);
  if (stem.length < shortestStem) return [];
  const group = related[wordClass];
  if (group === 'manner') return [`${group}:${stem}`];
  const plain = withoutAlternation(stem);
  // «спрос-ить», «спраш-ивать»; «рассмотр-еть», «рассматр-ивать».
  const repeated = /^[иы]ва/.test(ending) && /а[^аеиоуыэюя]+$/.test(plain);
  const stems = repeated ? [plain, plain.replace(/а([^аеиоуыэюя]+)$/, 'о$1')] : [plain];
  return stems.map((each) => `${group}:${each}`);
}

// «оформ-ить», «оформл-ять»; «утверд-ить», «утвержд-ение»; «посет-ить», «посещ-ать».
function withoutAlternation(stem: string): string {
  const [ending, replacement] = consonants.find(([text]) => text.test(stem)) ?? [/$/, ''];
  return stem.replace(ending, replacement);
}
