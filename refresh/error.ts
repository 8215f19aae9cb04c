/** The state of the checks cannot be known, or a check cannot be recorded. The message is a full sentence in Russian. */
export class RefreshError extends Error {
  override name = 'RefreshError';
}
