import { Temporal } from 'temporal-polyfill';
import type { Content, Page } from '#knowledge';
import type { LastCheck, SortedRecords } from '../records.ts';
import { actOf, citedActs, editionOf } from './citing.ts';

/** An act that a page cites has changed, and the unit has not said yet what that means for the page. */
export interface ActAlarm {
  readonly act: Page<'regulation'>;
  /** The edition in force, `2026-11-01`. */
  readonly edition: string;
}

/** One time that a unit looked at a page with an edition of an act before it. */
interface Look {
  readonly at: Temporal.ZonedDateTime;
  /** `any` of a record that names no editions: then the day decides. */
  readonly edition: string | undefined | 'any';
  readonly settled: boolean;
}

/**
 * The pages whose acts changed since the unit last looked (RF-2, a), by page id. A look counts with the edition that is written in it,
 * so an edition that becomes known late still alarms. What nobody ever looked at is alarmed by editions newer than the base itself.
 *
 * @param proven.last the last check of each page
 * @param proven.begun when the base came to the main line
 */
export function actAlarms(
  content: Content,
  {
    last,
    confirmations,
    begun,
  }: Pick<SortedRecords, 'confirmations'> & {
    readonly last: ReadonlyMap<string, LastCheck>;
    readonly begun: Temporal.Instant;
  },
): Map<string, readonly ActAlarm[]> {
  const confirmed = new Map<string, Look[]>();
  for (const { confirmation, at } of confirmations)
    for (const { id, result } of confirmation.pages) {
      const key = `${id} ${confirmation.act}`;
      const look = { at, edition: confirmation.edition, settled: result === 'confirmed' };
      confirmed.set(key, [...(confirmed.get(key) ?? []), look]);
    }

  const since = begun.toZonedDateTimeISO(content.agency.timeZone).toPlainDate().toString();
  const alarms = new Map<string, readonly ActAlarm[]>();
  for (const page of content.pages) {
    const check = last.get(page.id);
    const found = [...citedActs(page, content)].flatMap((id) => {
      const act = actOf(content, id);
      const edition = act && editionOf(act);
      if (!act || edition === undefined) return [];
      const looks = [...(check ? [lookOf(check, id)] : []), ...(confirmed.get(`${page.id} ${id}`) ?? [])];
      return isSettled(looks, edition, since) ? [] : [{ act, edition }];
    });
    if (found.length > 0) alarms.set(page.id, found);
  }
  return alarms;
}

/**
 * The pages that cite an act with an edition of its own, by page id, where nothing proves that anybody looked at them since: without a
 * history every such page is alarmed rather than none.
 */
export function unprovenAlarms(content: Content): Map<string, readonly ActAlarm[]> {
  const alarms = new Map<string, readonly ActAlarm[]>();
  for (const page of content.pages) {
    const found = [...citedActs(page, content)].flatMap((id) => {
      const act = actOf(content, id);
      return act?.data.edition === undefined ? [] : [{ act, edition: act.data.edition }];
    });
    if (found.length > 0) alarms.set(page.id, found);
  }
  return alarms;
}

/** What a monthly check says of one act of a page. */
function lookOf({ record: { ledger, at }, found }: LastCheck, act: string): Look {
  const written = ledger.acts?.find(({ id }) => id === act);
  return { at, edition: written ? written.edition : 'any', settled: found.result !== 'to-change' };
}

function isSettled(looks: readonly Look[], edition: string, since: string): boolean {
  const last = looks.toSorted((a, b) => Temporal.ZonedDateTime.compare(a.at, b.at)).at(-1);
  if (!last) return edition <= since;
  if (last.edition === 'any') return edition <= last.at.toPlainDate().toString();
  if (last.edition === edition) return last.settled;
  return false;
}
