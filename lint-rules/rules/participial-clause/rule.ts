import type { Document, Sentence } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { readingsOf } from '../../morphology/context.ts';
import { type Check, defineRule, type Settings } from '../../rule.ts';
import { counted, genitiveCount } from '../../russian-words.ts';
import type { Severity } from '../../types.ts';
import {
  type Clause,
  type ClauseAfter,
  type ClauseBefore,
  type ClauseOfGerund,
  clauses,
  type Place,
} from './clause.ts';
import { isDangling } from './dangling.ts';
import { limits } from './limits.ts';
import { relativeAfter, relativeBefore } from './relative.ts';

/**
 * Clauses of participles and gerunds (LN-3). What is too much is in `limits.ts`, by profile; in a letter:
 *
 * - a participle with its words after the noun: from 8 words a hint, from 12 a warning;
 * - a participle before its noun with words between: from 3 a hint, from 4 a warning («представленные заявителем в
 *   установленный срок документы»);
 * - two clauses of participles in one sentence are a hint each, three are a warning, and so are two of which the second
 *   hangs on a word of the first («лицо, подавшее заявление, содержащее сведения»);
 * - a gerund with its words: from 8 a hint, from 12 a warning;
 * - a gerund that nobody in the main clause can have done is a mistake («Рассмотрев обращение, решение принято»): a warning.
 */
export const checkParticipialClause: Check = function* (document, settings) {
  for (const sentence of document.sentences) {
    if (!sentence.words.some(mayBeClause)) continue;
    const place = { document, sentence, readings: readingsOf(document, sentence, settings.tagger) };
    const found = [...clauses(place)];
    const stack = found.filter(
      (one): one is ClauseAfter | ClauseBefore => one.kind !== 'gerund' && isWeighty(one),
    );
    const stacked = stackLoudness(stack, settings);
    const findings: Found[] = found.flatMap((clause) =>
      clause.kind === 'gerund'
        ? listed(gerundFinding(place, settings, clause))
        : listed(participleFinding(place, settings, clause, { stack, stacked })),
    );
    yield* withOneFixOfStack(findings).map(({ finding }) => finding);
  }
};

const listed = <Value>(value: Value | undefined): Value[] => (value === undefined ? [] : [value]);

/** A finding, and whether it is one only because of the clauses beside it. */
interface Found {
  readonly finding: Finding;
  readonly onlyStacked: boolean;
}

/** Of clauses that are too many, not too long, one goes at a time: when it is gone, the others may be few enough. */
function withOneFixOfStack(findings: readonly Found[]): readonly Found[] {
  const first =
    findings.find(({ finding, onlyStacked }) => !onlyStacked && finding.replacements.length > 0) ??
    findings.find(({ finding }) => finding.replacements.length > 0);
  return findings.map((one) =>
    one === first || !one.onlyStacked ? one : { ...one, finding: { ...one.finding, replacements: [] } },
  );
}

/** Clauses of participles and gerunds as a retext plugin. */
export const participialClause = defineRule('participial-clause', checkParticipialClause);

/** Whether the cheap analyses allow a clause at all. */
function mayBeClause({ parses }: Sentence['words'][number]): boolean {
  return parses.some(({ partOfSpeech }) => partOfSpeech === 'PRTF' || partOfSpeech === 'GRND');
}

/** «указанный в заявлении адрес» weighs as much as an adjective. */
function isWeighty(clause: ClauseAfter | ClauseBefore): boolean {
  return clause.last > clause.participle && (clause.kind === 'after' || clause.last - clause.participle > 1);
}

/** A limit of `limits.ts` applied to a number. */
function loudness(
  count: number,
  { hint, warning }: { hint: number; warning?: number },
): Severity | undefined {
  if (warning !== undefined && count >= warning) return 'warning';
  return count >= hint ? 'hint' : undefined;
}

/** The clauses of a sentence that count together, and how loud they are. */
interface Stack {
  readonly stack: readonly (ClauseAfter | ClauseBefore)[];
  readonly stacked: Severity | undefined;
}

function participleFinding(
  place: Place,
  settings: Settings,
  clause: ClauseAfter | ClauseBefore,
  { stack, stacked }: Stack,
): Found | undefined {
  const { profile, dictionary } = settings;
  const own = limits[profile];
  const count =
    clause.kind === 'after' ? clause.last - clause.participle + 1 : clause.last - clause.participle;
  const long = loudness(count, own[clause.kind]);
  const severity = louder(long, isWeighty(clause) ? stacked : undefined);
  if (severity === undefined) return undefined;
  const replacement =
    clause.kind === 'after'
      ? relativeAfter(place, dictionary, clause)
      : relativeBefore(place, dictionary, clause);
  const finding: Finding = {
    ...spanOf(place, clause),
    rule: 'participial-clause',
    severity,
    message: messageOf(place, clause, { long: long !== undefined, count, stack: stack.length }),
    replacements: replacement ? [replacement] : [],
  };
  return { finding, onlyStacked: long === undefined };
}

/** How loud several clauses in a sentence are; one that hangs on another counts for two. */
function stackLoudness(
  stack: readonly (ClauseAfter | ClauseBefore)[],
  { profile }: Settings,
): Severity | undefined {
  // A clause hangs on the one before it or on none.
  const hangs = stack.some((one, index) => index > 0 && hangsOn(one, stack[index - 1] ?? one));
  return loudness(stack.length + (hangs ? 1 : 0), limits[profile].stack);
}

function hangsOn(one: ClauseAfter | ClauseBefore, other: ClauseAfter | ClauseBefore): boolean {
  return (
    one.kind === 'after' && other.kind === 'after' && one.noun >= other.participle && one.noun <= other.last
  );
}

function louder(one: Severity | undefined, two: Severity | undefined): Severity | undefined {
  return one === 'warning' || two === 'warning' ? 'warning' : (one ?? two);
}

function spanOf({ sentence: { words } }: Place, clause: Clause): { start: number; end: number } {
  const first = clause.kind === 'gerund' ? clause.gerund : clause.participle;
  const last = clause.kind === 'before' ? clause.noun : clause.last;
  const start = words[first]?.start ?? 0;
  return { start, end: words[last]?.end ?? start };
}

const shown = (document: Document, { start, end }: { start: number; end: number }) =>
  document.text.slice(start, end).replace(/\s+/g, ' ');

function messageOf(
  place: Place,
  clause: ClauseAfter | ClauseBefore,
  { long, count, stack }: { long: boolean; count: number; stack: number },
): string {
  const actual = shown(place.document, spanOf(place, clause));
  const way = 'сказать с «который» или отдельным предложением';
  if (clause.kind === 'before' && long)
    return `«${actual}»: между причастием и его словом ${counted(count, 'слово', 'слова', 'слов')}. Лучше: сначала назвать предмет, потом ${way}.`;
  if (long) return `Причастный оборот из ${genitiveCount(count, 'слова', 'слов')}. Лучше: ${way}.`;
  return `Причастных оборотов в предложении: ${stack}. Лучше: оставить один, остальное ${way}.`;
}

function gerundFinding(place: Place, settings: Settings, clause: ClauseOfGerund): Found | undefined {
  const span = spanOf(place, clause);
  const count = clause.last - clause.gerund + 1;
  if (isDangling(place, clause, settings)) {
    const finding: Finding = {
      ...span,
      rule: 'participial-clause',
      severity: settings.profile === 'legal' ? 'hint' : 'warning',
      message: `«${shown(place.document, span)}»: неясно, кто это сделал. Деепричастие говорит о подлежащем, а оно здесь не действует. Лучше: назвать того, кто действует («мы рассмотрели … и решили …»).`,
      replacements: [],
    };
    return { finding, onlyStacked: false };
  }
  const severity = loudness(count, limits[settings.profile].gerund);
  if (severity === undefined) return undefined;
  const finding: Finding = {
    ...span,
    rule: 'participial-clause',
    severity,
    message: `Деепричастный оборот из ${genitiveCount(count, 'слова', 'слов')}. Лучше: отдельное предложение или придаточное с «когда», «если», «потому что».`,
    replacements: [],
  };
  return { finding, onlyStacked: false };
}
