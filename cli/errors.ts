/** Wrong usage or environment: the message is a full Russian sentence with the way out; the exit code is 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
