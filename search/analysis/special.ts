import { months } from '../vocabulary/numerals.ts';

/** A number with a meaning of its own, under one spelling however it was written. */
export interface Special {
  readonly start: number;
  readonly end: number;
  /** `59-фз`, `2024-08-20`, `--08-20` (no year), `+3832286788`. */
  readonly form: string;
}

const before = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';
const gap = '[\\s\\u00a0]{0,2}';
const dash = '[-\\u2010-\\u2015\\u2212]';

interface Pattern {
  readonly regex: RegExp;
  readonly form: (match: RegExpMatchArray) => string | undefined;
}

// Every part is bounded, so a match costs no more than its own length.
const patterns: readonly Pattern[] = [
  {
    // 59-ФЗ, 59 ФЗ, № 59-ФЗ
    regex: new RegExp(`${before}(\\d{1,4})${gap}${dash}?${gap}(фкз|фз)${after}`, 'giu'),
    form: ([, number, law]) => `${number}-${law?.toLowerCase()}`,
  },
  {
    // ФЗ-59, ФЗ № 59
    regex: new RegExp(
      `${before}(фкз|фз)${gap}(?:${dash}|№)?${gap}(\\d{1,4})(?![\\p{L}\\p{N}/]|\\.\\d)`,
      'giu',
    ),
    form: ([, law, number]) => `${number}-${law?.toLowerCase()}`,
  },
  {
    // № 132 - ОД: the number of an order, with spaces or without
    regex: new RegExp(`${before}(\\d{1,5})${gap}${dash}${gap}([А-ЯЁ]{1,3})(?![\\p{L}\\p{N}.])`, 'gu'),
    form: ([, number, letters]) => `${number}-${letters?.toLowerCase()}`,
  },
  {
    // 20.08.2024, 20.08.24
    regex: /(?<![\d.,/])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?![\d/]|\.\d)/gu,
    form: ([, day, month, year = '']) => dateForm(day, Number(month), year.length === 2 ? `20${year}` : year),
  },
  {
    // 20 августа 2024 года, 20 августа
    regex: new RegExp(
      `(?<![\\d.,/])(\\d{1,2})[\\s\\u00a0]{1,2}(${months.join('|')})(?:[\\s\\u00a0]{1,2}(\\d{4}))?${after}`,
      'giu',
    ),
    form: ([, day, month = '', year = '']) => dateForm(day, months.indexOf(month.toLowerCase()) + 1, year),
  },
  {
    // 8(383)-228-67-88, +7 383 228 67 88, 8 800 555-35-35
    regex:
      /(?<![\p{L}\p{N}])(?:\+7|8|7)[\s\u00a0]?[-‐–]?[\s\u00a0]?(?:\(\d{3,5}\)|\d{3,5})[\s\u00a0-]{0,3}\d{1,3}[\s\u00a0-]?\d{2}[\s\u00a0-]?\d{2}(?![\p{L}\p{N}])/gu,
    form: ([text]) => {
      const digits = text.replace(/\D/g, '');
      return digits.length === 11 ? `+${digits.slice(1)}` : undefined;
    },
  },
  {
    // 228-67-88
    regex: /(?<![\p{L}\p{N}]|[-.,/])\d{2,3}[-‐–\s\u00a0]\d{2}[-‐–\s\u00a0]\d{2}(?![\p{L}\p{N}]|[-.,/]\d)/gu,
    form: ([text]) => `+${text.replace(/\D/g, '')}`,
  },
];

/** All such numbers of a text, in order and without overlaps. */
export function specials(text: string): Special[] {
  if (!/\d/.test(text)) return [];
  const found: Special[] = [];
  for (const { regex, form } of patterns) {
    for (const match of text.matchAll(regex)) {
      const spelling = form(match);
      if (spelling === undefined) continue;
      found.push({ start: match.index, end: match.index + match[0].length, form: spelling });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let free = 0;
  return found.filter((special) => {
    if (special.start < free) return false;
    free = special.end;
    return true;
  });
}

function dateForm(day: string | undefined, month: number, year: string): string | undefined {
  if (Number(day) < 1 || Number(day) > 31 || month < 1 || month > 12) return undefined;
  const dayOfYear = `${String(month).padStart(2, '0')}-${String(Number(day)).padStart(2, '0')}`;
  return year === '' ? `--${dayOfYear}` : `${year}-${dayOfYear}`;
}

/** What such a number is found by: itself and the parts that people remember; undefined for other words. */
export function specialTerms(form: string): string[] | undefined {
  const law = /^(\d+)-(фкз|фз)$/.exec(form);
  if (law) return [form, law[1] ?? '', law[2] ?? ''];
  const date = /^(-|\d{4})-(\d\d)-(\d\d)$/.exec(form);
  if (date) {
    const [, year = '', month = '', day = ''] = date;
    const name = monthLemmas[Number(month) - 1] ?? '';
    const parts = [`--${month}-${day}`, String(Number(day)), name];
    return year === '-' ? parts : [form, ...parts, year];
  }
  const phone = /^\+(\d+)$/.exec(form)?.[1];
  if (phone === undefined) return undefined;
  // Codes of towns have three to five digits: the number itself is the last seven to five.
  const own = [7, 6, 5].filter((length) => length < phone.length).map((length) => phone.slice(-length));
  return phone.length > 7 ? [phone, ...own] : [phone];
}

const monthLemmas = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(
  ' ',
);
