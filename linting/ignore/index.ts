import { type ReportMessage, type Severity, severities } from '@ponyatno/lint-rules';
import { foldWord } from '@ponyatno/russian';
import { Temporal } from 'temporal-polyfill';
import { formatDate } from '#knowledge';
import { marksInComments } from './comments.ts';
import { marksInFields } from './fields.ts';
import { fault, isFault, type Mark, type MarkText } from './mark.ts';

/** Findings without those that marks ask to pass over, with what is wrong about the marks themselves. */
export interface Heeded {
  readonly messages: readonly ReportMessage[];
  readonly ignored: number;
}

/** The marks of a file: in its front matter, and in the comments of Markdown. */
export function readMarks(source: string, isMdx: boolean): Mark[] {
  return [...marksInFields(source), ...(isMdx ? [] : marksInComments(source))];
}

/** Whatever the marks of a file depend on. */
export interface Circumstances {
  readonly source: string;
  /** `yyyy-mm-dd`: a mark holds up to its last day, that day included. */
  readonly today: string;
  /** The level of the run. */
  readonly min: Severity;
  /**
   * All findings however quiet: a mark that only hides hints is not superfluous. Undefined when the file is not read as
   * what it is (`--profile`): then nobody can tell.
   */
  readonly all: (() => readonly ReportMessage[]) | undefined;
}

/** Obeys the marks; a mark that is wrong, out of date or superfluous is reported like a finding. */
export function heed(
  messages: readonly ReportMessage[],
  marks: readonly Mark[],
  around: Circumstances,
): Heeded {
  const faults = marks.filter(isFault);
  const right = marks.filter((mark): mark is MarkText => !isFault(mark));
  const expired = right.filter(({ until }) => until !== undefined && until < around.today);
  const live = right.filter((mark) => !expired.includes(mark));
  const left = messages.filter((message) => !live.some((mark) => covers(mark, message)));
  const found = [
    ...faults,
    ...expired.map((mark) => outOfDate(mark, around)),
    ...superfluous(live, messages, around),
  ];
  return {
    messages: [...left, ...found.filter((one) => loudness(one) >= severities.indexOf(around.min))],
    ignored: messages.length - left.length,
  };
}

function covers({ rules, scope, words }: MarkText, message: ReportMessage): boolean {
  if (!rules.includes(message.rule)) return false;
  if (message.start < scope.start || message.start > scope.end) return false;
  return words === undefined || foldWord(message.actual).includes(foldWord(words));
}

function outOfDate(mark: MarkText, { source }: Circumstances): ReportMessage {
  const until = mark.until === undefined ? '' : formatDate(Temporal.PlainDate.from(mark.until));
  return fault(
    'ignore-expired',
    'warning',
    mark,
    source,
  )(`Срок пометки вышел ${until}. Исправьте текст или продлите срок, если причина осталась.`);
}

function superfluous(
  live: readonly MarkText[],
  messages: readonly ReportMessage[],
  { source, all }: Circumstances,
): ReportMessage[] {
  const idle = live.filter((mark) => !messages.some((message) => covers(mark, message)));
  if (idle.length === 0 || all === undefined) return [];
  const every = all();
  return idle
    .filter((mark) => !every.some((message) => covers(mark, message)))
    .map((mark) =>
      fault(
        'ignore-unused',
        'warning',
        mark,
        source,
      )(`Пометка больше не нужна: ${mark.rules.join(', ')} здесь ничего не находит. Уберите её.`),
    );
}

function loudness({ severity }: ReportMessage): number {
  return severities.indexOf(severity);
}
