import { join } from 'node:path';
import { type LinterOptions, placer, type ReportMessage } from '@ponyatno/lint-rules';
import { openSpeller } from '@ponyatno/lint-rules/node';
import { openDictionary, openTagger } from '@ponyatno/russian/node';
import { agencyLanguage } from '#editor/node';
import { type Problem, type TrialReading, withPage } from '#knowledge';
import { Configs, FileLinter, isIgnored, sourceOfText } from '#linting';
import { ProposalError } from '../error.ts';
import { type ContentState, ContentStates, checkAll } from './content-state.ts';
import { fieldsOf } from './path-at.ts';
import type { ProposalProblem } from './problem.ts';

/** Shows a page that is being written, as HTML that is safe to put into a page. */
export type Preview = (trial: TrialReading, file: string) => Promise<string>;

/** A changed page, looked at. */
export interface CheckedPage {
  readonly problems: readonly ProposalProblem[];
  readonly preview: string;
}

/** Checks changed pages: here, or in another thread. */
export interface ProposalsChecker {
  check(file: string, text: string): Promise<CheckedPage>;
  /** Loads what a check needs. */
  warm(): Promise<void>;
}

/** Beyond it the linter would keep everybody waiting: the longest page there is has a tenth of it. */
const longestLinted = 200_000;

/** Looks at one changed page as `ponyatno check` and `ponyatno lint` would, if it stood in the content. */
export class PageChecker implements ProposalsChecker {
  readonly #folder: string;
  readonly #preview: Preview;
  readonly #states: ContentStates;
  readonly #linters = new WeakMap<ContentState, Promise<FileLinter>>();

  constructor(folder: string, preview: Preview) {
    this.#folder = folder;
    this.#preview = preview;
    this.#states = new ContentStates(folder, openDictionary);
  }

  /** The content as it is on disk. */
  state(): Promise<ContentState> {
    return this.#states.current();
  }

  /** Loads what a check needs, so that the first one does not wait for it. */
  async warm(): Promise<void> {
    await this.#linterOf(await this.state());
  }

  /**
   * Takes any text: what cannot be read is a problem with its line.
   *
   * @throws ProposalError when no page may stand at this path
   */
  async check(file: string, text: string): Promise<CheckedPage> {
    const state = await this.state();
    const trial = withPage(state.reading, file, text.replace(/^\uFEFF/, ''));
    if (trial === undefined) throw unknownPage(file);
    const content = await this.#contentProblems(file, text, trial, state);
    const words = await this.#wordProblems(file, text, state);
    return { problems: [...content, ...words], preview: await this.#preview(trial, file) };
  }

  async #contentProblems(
    file: string,
    text: string,
    trial: TrialReading,
    state: ContentState,
  ): Promise<ProposalProblem[]> {
    // Without the page every link to it would be a fault of others: its own faults come first.
    const found = trial.readable ? await checkAll(trial.reading, openDictionary()) : trial.reading.problems;
    const known = new Set(state.problems.map(nameOf));
    const shown = found.filter(
      (one) =>
        one.severity !== 'missing' && (one.file === file || (trial.readable && !known.has(nameOf(one)))),
    );
    const fieldAt = fieldsOf(text);
    const offsetAt = offsets(text);
    return shown.map((one) => {
      const problem = {
        severity: one.severity === 'error' ? ('error' as const) : ('warning' as const),
        source: 'content' as const,
        rule: one.rule,
      };
      if (one.file !== file)
        return { ...problem, message: `Из-за этой правки: ${one.file}, строка ${one.line}. ${one.message}` };
      const path = fieldAt(offsetAt(one.line, one.column));
      const { line, column, message } = one;
      return { ...problem, message, ...(path ? { path } : {}), line, column };
    });
  }

  async #wordProblems(file: string, text: string, state: ContentState): Promise<ProposalProblem[]> {
    if (text.length > longestLinted)
      return [
        {
          severity: 'warning',
          source: 'words',
          rule: 'too-long',
          message:
            'Страница длиннее 200 000 знаков, замечаний к словам на ней нет. Разбейте её на несколько страниц.',
        },
      ];
    const path = join(this.#folder, file);
    const settings = await new Configs().of(path);
    if (settings && 'config' in settings && isIgnored(settings.config, path)) return [];
    const linter = await this.#linterOf(state);
    const source = sourceOfText(text, path, file);
    const shift = source.hasByteOrderMark ? 1 : 0;
    const place = placer(text);
    const fieldAt = fieldsOf(text);
    return linter.lint(source).messages.map((message) => wordProblem(message, shift, place, fieldAt));
  }

  #linterOf(state: ContentState): Promise<FileLinter> {
    const known = this.#linters.get(state);
    if (known) return known;
    const made = this.#makeLinter(state);
    this.#linters.set(state, made);
    return made;
  }

  async #makeLinter({ reading }: ContentState): Promise<FileLinter> {
    const options: LinterOptions = {
      dictionary: openDictionary(),
      tagger: openTagger(),
      speller: await openSpeller(),
      ...agencyLanguage(reading.content),
      min: 'warning',
    };
    const configs = new Configs();
    const settings = new Map(
      await Promise.all(
        reading.content.pages.map(async ({ file }) => {
          const path = join(this.#folder, file);
          const read = await configs.of(path);
          return [path, read && 'config' in read ? read.config : undefined] as const;
        }),
      ),
    );
    return new FileLinter(options, { content: this.#folder, configOf: (path) => settings.get(path) });
  }
}

/** The refusal of a path that is no page. */
export function unknownPage(file: string): ProposalError {
  return new ProposalError(
    'unknown-page',
    `Страницы «${file}» в базе знаний нет. Откройте нужную страницу и нажмите на ней «Предложить правку».`,
  );
}

/** A problem without its place: lines move while somebody writes. */
function nameOf({ file, rule, message }: Problem): string {
  return `${file}\0${rule}\0${message}`;
}

function offsets(text: string): (line: number, column: number) => number {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  return (line, column) => Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1);
}

function wordProblem(
  { rule, severity, message, start, end, expected, clause }: ReportMessage,
  shift: number,
  place: ReturnType<typeof placer>,
  fieldAt: ReturnType<typeof fieldsOf>,
): ProposalProblem {
  const [from, to] = [start + shift, end + shift];
  const [first, last] = [place(from), place(to)];
  const path = fieldAt(from);
  return {
    severity: severity === 'error' ? 'error' : 'warning',
    source: 'words',
    rule,
    message,
    ...(path ? { path } : {}),
    line: first.line,
    column: first.column,
    endLine: last.line,
    endColumn: last.column,
    ...(clause === undefined ? {} : { clause }),
    ...(expected.length > 0
      ? { replacements: expected.map((words) => ({ text: words, range: [from, to] as const })) }
      : {}),
  };
}
