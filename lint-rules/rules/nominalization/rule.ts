import type { Document, Sentence } from '../../document.ts';
import { type Finding, overlap } from '../../finding.ts';
import { readingsOf } from '../../morphology/context.ts';
import { checkPhrases } from '../../phrase-language/phrase-rule.ts';
import { nominalChain } from '../../phrases/nominal-chain.ts';
import { type Check, defineRule, type Settings } from '../../rule.ts';
import { circumstanceAt } from './circumstance.ts';
import { type Cluster, clusters } from './cluster.ts';
import { deedOf } from './deverbal.ts';
import { purposeAt } from './purpose.ts';

const checkTable = checkPhrases('nominalization', nominalChain, () => 'существительное вместо глагола');

/** So many nouns of action without a verb between them are a wall; two are worth a hint. */
const wall = 3;

/** So many in one sentence are a wall though verbs stand between them. */
const crowd = 4;

/**
 * Nouns of action instead of verbs (WR-1).
 *
 * - Three and more with no verb between them and at most four words from one to the next are a warning (in legal acts a
 *   hint), two are a hint. Four in several such groups of one sentence are a warning too.
 * - A purpose («для получения справки»), a time («при подаче заявления», «после», «до», «перед») and a means («путём
 *   направления письма») are hints, with a ready clause where it is certain who acts.
 * - Phrases of the table `nominal-chain` are as loud as the table says.
 */
export const checkNominalization: Check = function* (document, settings) {
  yield* checkTable(document, settings);
  for (const sentence of document.sentences) {
    const single = [...phrases(document, settings, sentence)];
    yield* single;
    if (!mayHaveCluster(sentence)) continue;
    const found = [...clusters(document, sentence, readingsOf(document, sentence, settings.tagger))];
    for (const cluster of crowded(found) ?? found) {
      const finding = wallOf(settings, sentence, cluster);
      // Two nouns of which one has its ready clause are told once.
      if (
        cluster.nouns.length >= wall ||
        !single.some((one) => one.replacements.length > 0 && overlap(one, finding))
      )
        yield finding;
    }
  }
};

/** Whether the cheap analyses allow a cluster at all. */
function mayHaveCluster({ words }: Sentence): boolean {
  let count = 0;
  for (const { parses } of words) {
    if (parses.some(({ partOfSpeech, lemma }) => partOfSpeech === 'NOUN' && deedOf(lemma) !== undefined))
      count++;
    if (count > 1) return true;
  }
  return false;
}

/** A sentence of nouns: its clusters are one finding. */
function crowded(found: readonly Cluster[]): Cluster[] | undefined {
  const nouns = found.flatMap((cluster) => cluster.nouns);
  if (found.length < 2 || nouns.length < crowd) return undefined;
  return [{ nouns, verbs: [...new Set(found.flatMap(({ verbs }) => verbs))] }];
}

/** Nominalizations as a retext plugin. */
export const nominalization = defineRule('nominalization', checkNominalization);

function* phrases(document: Document, settings: Settings, sentence: Sentence): Generator<Finding> {
  for (const index of sentence.words.keys()) {
    if (!introduces.has(sentence.words[index]?.folded ?? '')) continue;
    const readings = readingsOf(document, sentence, settings.tagger);
    const place = { document, settings, sentence, readings };
    const purpose = purposeAt(place, index);
    if (purpose) yield findingOf(document, sentence, { ...purpose, advice: purpose.clause });
    const circumstance = purpose ? undefined : circumstanceAt(place, index);
    if (circumstance) yield findingOf(document, sentence, circumstance);
  }
}

const introduces = new Set(['для', 'в', 'с', 'при', 'после', 'до', 'перед', 'путем', 'посредством']);

interface Found {
  readonly first: number;
  readonly last: number;
  readonly advice: string;
  readonly replacement: Finding['replacements'][number] | undefined;
}

function findingOf(document: Document, { words }: Sentence, found: Found): Finding {
  const start = words[found.first]?.start ?? 0;
  const end = words[found.last]?.end ?? start;
  const actual = document.text.slice(start, end).replace(/\s+/g, ' ');
  return {
    rule: 'nominalization',
    severity: 'hint',
    start,
    end,
    message: `«${actual}»: глагол понятнее. Лучше: ${found.advice}.`,
    replacements: found.replacement ? [found.replacement] : [],
  };
}

function wallOf({ profile }: Settings, { words }: Sentence, { nouns, verbs }: Cluster): Finding {
  const start = words[nouns[0] ?? 0]?.start ?? 0;
  const end = words[nouns.at(-1) ?? 0]?.end ?? start;
  const list = nouns.map((index) => words[index]?.folded).join(', ');
  return {
    rule: 'nominalization',
    severity: nouns.length >= wall && profile !== 'legal' ? 'warning' : 'hint',
    start,
    end,
    message: `Отглагольные существительные подряд: «${list}». Лучше: сказать глаголами, кто что делает: ${verbs.map((verb) => `«${verb}»`).join(', ')}.`,
    replacements: [],
  };
}
