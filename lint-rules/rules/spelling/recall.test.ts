import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { dictionary, lint, speller } from '../../support/linting.ts';

/** A way to spoil a word; undefined where it cannot be spoilt so. */
type Slip = (word: string, at: number, random: () => number) => string | undefined;

const alphabet = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
const rows = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];
const vowels: Readonly<Record<string, string>> = { а: 'о', о: 'а', е: 'и', и: 'е', я: 'е' };

const replaced = (word: string, at: number, text: string, length = 1) =>
  word.slice(0, at) + text + word.slice(at + length);

const slips: Readonly<Record<string, Slip>> = {
  'a letter too many': (word, at, random) =>
    replaced(word, at, alphabet.charAt(Math.floor(random() * alphabet.length)), 0),
  'a letter missing': (word, at) => replaced(word, at, ''),
  'letters swapped': (word, at) =>
    word[at] === word[at + 1] ? undefined : replaced(word, at, word.charAt(at + 1) + word.charAt(at), 2),
  'the key beside': (word, at) => {
    const row = rows.find((line) => line.includes(word.charAt(at)));
    const beside = row?.[row.indexOf(word.charAt(at)) + 1];
    return beside && replaced(word, at, beside);
  },
  'an unstressed vowel': (word, at) => {
    const other = vowels[word.charAt(at)];
    return other && replaced(word, at, other);
  },
  'a consonant doubled or not': (word, at) => {
    const letter = word.charAt(at);
    if (!/[бвгдзклмнпрстф]/.test(letter)) return undefined;
    return word[at + 1] === letter ? replaced(word, at, '') : replaced(word, at, letter, 0);
  },
};

/** The same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Words of the answers that stand in the content. */
const folder = resolve(import.meta.dirname, '../../../content/faq');
const words = [
  ...new Set(
    globSync('**/*.mdx', { cwd: folder })
      .toSorted()
      .flatMap(
        (file) =>
          readFileSync(resolve(folder, file), 'utf8').match(/(?<![\p{L}-])[а-я]{6,}(?![\p{L}-])/gu) ?? [],
      ),
  ),
].filter((word) => dictionary.has(word));
const perSlip = 120;

it('LN-1: slips in the words of real answers are found and put right', { timeout: 120_000 }, () => {
  const random = randomFrom(20_261_125);
  const total = { spoilt: 0, found: 0, loud: 0, first: 0, three: 0 };
  expect(words.length).toBeGreaterThan(500);
  for (const [name, slip] of Object.entries(slips)) {
    const own = { spoilt: 0, found: 0, loud: 0, first: 0, three: 0 };
    for (let tries = 0; own.spoilt < perSlip && tries < perSlip * 20; tries++) {
      const word = words[Math.floor(random() * words.length)] ?? '';
      const spoilt = slip(word, 1 + Math.floor(random() * (word.length - 2)), random);
      // A slip that makes another word is for no dictionary to find.
      if (spoilt === undefined || spoilt === word || dictionary.has(spoilt) || speller.spell(spoilt))
        continue;
      const text = `Мы видим, что ${spoilt} здесь.`;
      const finding = lint(text).find(({ rule, actual }) => rule === 'spelling' && actual === spoilt);
      own.spoilt++;
      if (finding === undefined) continue;
      own.found++;
      if (finding.severity !== 'hint') own.loud++;
      if (finding.expected[0] === word) own.first++;
      if (finding.expected.slice(0, 3).includes(word)) own.three++;
    }
    console.log(`${name.padEnd(28)} ${JSON.stringify(own)}`);
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += own[key];
  }
  const share = (count: number) => count / total.spoilt;
  console.log(
    `Found ${percent(share(total.found))}, as a warning ${percent(share(total.loud))}; the right word first ${percent(share(total.first))}, among three ${percent(share(total.three))} of ${total.spoilt}.`,
  );
  expect(share(total.found)).toBeGreaterThanOrEqual(0.97);
  expect(share(total.loud)).toBeGreaterThanOrEqual(0.8);
  expect(share(total.first)).toBeGreaterThanOrEqual(0.8);
  expect(share(total.three)).toBeGreaterThanOrEqual(0.9);
});

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
