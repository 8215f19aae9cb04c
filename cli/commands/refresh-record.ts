import { Command } from 'commander';
import { type Content, ContentError, counted, formatMonth, readContent } from '#knowledge';
import { commitRecord, recordCheck, refreshStatus } from '#refresh';
import { UsageError } from '../errors.ts';
import { contentFolder, dataFolder, pageCache } from '../place.ts';
import type { Answers } from '../refresh/interview.ts';
import { asUsage } from './refresh-errors.ts';

interface RecordOptions {
  content?: string;
  law?: string;
  lawChanged?: true;
  feedback?: string;
  feedbackChanged?: true;
  month?: string;
  toChange?: string[];
  commit?: true;
}

/** `ponyatno refresh record`: shows the evidence, asks the two questions of the order, writes the check (RF-1, RF-2). */
export const record = (): Command =>
  new Command('record')
    .description('записать проверку своего подразделения за месяц')
    .argument('<подразделение>', 'id подразделения из units.yml')
    .option('--law <текст>', 'что изменилось в законодательстве и что из этого следует')
    .option('--law-changed', 'законодательство изменилось так, что это касается страниц')
    .option('--feedback <текст>', 'что показали отзывы клиентов')
    .option('--feedback-changed', 'отзывы требуют изменить страницы')
    .option('--month <месяц>', 'месяц, например 2026-11; по умолчанию текущий')
    .option('--to-change <id...>', 'страницы, которые ещё предстоит изменить')
    .option('--commit', 'сразу внести запись коммитом')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .action((unit: string, options: RecordOptions) => asUsage(() => check(unit, options)));

async function check(unit: string, options: RecordOptions): Promise<void> {
  const reading = await readContent(contentFolder(options.content), { cache: pageCache() });
  const { content } = reading;
  const { law, feedback, toChange, commit } = given(options) ?? (await ask(unit, reading));
  const recorded = await recordCheck({
    content,
    unit,
    law,
    feedback,
    toChange,
    ...(options.month === undefined ? {} : { month: options.month }),
  });
  const commits = options.commit ?? commit ?? false;
  if (commits) await commitRecord(content, recorded);
  const { file, ledger, late } = recorded;
  const lines = [
    `Записано: ${file} — ${formatMonth(ledger.month)}, ${counted(ledger.pages.length, ['страница', 'страницы', 'страниц'])}.`,
    ...(late ? ['Месяц уже закончился, поэтому проверка будет считаться опоздавшей.'] : []),
    commits
      ? 'Запись внесена коммитом. Она засчитывается, когда коммит попадёт в основную ветку.'
      : 'Внесите файл коммитом: проверка засчитывается с коммита в основной ветке.',
  ];
  console.log(lines.join('\n'));
}

/** The answers of the command line, when it has both. */
function given(options: RecordOptions): (Answers & { commit?: boolean }) | undefined {
  if (options.law === undefined || options.feedback === undefined) return undefined;
  return {
    law: { changed: options.lawChanged === true, note: options.law },
    feedback: { changed: options.feedbackChanged === true, note: options.feedback },
    toChange: options.toChange ?? [],
  };
}

async function ask(
  id: string,
  reading: Awaited<ReturnType<typeof readContent>>,
): Promise<Answers & { commit: boolean }> {
  if (!(process.stdin.isTTY && process.stdout.isTTY))
    throw new UsageError(
      'Не сказано, что с законами и что с отзывами. Добавьте --law "…" --feedback "…" или запустите команду в терминале: она спросит сама.',
    );
  const { content } = reading;
  const unit = content.unit(id);
  if (!unit)
    throw new ContentError(
      `Подразделения «${id}» нет. Есть: ${content.units.map((other) => other.id).join(', ')}.`,
    );
  // They need the dictionary, the search and the calls, which no other command of the ledger does.
  const [{ evidenceOf }, { evidenceText }, { interview }] = await Promise.all([
    import('../refresh/evidence.ts'),
    import('../refresh/evidence-text.ts'),
    import('../refresh/interview.ts'),
  ]);
  const evidence = evidenceOf(unit, reading, await refreshStatus({ content }), dataFolder());
  console.log(`${evidenceText(evidence)}\n`);
  const prompts = await import('@inquirer/prompts');
  try {
    const answers = await interview(prompts, evidence, ownPages(content, unit.id));
    const commit = await prompts.confirm({ message: 'Сразу внести запись коммитом?', default: true });
    return { ...answers, commit };
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError')
      throw new UsageError('Вы прервали запись. Ничего не записано.');
    throw error;
  }
}

function ownPages(content: Content, unit: string) {
  return content.pages.filter((page) => content.unit(page.unit)?.id === unit);
}
