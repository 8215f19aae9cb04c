import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerFile } from '../content.ts';
import type { Ledger } from '../schema/ledger.ts';

/** Above this a record is read at once: so many names are seldom all missing. */
const fewNames = 100;

/** A file of the ledger that is read once, the first time that somebody asks. */
export function ledgerFile(
  folder: string,
  place: Pick<LedgerFile, 'file' | 'month' | 'unit'>,
  readWhole: () => Ledger | undefined,
): LedgerFile {
  let found: { readonly ledger: Ledger | undefined } | undefined;
  return {
    ...place,
    read() {
      found ??= { ledger: readWhole() };
      return found.ledger;
    },
    mayName(ids) {
      if (found) return found.ledger?.pages.some(({ id }) => ids.has(id)) ?? false;
      if (ids.size > fewNames) return true;
      const bytes = readFileSync(join(folder, place.file));
      // YAML can hide a name behind an escape.
      return bytes.includes('\\') || [...ids].some((id) => bytes.includes(id));
    },
  };
}
