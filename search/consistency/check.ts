import type { Dictionary } from '@ponyatno/russian';
import { type CheckedReading, type Page, type Problem, reporter } from '#knowledge';
import { Analyser } from '../analysis/analyser.ts';
import { type Claim, ClaimReader } from './claims.ts';

/** With fewer words than these two sentences may well be about different things: «Срок: 5 рабочих дней». */
const leastSubject = 3;

/** Where a claim stands. */
interface Placed {
  readonly claim: Claim;
  readonly page: Page;
  /** The line of its section; undefined for the answer to read aloud. */
  readonly line: number | undefined;
}

/**
 * Pages that contradict each other (KB-2): two sentences about the same that give other numbers, two questions that
 * differ in their forms only, two contacts of one name with different phones. Warnings: only people know which is right.
 */
export function checkConsistency(reading: CheckedReading, dictionary: Dictionary): Problem[] {
  return [
    ...contradictions(reading, new ClaimReader(dictionary)),
    ...sameQuestions(reading, new Analyser(dictionary)),
    ...sameContacts(reading),
  ];
}

function contradictions(reading: CheckedReading, reader: ClaimReader): Problem[] {
  const report = reporter('contradiction', reading, 'warning');
  const claims = reading.content.pages.flatMap((page) => placedClaims(page, reader));
  const about = Map.groupBy(
    claims,
    ({ claim, page }) => `${page.function} ${claim.values.length} ${claim.subject}`,
  );
  return [...about.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return same
      .filter(
        ({ claim, page }) => page.id !== first.page.id && claim.values.join() !== first.claim.values.join(),
      )
      .map(({ claim, page, line }) => {
        const message = `«${claim.text}» Страница ${first.page.file} говорит об этом иначе: «${first.claim.text}» Оставьте то, что верно.`;
        return line === undefined
          ? report.at(page.file, ['spoken'], message)
          : report.on(page.file, { line, column: 1 }, message);
      });
  });
}

/** Letters and talks hold examples and variables; what is true stands on the other pages. */
function placedClaims(page: Page, reader: ClaimReader): Placed[] {
  if (page.kind === 'template' || page.kind === 'script') return [];
  const spoken = page.kind === 'faq' ? reader.read(page.data.spoken) : [];
  return [
    ...spoken.map((claim) => ({ claim, page, line: undefined })),
    ...page.sections.flatMap(({ text, line }) => reader.read(text).map((claim) => ({ claim, page, line }))),
  ].filter(({ claim }) => claim.size >= leastSubject);
}

function sameQuestions(reading: CheckedReading, analyser: Analyser): Problem[] {
  const report = reporter('similar-question', reading, 'warning');
  const seen = new Map<string, Page>();
  return reading.content.pagesOf('faq').flatMap((page) => {
    const words = analyser
      .tokens(page.title)
      .filter(({ form }) => !analyser.isStopWord(form))
      .map(({ form }) => analyser.lemmas(form)[0] ?? form);
    const key = `${page.function} ${[...new Set(words)].toSorted().join(' ')}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, page);
    if (words.length < leastSubject || first === undefined || fold(first.title) === fold(page.title))
      return [];
    return [
      report.at(
        page.file,
        ['title'],
        `Этот вопрос похож на вопрос «${first.title}» (${first.file}). Оставьте один ответ или назовите вопросы так, чтобы была видна разница.`,
      ),
    ];
  });
}

function sameContacts(reading: CheckedReading): Problem[] {
  const report = reporter('contradiction', reading, 'warning');
  const seen = new Map<string, { phone: string; file: string }>();
  return reading.content.pagesOf('contact').flatMap((page) => {
    const { phone } = page.data;
    if (!('value' in phone)) return [];
    const digits = phone.value.replaceAll(/\D/g, '').slice(-10);
    const key = fold(page.data.body);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, { phone: digits, file: page.file });
    if (first === undefined || first.phone === digits) return [];
    return [
      report.at(
        page.file,
        ['phone'],
        `У органа «${page.data.body}» на странице ${first.file} другой телефон. Оставьте один или назовите, чем они различаются.`,
      ),
    ];
  });
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
