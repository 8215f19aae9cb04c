import type { Document, Sentence } from '../../document.ts';
import { type Finding, overlap } from '../../finding.ts';
import { replacements } from '../../phrase-language/apply.ts';
import { type Occurrence, occurrences } from '../../phrase-language/find.ts';
import type { Phrase } from '../../phrase-language/phrase.ts';
import { PhraseIndex } from '../../phrase-language/phrase-index.ts';
import { messageOf } from '../../phrase-language/phrase-rule.ts';
import { splitPredicate } from '../../phrases/split-predicate.ts';
import { type Check, defineRule, type Settings } from '../../rule.ts';
import { isAction } from './actions.ts';
import { type Oblique, obliques, rewriteOblique } from './oblique.ts';
import { type Pair, pairs } from './pair.ts';
import { rewrite } from './rewrite.ts';

const index = new PhraseIndex(splitPredicate);

const fault = 'действие спрятано в существительном';

/**
 * Split predicates (WR-1): a light verb with a noun of action instead of the verb. The table of phrases says what is
 * known of single pairs, the table of nouns finds all the others.
 */
export const checkLightVerb: Check = function* (document, settings) {
  const phrases = Map.groupBy(occurrences(index, document, settings), ({ sentence }) => sentence);
  for (const sentence of document.sentences) {
    const paired = [...pairs(sentence)];
    const found = paired.map((pair) => findingOf(document, settings, sentence, pair));
    const known = (phrases.get(sentence) ?? [])
      .filter((phrase) => !isTorn(phrase, paired))
      .map((phrase) => fromTable(document, settings, phrase, found))
      .filter((one) => one !== undefined);
    yield* known;
    yield* found.filter((one) => !known.some((phrase) => overlap(phrase, one)));
    for (const oblique of obliques(sentence)) {
      const own = obliqueFinding(document, settings, sentence, oblique);
      if (![...known, ...found].some((other) => overlap(other, own))) yield own;
    }
  }
};

/** Split predicates as a retext plugin. */
export const lightVerb = defineRule('light-verb', checkLightVerb);

/** «проводит проверку и осуществляет передачу»: the noun of the phrase has another verb of its own. */
function isTorn({ found }: Occurrence<Phrase>, paired: readonly Pair[]): boolean {
  if (!found.row.pattern.includes(' & ')) return false;
  const own = paired.find(({ noun }) => found.words.includes(noun));
  return own !== undefined && !found.words.includes(own.verb);
}

/** A phrase of the table, with the rewriting of the pair it stands for. */
function fromTable(
  document: Document,
  { dictionary }: Settings,
  { found, sentence, severity, start, end }: Occurrence<Phrase>,
  pairsFound: readonly Finding[],
): Finding | undefined {
  const pair = pairsFound.find((one) => overlap(one, { start, end }));
  // «осуществляется запись для приёма»: the noun is there, but it is not what the verb is about.
  const noun = found.row.pattern.includes(' & ') ? sentence.words[found.words[1] ?? -1] : undefined;
  if (pair === undefined && isAction(noun)) return undefined;
  const own = replacements(found.row.fix ?? [], { document, dictionary, sentence, match: found });
  return {
    rule: 'light-verb',
    severity,
    start,
    end,
    message: messageOf(document.text.slice(start, end), fault, found.row.plain),
    replacements: own.length > 0 ? own : (pair?.replacements ?? []),
  };
}

function findingOf(document: Document, settings: Settings, sentence: Sentence, pair: Pair): Finding {
  const { dictionary, profile } = settings;
  const { start } = sentence.words[Math.min(pair.verb, pair.noun)] ?? sentence;
  const { end } = sentence.words[Math.max(pair.verb, pair.deed)] ?? sentence;
  const { imperfective, perfective } = pair.action;
  const ready = rewrite({ document, dictionary, sentence, pair });
  return {
    rule: 'light-verb',
    severity: pair.empty && profile !== 'legal' ? 'warning' : 'hint',
    start,
    end,
    message: messageOf(
      document.text.slice(start, end),
      fault,
      [...new Set([imperfective, perfective])].filter(Boolean).join(' / '),
    ),
    replacements: ready ? [ready] : [],
  };
}

/** «подвергли проверке», «приступили к рассмотрению». */
function obliqueFinding(
  document: Document,
  settings: Settings,
  sentence: Sentence,
  oblique: Oblique,
): Finding {
  const { action, light, verb, noun } = oblique;
  const { start } = sentence.words[Math.min(verb, noun)] ?? sentence;
  const { end } = sentence.words[Math.max(verb, noun)] ?? sentence;
  const ready = rewriteOblique(document, settings, sentence, oblique);
  const plain =
    light.kind === 'begin'
      ? `${light.perfective ? 'начать' : 'начинать'} ${action.imperfective}`
      : [...new Set([action.imperfective, action.perfective])].filter(Boolean).join(' / ');
  return {
    rule: 'light-verb',
    severity: light.kind === 'subject' && settings.profile !== 'legal' ? 'warning' : 'hint',
    start,
    end,
    message: messageOf(document.text.slice(start, end), fault, plain),
    replacements: ready ? [ready] : [],
  };
}
