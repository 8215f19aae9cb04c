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

/** Whether people still look at a request, have taken it, or have closed it without taking it. */
export type RequestState = 'open' | 'merged' | 'closed';

/** A request to merge, as the forge has it. */
export interface ForgeRequest {
  readonly url: string;
  readonly state: RequestState;
}

/** A place where changes are looked at and merged. */
export interface Forge {
  readonly kind: 'github' | 'gitlab' | 'gitea';
  /**
   * Brings the branch to the forge and asks for it to be merged. Done twice, it gives the same request.
   *
   * @throws ForgeError
   */
  deliver(delivery: Delivery): Promise<ForgeRequest>;
  /**
   * The request of a branch; undefined when the forge knows none.
   *
   * @throws ForgeError
   */
  find(branch: string): Promise<ForgeRequest | undefined>;
}

/** The forge did not take a proposal. The message is a full Russian sentence, and holds no token. */
export class ForgeError extends Error {
  override name = 'ForgeError';
}
