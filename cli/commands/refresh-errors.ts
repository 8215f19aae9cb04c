import { ContentError } from '#knowledge';
import { RefreshError } from '#refresh';
import { UsageError } from '../errors.ts';

/** What cannot be known or recorded is a matter of the repository or of the question, not a fault of the program. */
export async function asUsage<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContentError || error instanceof RefreshError) throw new UsageError(error.message);
    throw error;
  }
}
