/** The state of the checks cannot be known, or a check cannot be recorded. The message is a full sentence in Russian. */
export class RefreshError extends Error {
  override name = 'RefreshError';
  /** What keeps git from answering, when it is that: there is no git, or the folder lies in no repository. */
  readonly reason: 'no-git' | 'no-repository' | undefined;

  constructor(message: string, reason?: 'no-git' | 'no-repository') {
    super(message);
    this.reason = reason;
  }
}

/** There is no git at all: no program, or no repository. */
export class NoHistoryError extends RefreshError {}
