import { Temporal } from 'temporal-polyfill';
import type { Content } from '#knowledge';
import { headOf } from '../history.ts';
import { monthOf } from '../month.ts';
import { askGit } from '../proof.ts';
import { statusFrom } from '../status.ts';
import { contentDigest } from './digest.ts';
import type { Freshness } from './schema.ts';

/** Months in the summary at most: five years, as in the report. */
const maxMonths = 60;

/** Writes down what the ledger and git prove now, for a server that will have no git. Throws a `RefreshError` where git proves nothing. */
export async function makeFreshness(
  content: Content,
  now: Temporal.Instant = Temporal.Now.instant(),
): Promise<Freshness> {
  const zone = content.agency.timeZone;
  const commit = await headOf(content.folder);
  const proof = await askGit(content);
  const files = [...content.ledgers, ...content.confirmations].map(({ file }) => file);
  const status = statusFrom(proof, { content, now });
  const months = monthsSince(monthOf(proof.begun, zone), status.month);
  return {
    format: 1,
    madeAt: now.round('second').toString(),
    commit,
    content: await contentDigest(content.folder),
    begun: proof.begun.toString(),
    records: Object.fromEntries(
      files.toSorted().map((file) => {
        const found = proof.of(file);
        if ('why' in found) return [file, found];
        return [file, { at: found.at.toInstant().toString(), by: found.by.name }];
      }),
    ),
    state: {
      month: status.month,
      units: Object.fromEntries(
        months.map((month) => [
          month,
          Object.fromEntries(
            statusFrom(proof, { content, now, month }).units.map(({ unit, state }) => [unit.id, state]),
          ),
        ]),
      ),
      pages: Object.fromEntries([...status.pages].map(([id, { state }]) => [id, state])),
      alarms: Object.fromEntries(
        [...status.alarms].map(([id, acts]) => [
          id,
          Object.fromEntries(acts.map(({ act, edition }) => [act.id, edition])),
        ]),
      ),
    },
  };
}

/** The last months up to `last`, none before `first`. */
function monthsSince(first: string, last: string): string[] {
  const end = Temporal.PlainYearMonth.from(last);
  return Array.from({ length: maxMonths }, (_, index) => end.subtract({ months: index }).toString())
    .filter((month) => month >= first)
    .toReversed();
}
