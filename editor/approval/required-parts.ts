import { createLinter, type Linter, rules } from '@ponyatno/lint-rules';
import { openDictionary } from '@ponyatno/russian/node';
import type { Agency, LetterKind } from '#knowledge';
import { lintLetter } from '../lint/lint-letter.ts';

/** Finds the required parts that a letter lacks, on the server. */
export class RequiredParts {
  readonly #agency: Agency;
  readonly #linters = new Map<LetterKind, Linter>();
  #dictionary: ReturnType<typeof openDictionary> | undefined;

  constructor(agency: Agency) {
    this.#agency = agency;
  }

  /** @param texts the blocks of the letter */
  missing(letter: LetterKind, texts: readonly string[]) {
    if ((this.#agency.letters[letter]?.parts.length ?? 0) === 0) return [];
    return lintLetter(this.#linterFor(letter), texts).missingParts;
  }

  #linterFor(letter: LetterKind): Linter {
    const known = this.#linters.get(letter);
    if (known !== undefined) return known;
    this.#dictionary ??= openDictionary();
    const linter = createLinter({
      dictionary: this.#dictionary,
      profile: 'letter',
      letter,
      letters: this.#agency.letters,
      rules: Object.fromEntries(rules.filter(({ id }) => id !== 'missing-part').map(({ id }) => [id, 'off'])),
    });
    this.#linters.set(letter, linter);
    return linter;
  }
}
