import { Command } from 'commander';
import {
  CalendarError,
  type Content,
  ContentError,
  deadline as countDeadline,
  type Deadline,
  DeadlineError,
  isTermName,
  readContent,
  type TermName,
} from '#knowledge';
import { UsageError } from '../errors.ts';
import { contentFolder } from '../place.ts';
import type { CommandBuilder } from './index.ts';

interface Options {
  content?: string;
  received: string;
  json?: true;
}

/** `ponyatno deadline`: the last day of a term, with the way to it. */
export const deadline: CommandBuilder = () =>
  new Command('deadline')
    .description('посчитать срок: последний день, пункт и как он получился')
    .argument('<срок>', 'имя срока из профиля: urgentReply, firstReply, visitNotice …')
    .requiredOption(
      '--received <когда>',
      'когда поступило (для visitNotice — когда приём): 2026-11-20T17:00 или 20.11.2026',
    )
    .option('--json', 'ответ для программ')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .action(async (name: string, { content: folder, received, json }: Options) => {
      const content = await asUsage(() => readContent(contentFolder(folder)));
      const result = await asUsage(() => count(name, received, content.content));
      console.log(json ? JSON.stringify(forPrograms(result), undefined, 2) : forPeople(result));
    });

function count(name: string, received: string, { agency, calendar }: Content): Deadline {
  if (isTermName(name)) return countDeadline(name, received, agency, calendar);
  const known = Object.keys(agency.terms) as TermName[];
  throw new UsageError(`Срока «${name}» не бывает. В профиле есть: ${known.join(', ')}.`);
}

/** What cannot be counted is a matter of the question or of the content, not a fault of the program. */
async function asUsage<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContentError || error instanceof DeadlineError || error instanceof CalendarError)
      throw new UsageError(error.message);
    throw error;
  }
}

function forPeople({ title, dueText, inWords, setBy, own, steps }: Deadline): string {
  const source = setBy === 'agency' ? `${inWords}, ${own.clause}` : 'по закону';
  const lines = steps.map(
    ({ text, clause }, index) => `${index + 1}. ${text}${clause === undefined ? '' : ` (${clause})`}`,
  );
  return [`${title}: ${dueText} (${source})`, '', ...lines].join('\n');
}

function forPrograms({ due, own, statutory, ...rest }: Deadline) {
  return {
    ...rest,
    due: due.toString(),
    date: due.toPlainDate().toString(),
    own: { due: own.due.toString(), precision: own.precision, dueText: own.dueText, clause: own.clause },
    statutory: statutory.map(({ counted, ...law }) => ({
      ...law,
      due: counted?.due.toString(),
      dueText: counted?.dueText,
    })),
  };
}
