import { type Content, type Page, plural } from '#knowledge';
import {
  type ActAlarm,
  type PageStatus,
  type ProvenFreshness,
  type RefreshReport,
  type RefreshStatus,
  refreshReport,
  refreshStatus,
  unprovenAlarms,
} from '#refresh';
import { dateInWords } from './dates.ts';
import { loadContent } from './load.ts';

/** The state of the monthly check, or the sentence why it cannot be known (it fails closed). */
export type Refresh = { readonly status: RefreshStatus } | { readonly unknown: string };

/** The check of a month: asked of the server on pages rendered on demand, of git itself otherwise. */
export function refreshOf(locals: App.Locals, content: Content, month?: string): Promise<Refresh> {
  return known(async () => ({
    status: locals.ponyatno
      ? await locals.ponyatno.refreshStatus(month)
      : await refreshStatus({ content, ...(month === undefined ? {} : { month }) }),
  }));
}

/** «Справка об актуализации» of some months (RF-4). */
export function reportOf(
  locals: App.Locals,
  content: Content,
  span: { from?: string; to?: string },
): Promise<{ readonly report: RefreshReport } | { readonly unknown: string }> {
  return known(async () => ({
    report: locals.ponyatno
      ? await locals.ponyatno.refreshReport(span)
      : await refreshReport({ content, ...span }),
  }));
}

async function known<Answer>(ask: () => Promise<Answer>): Promise<Answer | { readonly unknown: string }> {
  try {
    return await ask();
  } catch (error) {
    // Server and site are bundled apart, so the class is another one here: the name is what they share.
    if (error instanceof Error && error.name === 'RefreshError') return { unknown: error.message };
    // Search and answers must not go down with the month's check.
    console.error(error);
    return { unknown: 'Узнать не удалось. Причина записана в журнале сервера.' };
  }
}

let building: Promise<Refresh> | undefined;

/** The state as the build knows it: pages are rebuilt with every commit. */
function builtState(): Promise<Refresh> {
  building ??= loadContent().then(({ content }) => refreshOf({}, content));
  return building;
}

/** When a page was last checked; undefined when nothing proves it. */
export async function checkOf(page: Page): Promise<PageStatus | undefined> {
  const refresh = await builtState();
  return 'status' in refresh ? refresh.status.pages.get(page.id) : undefined;
}

/** Where what the pages say of their checks comes from, when there is no git. */
export async function freshnessOf(): Promise<ProvenFreshness | undefined> {
  const refresh = await builtState();
  return 'status' in refresh ? refresh.status.freshness : undefined;
}

/** The acts that changed under pages, by page id. Where nothing is proven, all that may have changed are shown. */
export function alarmsIn(refresh: Refresh, content: Content): ReadonlyMap<string, readonly ActAlarm[]> {
  return 'status' in refresh ? refresh.status.alarms : unprovenAlarms(content);
}

/** The acts that changed under a page, and whether that is proven; a commit that confirms rebuilds the page. */
export async function alarmsOf(
  page: Page,
): Promise<{ readonly alarms: readonly ActAlarm[]; readonly proven: boolean }> {
  const [refresh, { content }] = await Promise.all([builtState(), loadContent()]);
  return { alarms: alarmsIn(refresh, content).get(page.id) ?? [], proven: 'status' in refresh };
}

/** The acts that changed, in a word or two, by id of the page that cites them. */
export async function alarmTexts(locals: App.Locals, content: Content): Promise<Record<string, string>> {
  return Object.fromEntries(
    [...alarmsIn(await refreshOf(locals, content), content)].map(([id, acts]) => [
      id,
      acts.map(({ act, edition }) => `${act.title}, редакция от ${dateInWords(edition)}`).join('; '),
    ]),
  );
}

/** The month before or after: `2026-11`, -1 gives `2026-10`. */
export function monthBeside(month: string, shift: -1 | 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + shift, 1)).toISOString().slice(0, 7);
}

/** Today's date in a time zone, `2026-11-22`. */
export function today(timeZone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
}

/** How long there still is, with the last day: «осталось 8 дней», «последний день», «срок вышел». */
export function timeLeft(lastDay: string, day: string): string {
  const days = Math.round((Date.parse(lastDay) - Date.parse(day)) / 86_400_000);
  if (days < 0) return 'срок вышел';
  if (days === 0) return 'сегодня последний день';
  return `${plural(days, ['остался', 'осталось', 'осталось'])} ${days}\u00a0${plural(days, ['день', 'дня', 'дней'])}`;
}
