/**
 * What looking words up costs, beside retext-spell in the same run on as many words: `npx node bench/spelling.ts`. All
 * take turns, so that a busy machine slows them alike.
 */
import { globSync, readFileSync } from 'node:fs';
import { createLinter, maskMarkdown, rules } from '@ponyatno/lint-rules';
import { openSpeller } from '@ponyatno/lint-rules/node';
import { parseRussian } from '@ponyatno/russian';
import { openDictionary, openTagger } from '@ponyatno/russian/node';
import dictionaryEn from 'dictionary-en';
import dictionaryRu from 'dictionary-ru';
import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import retextSpell from 'retext-spell';
import { unified } from 'unified';
import { VFile } from 'vfile';

const whole = new Intl.NumberFormat('ru', { maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat('ru', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const count = 10_000;
const runs = 5;

function print(what: string, value: string): void {
  console.log(`${what.padEnd(60)} ${value.padStart(12)}`);
}

const russian = firstWords(globSync('content/**/*.mdx'), count);
const english = firstWords(globSync('node_modules/*/{readme,README}.md'), count);

const started = performance.now();
const dictionary = openDictionary();
const tagger = openTagger();
const ready = performance.now();
const speller = await openSpeller();
const opened = performance.now();
speller.spell('ъъъ');
print('OpenCorpora and the tagger opened, ms', whole.format(ready - started));
print('Hunspell compiled, ms', whole.format(opened - ready));
print('its dictionary read with the first word, ms', whole.format(performance.now() - opened));

const peers = {
  'all rules, spelling off': linting(createLinter({ dictionary, tagger, profile: 'letter' }).lint, russian),
  'all rules, spelling on': linting(
    createLinter({ dictionary, tagger, speller, profile: 'letter' }).lint,
    russian,
  ),
  'the rule alone, with the parser': running(ownRule(), russian),
  'retext-spell, English': running(
    unified().use(retextEnglish).use(retextSpell, { dictionary: dictionaryEn }).freeze(),
    english,
  ),
  'retext-spell, dictionary-ru': running(
    unified().use(retextEnglish).use(retextSpell, { dictionary: dictionaryRu }).freeze(),
    russian,
  ),
};
const best = new Map<string, number>();
for (const [name, peer] of Object.entries(peers)) {
  const from = performance.now();
  await peer();
  print(`${name}: the first ${whole.format(count)} words, ms`, whole.format(performance.now() - from));
}
for (let run = 0; run < runs; run++)
  for (const [name, peer] of Object.entries(peers)) {
    const from = performance.now();
    await peer();
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, performance.now() - from));
  }
for (const [name, time] of best) print(`${name}: words a second, warm`, whole.format((count / time) * 1000));
const own = best.get('the rule alone, with the parser') ?? 0;
const peer = best.get('retext-spell, English') ?? 0;
print('the rule alone against retext-spell, English', exact.format(peer / own));

function ownRule() {
  const processor = unified().use(parseRussian);
  for (const { id, rule } of rules)
    if (id === 'spelling') processor.use(rule, { dictionary, tagger, speller });
  return processor.freeze();
}

function linting(lint: (text: string) => unknown, text: string): () => Promise<void> {
  return async () => {
    lint(text);
  };
}

interface Frozen {
  parse(file: VFile): Root;
  run(tree: Root, file: VFile): Promise<unknown>;
}

function running(processor: Frozen, text: string): () => Promise<void> {
  return async () => {
    const file = new VFile(text);
    await processor.run(processor.parse(file), file);
  };
}

/** The first words of Markdown files, without their markup. */
function firstWords(files: readonly string[], wanted: number): string {
  let text = '';
  let words = 0;
  for (const file of files.toSorted()) {
    const prose = maskMarkdown(readFileSync(file, 'utf8'))
      .replaceAll('\u2029', '\n\n')
      .replace(/[ \t]+/g, ' ');
    for (const { index, 0: word } of prose.matchAll(/\p{L}+/gu)) {
      words++;
      if (words === wanted) return `${text}\n\n${prose.slice(0, index + word.length)}`;
    }
    text += `\n\n${prose}`;
  }
  return text;
}
