import { clausesFrom, type LinterOptions } from '@ponyatno/lint-rules';
import { ContentError, type PartialContent, readFolder } from '#knowledge';
import { UsageError } from '../errors.ts';

/** What the content folder tells the linter: glossary, official names, required parts, clauses. */
export type KnownToLinter = Required<Pick<LinterOptions, 'glossary' | 'names' | 'letters' | 'clauses'>>;

const nothing: KnownToLinter = { glossary: [], names: [], letters: {}, clauses: {} };

/** Reads what the linter should know of the content; a text from elsewhere can be linted without any content. */
export async function readKnown(folder: string, required: boolean): Promise<KnownToLinter> {
  try {
    return knownFrom((await readFolder(folder)).content);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    if (required) throw new UsageError(error.message);
    return nothing;
  }
}

function knownFrom({ agency, glossary }: PartialContent): KnownToLinter {
  return {
    glossary,
    names: agency ? [agency.name.full] : [],
    letters: agency?.letters ?? {},
    clauses: clausesFrom(agency?.language ?? {}),
  };
}
