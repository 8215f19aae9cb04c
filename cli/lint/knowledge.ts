import { type AgencyLanguage, agencyLanguage } from '#editor/node';
import { ContentError, readVocabulary } from '#knowledge';
import { UsageError } from '../errors.ts';

const nothing: AgencyLanguage = { glossary: [], names: [], letters: {}, clauses: {} };

/** Reads what the linter should know of the content; a text from elsewhere can be linted without any content. */
export async function readKnown(folder: string, required: boolean): Promise<AgencyLanguage> {
  try {
    return agencyLanguage(await readVocabulary(folder));
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    if (required) throw new UsageError(error.message);
    return nothing;
  }
}
