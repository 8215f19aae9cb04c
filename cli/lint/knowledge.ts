import { clausesFrom, type LinterOptions } from '@ponyatno/lint-rules';
import { type PartialContent, readFolder } from '#knowledge';

/** What the content folder tells the linter: glossary, official names, required parts. */
export type KnownToLinter = Required<Pick<LinterOptions, 'glossary' | 'names' | 'letters' | 'clauses'>>;

const nothing: KnownToLinter = { glossary: [], names: [], letters: {}, clauses: {} };

/** Reads what the linter should know of the content; a text can be linted without any content as well. */
export async function readKnown(
  folder: string,
): Promise<{ known: KnownToLinter; content: PartialContent | undefined }> {
  const reading = await readFolder(folder).catch(() => undefined);
  return { known: reading ? knownFrom(reading.content) : nothing, content: reading?.content };
}

function knownFrom({ agency, glossary }: PartialContent): KnownToLinter {
  return {
    glossary,
    names: agency ? [agency.name.full] : [],
    letters: agency?.letters ?? {},
    clauses: clausesFrom(agency?.language ?? {}),
  };
}
