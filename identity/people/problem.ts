/** Why something cannot be done to an account: a stable code, and a Russian sentence with the way out. */
export class AccountProblem extends Error {
  override name = 'AccountProblem';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
