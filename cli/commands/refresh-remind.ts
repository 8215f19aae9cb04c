import { Command, Option } from 'commander';
import { type Content, ContentError, readContent } from '#knowledge';
import {
  dueReminders,
  issueText,
  type Posted,
  postReminders,
  type Reminder,
  refreshCalendar,
  SentReminders,
} from '#refresh';
import { UsageError } from '../errors.ts';
import { contentFolder, dataFolder, pageCache, siteAddress } from '../place.ts';
import type { CommandBuilder } from './index.ts';
import { asUsage } from './refresh-errors.ts';

interface Options {
  content?: string;
  format: 'text' | 'issue' | 'ics';
  unit?: string;
  send?: true;
}

/** `ponyatno refresh remind`: reminds the units that owe the month's check (RF-1). */
export const remind: CommandBuilder = (finish) =>
  new Command('remind')
    .description('напомнить о проверке: письмом, текстом для задачи или календарём')
    .option('--send', 'отправить письма; без него напоминания только показаны')
    .addOption(
      new Option('--format <вид>', 'что показать: текст, задачу для хранилища кода, календарь')
        .choices(['text', 'issue', 'ics'])
        .default('text'),
    )
    .option('--unit <id>', 'календарь одного подразделения')
    .option('--content <папка>', 'папка с содержанием (или PONYATNO_CONTENT)')
    .action((options: Options) =>
      asUsage(async () => {
        const { content } = await readContent(contentFolder(options.content), { cache: pageCache() });
        if (options.format === 'ics') return console.log(calendarOf(content, options.unit));
        const due = await dueReminders({ content, address: siteAddress() });
        if (options.send) finish(tell(await post(due)));
        else if (options.format === 'issue') console.log(issueText(due));
        else console.log(shown(due));
      }),
    );

function calendarOf(content: Content, id: string | undefined): string {
  if (id === undefined) return refreshCalendar(content);
  const unit = content.unit(id);
  if (unit) return refreshCalendar(content, { unit });
  throw new ContentError(
    `Подразделения «${id}» нет. Есть: ${content.units.map((other) => other.id).join(', ')}.`,
  );
}

function shown(due: readonly Reminder[]): string {
  if (due.length === 0) return 'Сегодня напоминать некому.';
  return due
    .map(
      ({ subject, to, text }) => `Кому: ${to.join(', ') || 'адрес не указан'}\nТема: ${subject}\n\n${text}`,
    )
    .join('\n\n---\n\n');
}

function post(due: readonly Reminder[]): Promise<Posted> {
  const server = process.env.PONYATNO_SMTP;
  const from = process.env.PONYATNO_MAIL_FROM;
  if (!server || !from)
    throw new UsageError(
      'Не указан почтовый сервер. Задайте PONYATNO_SMTP (smtp://имя:пароль@сервер:587) и PONYATNO_MAIL_FROM (адрес отправителя).',
    );
  return postReminders(due, { server, from }, new SentReminders(dataFolder()));
}

/** Says what became of the letters; 1 when somebody was not reached. */
function tell({ sent, refused, before, addressless, failed }: Posted): number {
  const lines = [
    ...sent.map(({ unit, to }) => `Отправлено: ${unit.name} — ${to.join(', ')}.`),
    ...sent.flatMap(({ unreachable }) => unreachable.map((who) => `Адрес не указан: ${who}.`)),
    ...refused.map((box) => `Сервер не принял адрес: ${box}.`),
    ...before.map(({ unit }) => `Уже напоминали: ${unit.name}.`),
    ...addressless.map(
      ({ unit }) => `Адрес не указан: ${unit.name}. Впишите email подразделения в units.yml.`,
    ),
    ...failed.map(({ reminder, why }) => `Не отправлено: ${reminder.unit.name}. ${why}`),
  ];
  console.log(lines.length > 0 ? lines.join('\n') : 'Сегодня напоминать некому.');
  return failed.length + addressless.length + refused.length > 0 ? 1 : 0;
}
