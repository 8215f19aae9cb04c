import { Temporal } from 'temporal-polyfill';
import { type Content, counted, formatDay, type Unit } from '#knowledge';
import { type RefreshStatus, refreshStatus } from '../status.ts';
import { type Stage, stageOn } from './stages.ts';

/** One reminder to one unit that owes the month's check. */
export interface Reminder {
  /** Names the cause: a unit is reminded of a month and stage once. */
  readonly key: string;
  readonly month: string;
  readonly stage: Stage;
  readonly unit: Unit;
  /** Who gets it: the unit, in the last days its head and the deputy who controls execution too. */
  readonly to: readonly string[];
  /** Whose address nobody has given yet. */
  readonly unreachable: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** What is reminded of, and when. */
export interface ReminderQuestion {
  readonly content: Content;
  /** Where people open Ponyatno, without a slash at the end. */
  readonly address: string;
  readonly now?: Temporal.Instant;
}

/** The reminders that are due now (RF-1): to the units that owe this month's check, at most three a month. */
export async function dueReminders({ content, address, now }: ReminderQuestion): Promise<Reminder[]> {
  const moment = now ?? Temporal.Now.instant();
  const day = moment.toZonedDateTimeISO(content.agency.timeZone).toPlainDate();
  const status = await refreshStatus({ content, now: moment });
  const stage = stageOn(content.calendar, day);
  if (stage === undefined) return [];
  return status.owed.map(({ unit, pages }) => {
    const { to, unreachable } = recipients(unit, content, stage);
    return {
      key: `${status.month} ${unit.id} ${stage}`,
      month: status.month,
      stage,
      unit,
      to,
      unreachable,
      subject: `${stage === 'last-days' ? 'Последние дни: п' : 'П'}роверка базы знаний за ${status.monthText.replace('\u00a0', ' ')}`,
      text: textOf(unit, pages.length, status, address),
    };
  });
}

function recipients(unit: Unit, { agency }: Content, stage: Stage) {
  const known = (fact: Unit['email']) => ('value' in fact ? fact.value : undefined);
  const leaders =
    stage === 'last-days'
      ? [
          {
            who: `руководитель подразделения «${unit.name}»`,
            at: 'value' in unit.head ? unit.head.value.email : undefined,
          },
          {
            who: 'заместитель, который контролирует исполнение',
            at: 'value' in agency.controller ? agency.controller.value.email : undefined,
          },
        ]
      : [];
  const all = [{ who: unit.name, at: known(unit.email) }, ...leaders];
  return {
    to: [...new Set(all.flatMap(({ at }) => at ?? []))],
    unreachable: all.filter(({ at }) => at === undefined).map(({ who }) => who),
  };
}

function textOf(
  unit: Unit,
  pages: number,
  { monthText, lastDay, clause, alarms, pages: states }: RefreshStatus,
  address: string,
): string {
  const alarmed = [...alarms.keys()].filter((id) => states.get(id)?.page.unit === unit.id).length;
  return [
    `${unit.name}: проверка страниц за ${monthText} ещё не записана. Срок — ${formatDay(lastDay)} включительно${clause === undefined ? '' : ` (${clause})`}.`,
    `Проверьте ${counted(pages, ['страницу', 'страницы', 'страниц'])}: что изменилось в законах и о чём пишут люди. Если менять нечего, так и запишите.`,
    ...(alarmed > 0
      ? [
          `Изменились акты, на которые ссылаются Ваши страницы. Сверьте: ${counted(alarmed, ['страница', 'страницы', 'страниц'])}.`,
        ]
      : []),
    `Что изменилось и что не нашли: ${address}/refresh`,
    `Записать проверку: npx ponyatno refresh record ${unit.id}`,
  ].join('\n\n');
}
