/** A deadline that cannot be counted; the message is a full sentence in Russian with the way out. */
export class DeadlineError extends Error {
  override name = 'DeadlineError';
}
