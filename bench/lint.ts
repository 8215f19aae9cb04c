/**
 * How fast the linter is on the orders and on the content, beside the English preset of retext in the same run on as
 * many words: `npx node bench/lint.ts`. The two take turns, so that a busy machine slows both; in parentheses stands the
 * time of the processor alone.
 */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { createLinter, maskMarkdown } from '@ponyatno/lint-rules';
import { openDictionary, openTagger } from '@ponyatno/russian/node';
import dictionaryEn from 'dictionary-en';
import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextIntensify from 'retext-intensify';
import retextPassive from 'retext-passive';
import retextReadability from 'retext-readability';
import retextRepeatedWords from 'retext-repeated-words';
import retextSimplify from 'retext-simplify';
import retextSpell from 'retext-spell';
import { unified } from 'unified';
import { VFile } from 'vfile';

const whole = new Intl.NumberFormat('ru', { maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat('ru', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function print(what: string, value: string, target = ''): void {
  console.log(`${what.padEnd(52)} ${value.padStart(14)}   ${target}`);
}

const runs = 7;
const russian = russianTexts();
const tenThousand = firstWords(russian.join('\n\n'), 10_000);

const cold = startClock();
const dictionary = openDictionary();
const linter = createLinter({ dictionary, tagger: openTagger(), profile: 'letter' });
linter.lint(tenThousand);
print('10 000 words cold, dictionary included, ms', cold(whole), '≤ 1 000');

const english = firstWords(englishTexts().join('\n\n'), 10_000);
const preset = unified()
  .use(retextEnglish)
  .use(retextPassive)
  .use(retextSimplify)
  .use(retextReadability)
  .use(retextRepeatedWords)
  .use(retextEquality)
  .use(retextIntensify)
  .use(retextSpell, { dictionary: dictionaryEn })
  .freeze();

async function lintEnglish(text: string): Promise<number> {
  const file = new VFile(text);
  const tree: Root = preset.parse(file);
  await preset.run(tree, file);
  return file.messages.length;
}

await lintEnglish(english);
const own: number[] = [];
const peer: number[] = [];
for (let run = 0; run < runs; run++) {
  own.push(time(() => linter.lint(tenThousand)));
  const from = performance.now();
  await lintEnglish(english);
  peer.push(performance.now() - from);
}
const ownRate = (countWords(tenThousand) / Math.min(...own)) * 1000;
const peerRate = (countWords(english) / Math.min(...peer)) * 1000;
print('words a second, all rules', whole.format(ownRate));
print('words a second, English preset of retext', whole.format(peerRate));
print('ratio', exact.format(ownRate / peerRate), '≥ 1');

const paragraphs = russian.flatMap((text) => text.split(/\n\s*\n/)).filter((text) => countWords(text) > 20);
for (const paragraph of paragraphs) linter.lint(paragraph);
const times = paragraphs.map((paragraph) => time(() => linter.lint(paragraph)));
const busy = paragraphs.map((paragraph) => processorTime(() => linter.lint(paragraph)));
print(
  `a paragraph, p95, ms (${whole.format(paragraphs.length)})`,
  `${exact.format(p95(times))} (${exact.format(p95(busy))})`,
  '≤ 5',
);

/** Findings of the loudest kind in texts that are not official. */
const prose = russianProse();
const errors = linter.lint(prose).messages.filter(({ severity }) => severity === 'error');
print(
  `errors in ${whole.format(countWords(prose))} words of plain Russian`,
  whole.format(errors.length),
  '0',
);
for (const { rule, actual } of errors) console.log(`  ${rule}: ${actual}`);

/** Milliseconds by the clock, and in parentheses those of the processor, which other programs do not lengthen. */
function startClock(): (format: Intl.NumberFormat) => string {
  const from = performance.now();
  const before = process.cpuUsage();
  return (format) => {
    const { user, system } = process.cpuUsage(before);
    return `${format.format(performance.now() - from)} (${format.format((user + system) / 1000)})`;
  };
}

function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function p95(values: readonly number[]): number {
  return values.toSorted((one, two) => one - two)[Math.floor(values.length * 0.95)] ?? 0;
}

function time(run: () => unknown): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}

function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}

function firstWords(text: string, count: number): string {
  let words = 0;
  for (const { index, 0: word } of text.matchAll(/\p{L}+/gu)) {
    words++;
    if (words === count) return text.slice(0, index + word.length);
  }
  return text;
}

/** The orders where they stand beside the checkout, and the content. */
function russianTexts(): string[] {
  const seeds = new URL('../../shared/seeds/', import.meta.url);
  const orders = existsSync(seeds) ? readdirSync(seeds).map((name) => new URL(name, seeds)) : [];
  const pages = globSync('content/**/*.mdx').toSorted();
  return [
    ...orders.map((order) => readFileSync(order, 'utf8')),
    ...pages.map((page) => maskMarkdown(readFileSync(page, 'utf8')).replaceAll('\u2029', '\n')),
  ];
}

/** Sentences of the treebanks where they stand beside the checkout: encyclopedia, news, blogs, verse. */
function russianProse(): string {
  const folder = new URL('../../shared/data/ud/', import.meta.url);
  if (!existsSync(folder)) return '';
  const banks = readdirSync(folder).filter((name) => name.endsWith('.conllu'));
  const texts = banks.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  return texts
    .flatMap((text) => [...text.matchAll(/^# text = (.+)$/gm)].map(([, line]) => line))
    .join('\n\n');
}

/** English prose that is always there: the manuals of the packages. */
function englishTexts(): string[] {
  return globSync('node_modules/*/{readme,README}.md')
    .toSorted()
    .map((file) =>
      maskMarkdown(readFileSync(file, 'utf8'))
        .replaceAll('\u2029', '\n\n')
        .replace(/[ \t]+/g, ' '),
    );
}
