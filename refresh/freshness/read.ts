import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Content, counted, formatDay } from '#knowledge';
import { type NoHistoryError, RefreshError } from '../error.ts';
import type { LedgerProof } from '../proof.ts';
import { contentDigest } from './digest.ts';
import { type Freshness, freshnessSchema } from './schema.ts';

/** Where the proof comes from when it does not come from git. */
export interface ProvenFreshness {
  readonly madeAt: Temporal.ZonedDateTime;
  readonly commit: string;
  /** The last day that it proves anything. */
  readonly until: Temporal.PlainDate;
}

/** A unit checks at least once a month, and every check makes a new image: an older file is a forgotten one. */
const provesDays = 31;

/** Clocks of two machines differ a little. */
const clockSlipHours = 24;

/**
 * Takes the proof from `freshness.json` in the content folder, or from where PONYATNO_FRESHNESS points. Fails closed: without such a
 * file, with an unreadable or old one, or for other content nothing is proven.
 */
export async function readFreshness(
  content: Content,
  now: Temporal.Instant,
  noHistory: NoHistoryError,
): Promise<LedgerProof> {
  const file = resolve(process.env.PONYATNO_FRESHNESS || join(content.folder, 'freshness.json'));
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new RefreshError(
        `${noHistory.message} Если образ собирают без .git, положите в него freshness.json: его пишет «ponyatno refresh freshness».`,
      );
    throw unusable(file, 'его не удалось прочитать');
  });
  const found = parse(text, file);
  const zone = content.agency.timeZone;
  const made = Temporal.Instant.from(found.madeAt);
  const madeAt = made.toZonedDateTimeISO(zone);
  const until = madeAt.toPlainDate().add({ days: provesDays });
  if (Temporal.Instant.compare(made, now.add({ hours: clockSlipHours })) > 0)
    throw unusable(file, 'он составлен в будущем: часы идут неверно');
  if (Temporal.PlainDate.compare(now.toZonedDateTimeISO(zone).toPlainDate(), until) > 0)
    throw unusable(
      file,
      `он составлен ${formatDay(madeAt.toPlainDate())}, больше чем ${counted(provesDays, ['день', 'дня', 'дней'])} назад`,
    );
  if (found.content !== (await contentDigest(content.folder)))
    throw unusable(file, 'он составлен для другого содержания: с тех пор страницы или записи изменились');
  return {
    begun: Temporal.Instant.from(found.begun),
    freshness: { madeAt, commit: found.commit, until },
    of(file) {
      const record = Object.hasOwn(found.records, file) ? found.records[file] : undefined;
      if (!record) return { why: 'Записи не было, когда составляли freshness.json.' };
      if ('why' in record) return record;
      return {
        at: Temporal.Instant.from(record.at).toZonedDateTimeISO(zone),
        by: { name: record.by, email: '' },
      };
    },
  };
}

function parse(text: string, file: string): Freshness {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw unusable(file, 'он испорчен');
  }
  const result = freshnessSchema.safeParse(data);
  if (result.success) return result.data;
  throw unusable(file, 'он испорчен или составлен другой версией программы');
}

function unusable(file: string, why: string): RefreshError {
  return new RefreshError(
    `Файл ${file} ничего не доказывает: ${why}. Составьте его заново там, где есть git: ponyatno refresh freshness > freshness.json.`,
  );
}
