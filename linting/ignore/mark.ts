import type { MarkFault, ReportMessage, Span } from '@ponyatno/lint-rules';
import { ruleIds } from '@ponyatno/lint-rules';
import { dateSchema } from '#knowledge';

/** What is written in a mark, wherever it stands. */
export interface MarkText extends Span {
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  /** The last day on which it holds. */
  readonly until: string | undefined;
  /** Only findings with these words. */
  readonly words: string | undefined;
  /** The part of the file it speaks of. */
  readonly scope: Span;
}

/** A mark that may be obeyed, or what is wrong with it. */
export type Mark = MarkText | ReportMessage;

/** Whether a mark cannot be obeyed. */
export function isFault(mark: Mark): mark is ReportMessage {
  return 'message' in mark;
}

const known: ReadonlySet<string> = new Set(ruleIds);

/** The mark, if everything about it is right; else the first thing that is wrong. */
export function checkMark(mark: MarkText, source: string): Mark {
  const wrong = fault('ignore-invalid', 'error', mark, source);
  const unknown = mark.rules.find((rule) => !known.has(rule));
  if (unknown !== undefined)
    return wrong(`Правила «${unknown}» нет. Имя правила стоит в отчёте в конце замечания, в скобках.`);
  if (mark.reason === undefined || mark.reason.trim().length < 5)
    return wrong(
      'Пометка без причины. Напишите, почему правило здесь не действует: без неё пометку не проверить.',
    );
  if (mark.until !== undefined && !dateSchema.safeParse(mark.until).success)
    return wrong(`Дата «${mark.until}» не читается. Последний день пометки пишется как 2027-01-31.`);
  return mark;
}

/** Makes a finding about a mark. */
export function fault(
  rule: MarkFault,
  severity: ReportMessage['severity'],
  { start, end }: Span,
  source: string,
) {
  return (message: string): ReportMessage => ({
    rule,
    severity,
    start,
    end,
    actual: source.slice(start, end),
    expected: [],
    changes: [],
    fix: 'advice',
    message,
  });
}
