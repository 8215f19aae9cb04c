// The linter's thread in the browser: 3 000 characters take it tens of milliseconds, which typing must not feel.
import { createLinter, type Linter, type LinterOptions, rules } from '@ponyatno/lint-rules';
import { loadSpeller } from '@ponyatno/lint-rules/browser';
import { createTagger, loadDictionary } from '@ponyatno/russian';
import { lintLetter } from './lint-letter.ts';
import type { Language, LintReply, LintRequest } from './messages.ts';
import { type PartState, partStates } from './part-states.ts';

let linter: Promise<Linter> | undefined;
let parts: ((named: readonly string[]) => PartState[]) | undefined;

/** Opens the linter; findings of words wait for no spelling dictionary, which is twice as large as all the rest. */
async function start(letter: string): Promise<Linter> {
  const { dictionary, tagger, spelling, ...language } = (await loaded('/api/language').then((answer) =>
    answer.json(),
  )) as Language;
  const [words, weights] = await Promise.all([bytesOf(dictionary), bytesOf(tagger)]);
  const opened = loadDictionary(words);
  const required = language.letters[letter]?.parts ?? [];
  parts = (named) => partStates(opened, named, required);
  const options: LinterOptions = {
    dictionary: opened,
    tagger: createTagger(weights, opened),
    profile: 'letter',
    letter,
    ...language,
  };
  addSpelling(options, spelling);
  return createLinter(options);
}

/** Puts a linter that looks words up in the place of the first one; without it the others go on. */
async function addSpelling(options: LinterOptions, { wasm, aff, dic }: Language['spelling']): Promise<void> {
  try {
    const [program, affixes, words] = await Promise.all([bytesOf(wasm), bytesOf(aff), bytesOf(dic)]);
    const speller = await loadSpeller({ wasm: program, aff: affixes, dic: words });
    await linter;
    linter = Promise.resolve(createLinter({ ...options, speller }));
    reply({ kind: 'spells' });
  } catch (error) {
    console.error(error);
  }
}

async function bytesOf(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await loaded(address)).arrayBuffer());
}

async function loaded(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

function reply(message: LintReply): void {
  postMessage(message);
}

async function handle(request: LintRequest): Promise<void> {
  try {
    if (request.kind === 'start') {
      linter = start(request.letter);
      await linter;
      reply({ kind: 'ready', checksParts: rules.some(({ id }) => id === 'missing-part') });
    } else if (linter !== undefined) {
      const letter = lintLetter(await linter, request.texts);
      reply({ kind: 'linted', letter, parts: parts?.(request.named) ?? [] });
    }
  } catch (error) {
    reply({ kind: 'failed', reason: String(error) });
  }
}

addEventListener('message', (event: MessageEvent<LintRequest>) => handle(event.data));
