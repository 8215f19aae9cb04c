import type { Dictionary } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { adjacent } from '../../morphology/noun-phrase.ts';

/** Words after which a verb is an infinitive and nothing else. */
const modals: ReadonlySet<string> = new Set(
  `может могут можете можем могу могла могло могли смог смогла смогло смогли сможет сможете сможем смогут можно нельзя
  нужно необходимо надо должен должна должно должны хочет хотят хотите хотел хотела хотели будет будут будете будем
  вправе начнет начнут начал начали продолжает продолжают обязан обязана обязаны готов готова готовы рад рада рады
  стоит следует придется пришлось просим прошу предлагаем предлагаю советуем рекомендуем планирует планируют
  планируем желает желают желаете пора удалось удастся успел успели успеет успеете`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Between such a word and its infinitive a person may stand: «просим Вас ознакомиться». */
const persons: ReadonlySet<string> = new Set([
  'вас',
  'вам',
  'тебя',
  'тебе',
  'их',
  'им',
  'его',
  'ее',
  'ему',
  'ей',
]);

const thirdPerson: ReadonlySet<string> = new Set(['он', 'она', 'оно', 'они']);

/** «-тся» where «-ться» must stand and the other way round, where the words beside it leave no doubt. */
export function* reflexiveEndings(document: Document, dictionary: Dictionary): Generator<Finding> {
  for (const sentence of document.sentences)
    for (const [index, word] of sentence.words.entries()) {
      if (!/т(?:ь)?ся$/.test(word.folded) || !word.parses[0]?.known) continue;
      const right = word.folded.endsWith('ться')
        ? asFinite(document, sentence, index)
        : asInfinitive(document, dictionary, sentence, index);
      if (right === undefined) continue;
      yield {
        rule: 'spelling',
        severity: 'warning',
        start: word.start,
        end: word.end,
        message: right.endsWith('ться')
          ? `Здесь нужна неопределённая форма (что делать?), с мягким знаком. Лучше: «${right}».`
          : `Здесь нужна личная форма (что делает?), без мягкого знака. Лучше: «${right}».`,
        replacements: [{ start: word.start, end: word.end, text: right, change: 'swap' }],
      };
    }
}

/** «может рассматривается» */
function asInfinitive(
  document: Document,
  dictionary: Dictionary,
  sentence: Sentence,
  index: number,
): string | undefined {
  const word = sentence.words[index];
  const previous = before(document, sentence, index, persons);
  if (word === undefined || previous === undefined || !modals.has(previous.folded)) return undefined;
  if (!word.parses.every(({ partOfSpeech }) => partOfSpeech === 'VERB')) return undefined;
  const soft = word.folded.replace(/тся$/, 'ться');
  if (dictionary.parse(soft).some(({ partOfSpeech, known }) => known && partOfSpeech === 'INFN')) return soft;
  const lemma = word.parses[0]?.lemma;
  return lemma?.endsWith('ться') ? lemma : undefined;
}

/** «он учиться», when the sentence has no other predicate that the infinitive could hang on. */
function asFinite(document: Document, sentence: Sentence, index: number): string | undefined {
  const word = sentence.words[index];
  const previous = before(document, sentence, index);
  if (word === undefined || previous === undefined || !thirdPerson.has(previous.folded)) return undefined;
  const isAlone = sentence.words.every((other) => other === word || !mayGovern(other));
  const right = word.folded.replace(/ться$/, 'тся');
  // Only where the soft sign is all that is wrong: «учиться» → «учится», but «заниматься» is «занимается».
  return isAlone && /[ияе]тся$/.test(right) && !/[ая]ться$/.test(word.folded) ? right : undefined;
}

function mayGovern({ folded, parses }: Word): boolean {
  return (
    modals.has(folded) ||
    parses.some(({ partOfSpeech }) => /^(?:VERB|PRED|ADJS|PRTS|GRND|CONJ)$/.test(partOfSpeech))
  );
}

/** The word before, over «не» and the words that may be passed over; none beyond punctuation. */
function before(
  document: Document,
  { words }: Sentence,
  index: number,
  passed: ReadonlySet<string> = new Set(),
): Word | undefined {
  for (let at = index; at > 0; at--) {
    const [word, previous] = [words[at], words[at - 1]];
    if (word === undefined || previous === undefined || !adjacent(document, previous, word)) return undefined;
    if (previous.folded !== 'не' && !passed.has(previous.folded)) return previous;
  }
  return undefined;
}
