/** A class of words told by their shape: the tags they may have, with shares. */
export interface Pattern {
  readonly matches: RegExp;
  readonly tags: readonly (readonly [tag: string, share: number])[];
}

/** An abbreviation that does not decline, in each case. */
export const abbreviationTags: readonly (readonly [tag: string, share: number])[] = (
  [
    ['nomn', 0.28],
    ['gent', 0.34],
    ['datv', 0.07],
    ['accs', 0.12],
    ['ablt', 0.07],
    ['loct', 0.12],
  ] as const
).map(([grammeme, share]) => [`NOUN,inan,GNdr,Fixd,Abbr sing,${grammeme}`, share]);

/** Shapes, tried in this order on words that the dictionary has not. */
export const patterns: readonly Pattern[] = [
  { matches: /^[^\p{L}\p{N}]+$/u, tags: [['PNCT', 1]] },
  { matches: /^[-−–+]?\d+$/, tags: [['NUMB,intg', 1]] },
  { matches: /^[-−–+]?[\d\s]*\d[.,]\d+$/, tags: [['NUMB,real', 1]] },
  // «102/53», «12.03.2026», «2816-р», «73-ПГ.10/2024/Вн», «9:30»
  { matches: /^\d[\d\p{L}\s.,:/№()−–-]*$/u, tags: [['NUMB', 1]] },
  {
    matches: /^[IVX]+$/,
    tags: [
      ['ROMN', 0.9],
      ['LATN', 0.1],
    ],
  },
  {
    matches: /^(?=[MDCLXVI]{2})M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/,
    tags: [
      ['LATN', 0.6],
      ['ROMN', 0.4],
    ],
  },
  // Roman numerals typed in Cyrillic: «ХХ век», «ІV квартал».
  {
    matches: /^[ХIІVХX]{2,}$/,
    tags: [
      ['ROMN', 0.9],
      ['LATN', 0.1],
    ],
  },
  {
    matches: /^[\p{Script=Latin}\d._+&'’-]*\p{Script=Latin}[\p{Script=Latin}\d._+&'’-]*$/u,
    tags: [['LATN', 1]],
  },
  // Addresses.
  { matches: /[@/]|\p{L}\.\p{L}/u, tags: [['LATN', 1]] },
  // «Т-34», «А4», an initial
  { matches: /^\p{Lu}{1,3}-?\d+$/u, tags: abbreviationTags },
  { matches: /^[А-ЯЁ]$/, tags: abbreviationTags },
  { matches: /^(?:[А-ЯЁ]{2,5}|(?=[^АЕЁИОУЫЭЮЯ]+$)[А-ЯЁ]{6})$/, tags: abbreviationTags },
  // «МинЮст» declines, «ЛенСпецСМУ» does not.
  { matches: /^[А-ЯЁ][а-яё]*[А-ЯЁа-яё]*[А-ЯЁ]{2}$/, tags: abbreviationTags },
];
