// How large, how fast and how right the language core is. Prints numbers; the targets stand beside them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { loadDictionary, russianToNlcst, segment, tokenize } from '@ponyatno/russian';
import { dictionaryFile, openTagger, taggerFile } from '@ponyatno/russian/node';
import { crossValidate } from '../russian/build/evaluate.ts';
import { readExamples } from '../russian/build/treebanks.ts';
import { words } from '../russian/support/words.ts';

const whole = new Intl.NumberFormat('ru', { maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat('ru', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function print(what: string, value: string, target = ''): void {
  console.log(`${what.padEnd(44)} ${value.padStart(16)}   ${target}`);
}

/** The least of several runs, in seconds: the others met somebody else's work. */
function seconds(run: () => void, times = 5): number {
  return Math.min(
    ...Array.from({ length: times }, () => {
      const started = performance.now();
      run();
      return (performance.now() - started) / 1000;
    }),
  );
}

/** Texts to work on: the orders where they stand beside the checkout, otherwise the words picked for tests. */
function readTexts(): string[] {
  const folder = new URL('../../shared/seeds/', import.meta.url);
  if (!existsSync(folder)) return [words.join(' ')];
  return readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
}

const file = readFileSync(dictionaryFile);
print('dictionary, brotli', `${exact.format(file.length / 1e6)} МБ`, '≤ 0,8');

const load = () => loadDictionary(brotliDecompressSync(file));
const before = process.memoryUsage();
const dictionary = load();
const after = process.memoryUsage();
print('load, with decompression', `${exact.format(seconds(() => void load()))} с`, '≤ 0,4');
print(
  'memory of one dictionary',
  `${whole.format((after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6)} МБ`,
);

const text = readTexts().join('\n\n');
const running = tokenize(text).filter(({ kind }) => kind === 'word');
const distinct = [...new Set(running.map(({ word }) => word))];
const known = distinct.filter((word) => dictionary.has(word));
const unknown = distinct.filter((word) => !dictionary.has(word));

/** The model of stems and endings is built when the first such word comes. */
const unheardOf = 'клиентоцентрировать';
print(
  'first guess',
  `${whole.format(
    1000 *
      Math.min(
        ...Array.from({ length: 5 }, () => {
          const fresh = load();
          return seconds(() => void fresh.parse(unheardOf), 1);
        }),
      ),
  )} мс`,
);

// The cache is keyed by the word as it is written: a fresh dictionary has nothing in it.
function perSecond(list: readonly string[]): string {
  const best = Math.max(
    ...Array.from({ length: 5 }, () => {
      const fresh = load();
      fresh.parse(unheardOf);
      const started = performance.now();
      for (const word of list) fresh.parse(word);
      return (list.length / (performance.now() - started)) * 1000;
    }),
  );
  return whole.format(best);
}
print(`distinct words a second (${whole.format(distinct.length)})`, perSecond(distinct), '≥ 60 000');
print(`  of them known (${whole.format(known.length)})`, perSecond(known));
print(`  of them guessed (${whole.format(unknown.length)})`, perSecond(unknown));

const texts = running.map(({ word }) => word);
const cached = seconds(() => {
  for (const word of texts) dictionary.parse(word);
});
print('running words a second, with the cache', whole.format(texts.length / cached));
print('characters a second, tokens', whole.format(text.length / seconds(() => void tokenize(text))));
print('characters a second, nlcst', whole.format(text.length / seconds(() => void russianToNlcst(text))));

const tagger = openTagger();
const tokensOfSentences = segment(text).flatMap(({ sentences }) => sentences.map(({ tokens }) => tokens));
const tagging = seconds(() => {
  for (const tokens of tokensOfSentences) tagger.tag(tokens);
});
print('weights of the tagger, brotli', `${exact.format(readFileSync(taggerFile).length / 1e6)} МБ`);
print('tagged words a second', whole.format(running.length / tagging));

const examples = readExamples();
if (examples.length === 0) console.log('The treebanks are not beside the checkout: accuracy not measured.');
else {
  const percent = new Intl.NumberFormat('ru', { style: 'percent', minimumFractionDigits: 1 });
  const accuracy = crossValidate(examples, 5);
  print('case in context, five-fold', percent.format(accuracy.case), '≥ 89 %');
  print('  first parse', percent.format(accuracy.firstParseCase));
  print('part of speech in context, five-fold', percent.format(accuracy.partOfSpeech), '≥ 95 %');
  print('lemma in context, five-fold', percent.format(accuracy.lemma));
}
