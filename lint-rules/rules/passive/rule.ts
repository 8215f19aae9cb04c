import type { Parse } from '@ponyatno/russian';
import type { Document, Sentence, Word } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { withoutReflexive } from '../../morphology/analysis.ts';
import { type Check, defineRule, type Settings } from '../../rule.ts';
import type { Severity } from '../../types.ts';
import { activate } from './activation/activate.ts';
import { type Actor, has, isPersonOrBody } from './actor.ts';
import { Clause, isAuxiliary } from './clause.ts';
import { actsAndSystems, deciding } from './nouns.ts';
import { shortParticiple } from './participle.ts';
import { reflexivePassive } from './reflexive.ts';
import { becoming } from './states.ts';

/**
 * The passive (LN-10). People switch such rules off when they nag, so it is ranked by what is missing: an actor who is
 * named could as well be the subject; nobody named is a question; a law or a system that acts is a mere note.
 */
export const checkPassive: Check = function* (document, settings) {
  for (const sentence of document.sentences) {
    for (const index of sentence.words.keys()) {
      if (isHashtag(document, sentence.words[index])) continue;
      const parse =
        shortParticiple(document, sentence, index) ??
        reflexivePassive(document, settings.dictionary, sentence, index);
      if (parse) yield findingOf(document, settings, sentence, index, parse);
    }
  }
};

/** «#открыто_для_всех». */
function isHashtag({ text }: Document, word: Word | undefined): boolean {
  return word !== undefined && (/[#@_]/.test(text.charAt(word.start - 1)) || text.charAt(word.end) === '_');
}

/** The passive as a retext plugin. */
export const passive = defineRule('passive', checkPassive);

function findingOf(
  document: Document,
  settings: Settings,
  sentence: Sentence,
  index: number,
  parse: Parse,
): Finding {
  const clause = new Clause(document, sentence, index);
  const becomes = becoming.has(withoutReflexive(parse.lemma) ?? parse.lemma);
  const agent = clause.agent(becomes ? (word) => has(word, deciding) : isPersonOrBody);
  const act = clause.agent((word) => has(word, actsAndSystems));
  const { start, end } = spanOf(sentence.words, index);
  const { dictionary } = settings;
  const ready = agent && activate({ document, dictionary, sentence, clause, predicate: index, parse, agent });
  return {
    rule: 'passive',
    severity: severityOf(settings, agent),
    start,
    end,
    message: messageOf(document.text.slice(start, end), agent, act),
    replacements: ready ? [ready] : [],
  };
}

function severityOf({ profile }: Settings, agent: Actor | undefined): Severity {
  return agent !== undefined && profile !== 'legal' ? 'warning' : 'hint';
}

/** The predicate with its auxiliary: «был рассмотрен». */
function spanOf(words: readonly Word[], index: number): { start: number; end: number } {
  const word = words[index];
  const before = words[index - 1];
  const start = before && isAuxiliary(before) ? before.start : (word?.start ?? 0);
  return { start, end: word?.end ?? start };
}

function messageOf(predicate: string, agent: Actor | undefined, act: Actor | undefined): string {
  const found = `«${predicate.replace(/\s+/g, ' ')}» — страдательный залог`;
  if (agent) {
    return `${found}, а тот, кто действует, назван: «${agent.word.text}». Лучше: сделать его подлежащим — кто что сделал.`;
  }
  if (act)
    return `${found}. Действует документ или система («${act.word.text}»): если можно, напишите прямо.`;
  return `${found}: не видно, кто действует. Лучше: назвать, кто это делает.`;
}
