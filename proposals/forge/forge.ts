/** What is handed to a forge. */
export interface Delivery {
  /** The top folder of the repository. */
  readonly root: string;
  readonly branch: string;
  readonly commit: string;
  /** The branch it is to go into; undefined lets the forge say which is its main one. */
  readonly into: string | undefined;
  readonly title: string;
  readonly body: string;
}

/** A place where changes are looked at and merged. */
export interface Forge {
  readonly kind: 'github' | 'gitlab' | 'gitea';
  /**
   * Brings the branch to the forge and asks for it to be merged. Done twice, it gives the same request.
   *
   * @throws ForgeError
   */
  deliver(delivery: Delivery): Promise<{ readonly url: string }>;
}

/** The forge did not take a proposal. The message is a full Russian sentence, and holds no token. */
export class ForgeError extends Error {
  override name = 'ForgeError';
}
