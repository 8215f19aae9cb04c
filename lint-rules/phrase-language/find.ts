import type { Document, Paragraph, Sentence } from '../document.ts';
import { overlap } from '../finding.ts';
import type { Settings } from '../rule.ts';
import { type Severity, type Span, severities } from '../types.ts';
import { Meter, severityOf } from './budget.ts';
import type { Phrase } from './phrase.ts';
import type { Found, PhraseIndex } from './phrase-index.ts';

/** A phrase in a text, whether or not there is anything to say of it. */
interface Standing<Row> extends Span {
  readonly found: Found<Row>;
  readonly sentence: Sentence;
  readonly paragraph: Paragraph;
  /** More than the budget of its moderation. */
  readonly pastBudget: boolean;
}

/** A phrase in a text, and how loud it is there. */
export interface Occurrence<Row> extends Standing<Row> {
  readonly severity: Severity;
}

/** All phrases of a table in a document: the longest of overlapping ones, moderated, nothing protected. */
export function* occurrences<Row extends Phrase>(
  index: PhraseIndex<Row>,
  document: Document,
  settings: Pick<Settings, 'profile' | 'isProtected' | 'budgets'>,
): Generator<Occurrence<Row>> {
  for (const place of standing(index, document, settings)) {
    const severity = severityOf(place.found.row, place.pastBudget);
    if (severity) yield { ...place, severity };
  }
}

/** The same with those that are within their budget. */
export function* standing<Row extends Phrase>(
  index: PhraseIndex<Row>,
  document: Document,
  settings: Pick<Settings, 'profile' | 'isProtected' | 'budgets'>,
): Generator<Standing<Row>> {
  const meter = new Meter(document.wordCount, settings.budgets);
  for (const [number, paragraph] of document.paragraphs.entries()) {
    for (const sentence of paragraph.sentences) {
      for (const place of longestFirst(index.find(sentence.words), sentence)) {
        const { moderation } = place.found.row;
        if (settings.isProtected(place)) continue;
        if (moderation === 'legal' && settings.profile === 'legal') continue;
        const metered = moderation === 'moderate' || moderation === 'allowed';
        const pastBudget = metered && meter.spend(moderation, number);
        yield { ...place, sentence, paragraph, pastBudget };
      }
    }
  }
}

/** Drops what overlaps a longer phrase, or an as long and louder one; gives the rest in the order of the text. */
function longestFirst<Row extends Phrase>(
  all: readonly Found<Row>[],
  sentence: Sentence,
): { found: Found<Row>; start: number; end: number }[] {
  const places = all.map((found) => ({
    found,
    start: sentence.words[found.first]?.start ?? 0,
    end: sentence.words[found.last]?.end ?? 0,
  }));
  const kept: typeof places = [];
  for (const place of places.toSorted(
    (one, two) =>
      two.end - two.start - (one.end - one.start) || loudness(two.found.row) - loudness(one.found.row),
  )) {
    if (!kept.some((other) => overlap(other, place))) kept.push(place);
  }
  return kept.toSorted((one, two) => one.start - two.start);
}

function loudness({ severity }: Phrase): number {
  return severities.indexOf(severity);
}
