import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileReport, LinterOptions } from '@ponyatno/lint-rules';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Configs, type FaultyFile, FileLinter, isIgnored, type SourceFile, sourceOfText } from '#linting';

/** What is known of a text that is open in the editor. */
export interface LintedText {
  readonly file: SourceFile;
  readonly report: FileReport;
  readonly linter: FileLinter;
  /** Settings that cannot be used: the text is linted without them. */
  readonly faulty: readonly FaultyFile[];
}

/** Lints texts as they stand in the editor, with the settings of the folder they belong to. */
export class Texts {
  readonly #options: LinterOptions;
  readonly #content: string;
  #configs = new Configs();
  readonly #linters = new Map<unknown, FileLinter>();

  constructor(options: LinterOptions, content: string) {
    this.#options = options;
    this.#content = content;
  }

  /** Reads settings anew: one of their files has changed. */
  forget(): void {
    this.#configs = new Configs();
    this.#linters.clear();
  }

  async lint(document: TextDocument): Promise<LintedText> {
    const path = pathOf(document);
    const read = await this.#configs.of(path);
    const config = read && 'config' in read ? read.config : undefined;
    const file = sourceOfText(document.getText(), path, path);
    const linter =
      this.#linters.get(config) ??
      new FileLinter(this.#options, { content: this.#content, configOf: () => config });
    this.#linters.set(config, linter);
    const report = linter.lint(file);
    const shown = config && isIgnored(config, path) ? { ...report, messages: [] } : report;
    return { file, report: shown, linter, faulty: read && 'faulty' in read ? read.faulty : [] };
  }
}

const endings: Readonly<Record<string, string>> = { markdown: '.md', mdx: '.mdx' };

/** A text that is not saved yet is what the editor says it is. */
function pathOf({ uri, languageId }: TextDocument): string {
  const path = uri.startsWith('file:') ? fileURLToPath(uri) : join(process.cwd(), 'untitled');
  const ending = endings[languageId];
  if (/\.(?:mdx?|txt)$/i.test(path)) return path;
  return join(dirname(path), `untitled${ending ?? '.txt'}`);
}

/** The address of a file as editors write it. */
export const uriOf = (path: string): string => pathToFileURL(path).href;
