import type { Dictionary } from '@ponyatno/russian';
import type { PageSource } from '#search';

/** Numbers that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A made-up text: words of real pages in all their forms, the frequent ones often (Zipf), small words between. */
export interface Corpus {
  readonly pages: readonly PageSource[];
  /** Some words of a page, in other forms than it has them. */
  wordsOf(page: PageSource, count: number): string[];
}

const smallWords = 'и в на не с по для от до при к о если что как или из за'.split(' ');
const kinds = ['faq', 'faq', 'faq', 'regulation', 'template', 'case', 'contact'] as const;
const letters = 'абвгдежзиклмнопрстуфхцчшя';

/** Makes pages of three records each, 60 to 140 words a record. */
export function makeCorpus(records: number, sample: readonly string[], dictionary: Dictionary): Corpus {
  const random = seeded(records);
  const lexemes = lexemesOf(sample, dictionary, random);
  const pick = <Item>(items: readonly Item[], fallback: Item): Item =>
    items[Math.floor(random() * items.length)] ?? fallback;
  const word = () => {
    if (random() < 0.25) return pick(smallWords, 'и');
    // Zipf: the share of a word falls with its rank.
    const rank = Math.floor(lexemes.length ** random()) - 1;
    return pick(lexemes[rank] ?? [], 'слово');
  };
  const text = (count: number) =>
    Array.from({ length: count }, (_, place) => (place % 12 === 11 ? `${word()}.` : word())).join(' ');
  const pages = Array.from(
    { length: Math.ceil(records / 3) },
    (_, page): PageSource => ({
      id: `page-${page}`,
      url: `/faq/f${page % 20}/page-${page}`,
      kind: pick(kinds, 'faq'),
      function: `f${page % 20}`,
      audience: page % 4 === 0 ? 'public' : 'staff',
      title: text(4 + Math.floor(random() * 5)),
      spoken: page % 2 === 0 ? text(20) : '',
      queries: [text(4)],
      keywords: [text(2)],
      context: [],
      checked: '',
      passages: [0, 1, 2].map((part) => ({
        heading: part === 0 ? '' : text(3),
        anchor: part === 0 ? '' : `part-${part}`,
        text: `${text(60 + Math.floor(random() * 80))}${page % 7 === 0 ? ` Федеральный закон № ${page}-ФЗ.` : ''}`,
      })),
    }),
  );
  return { pages, wordsOf: (page, count) => otherForms(page, count, dictionary, random) };
}

// The forms of every word of the sample, the frequent words first, then rare words made of theirs: a vocabulary grows with a text.
function lexemesOf(sample: readonly string[], dictionary: Dictionary, random: () => number): string[][] {
  const counts = new Map<string, number>();
  for (const text of sample) {
    for (const [word] of text.toLowerCase().matchAll(/[а-яё]{4,}/g)) {
      const [lemma = word] = dictionary.lemmas(word);
      counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
    }
  }
  const real = [...counts].sort((a, b) => b[1] - a[1]).map(([lemma]) => formsOf(lemma, dictionary));
  const rare = real.map((forms) => {
    const place = Math.floor(random() * letters.length);
    const begin = letters.charAt(place) + letters.charAt((place * 7 + 3) % letters.length);
    return forms.map((form) => begin + form.slice(1));
  });
  return [...real, ...rare];
}

function formsOf(lemma: string, dictionary: Dictionary): string[] {
  const [parse] = dictionary.parse(lemma);
  const forms = parse === undefined ? [] : dictionary.forms(parse).map(({ form }) => form);
  return forms.length === 0 ? [lemma] : [...new Set(forms)].slice(0, 14);
}

function otherForms(page: PageSource, count: number, dictionary: Dictionary, random: () => number): string[] {
  const text = page.passages[Math.floor(random() * page.passages.length)]?.text ?? page.title;
  const words = text.split(/[\s.]+/).filter((word) => word.length > 4 && /^[а-яё]+$/.test(word));
  const from = Math.floor(random() * Math.max(1, words.length - count));
  return words.slice(from, from + count).map((word) => {
    const forms = formsOf(dictionary.lemmas(word)[0] ?? word, dictionary);
    return forms[Math.floor(random() * forms.length)] ?? word;
  });
}
