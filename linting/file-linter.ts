import { relative, sep } from 'node:path';
import {
  createLinter,
  type FileReport,
  type LinterOptions,
  type Profile,
  type Readability,
  type ReportMessage,
  readMarkdown,
  type Severity,
} from '@ponyatno/lint-rules';
import { Temporal } from 'temporal-polyfill';
import { type Config, optionsFor, profileFor } from './config/index.ts';
import { withFingerprints } from './fingerprint.ts';
import { frontMatterField, frontMatterTexts } from './front-matter.ts';
import { heed, readMarks } from './ignore/index.ts';
import { isMarkdown, type SourceFile } from './source.ts';

/** What the file linter needs beside the options of the linter. */
interface Setting {
  /** The content folder. */
  readonly content: string;
  /** `yyyy-mm-dd`, for marks that hold for a time. */
  readonly today?: string;
  /** The settings that hold for a file. */
  readonly configOf?: (path: string) => Config | undefined;
}

/** Lints files; the content folder tells what kind of text a file is. */
export class FileLinter {
  readonly #options: LinterOptions;
  readonly #content: string;
  readonly #today: string;
  readonly #configOf: (path: string) => Config | undefined;
  readonly #linters = new Map<string, ReturnType<typeof createLinter>>();

  constructor(options: LinterOptions, { content, today, configOf = () => undefined }: Setting) {
    this.#options = options;
    this.#content = content;
    this.#configOf = configOf;
    this.#today = today ?? Temporal.Now.plainDateISO().toString();
  }

  /** Everything found in a file, its front matter included, but for what its marks ask to pass over. */
  lint(file: SourceFile): FileReport {
    const { min = 'hint', profile } = this.#options;
    const { messages, readability } = this.#find(file, min);
    const { source } = file;
    const marks = isMarkdown(file) ? readMarks(source, file.format === 'mdx') : [];
    const all = profile === undefined ? () => this.#find(file, 'hint').messages : undefined;
    const heeded = heed(messages, marks, { source, today: this.#today, min, all });
    return {
      file: file.name,
      source,
      messages: heeded.messages.toSorted((one, two) => one.start - two.start),
      readability,
      ignored: heeded.ignored,
      ...(file.format === 'docx' ? { unit: 'paragraph' } : {}),
    };
  }

  /** What a file is: said by the run, by the settings, or by the folder of the content it stands in. */
  profileOf(path: string): Profile {
    const config = this.#configOf(path);
    return (
      this.#options.profile ??
      (config && profileFor(config, path)) ??
      profileIn(relative(this.#content, path).split(sep).join('/'))
    );
  }

  #find(file: SourceFile, min: Severity): { messages: ReportMessage[]; readability: Readability } {
    const { path, source } = file;
    const markdown = isMarkdown(file);
    const { text, explained } = markdown ? readMarkdown(source) : { text: source, explained: [] };
    const profile = this.profileOf(path);
    const letter = markdown && profile === 'letter' ? frontMatterField(source, 'letter') : undefined;
    const body = this.#linter(path, min, profile, letter).lint(text, { explained });
    const inFields = (markdown ? frontMatterTexts(source) : []).flatMap((field) => {
      const { messages } = this.#linter(path, min, this.#options.profile ?? field.profile).lint(field.text);
      return withFingerprints(messages, field.text);
    });
    const messages = [...inFields, ...withFingerprints(body.messages, text)];
    return { messages: messages.map((one) => inSource(one, source)), readability: body.readability };
  }

  #linter(path: string, min: Severity, profile: Profile, letter?: string) {
    const config = this.#configOf(path);
    const options = config ? optionsFor(config, path, profile, this.#options) : this.#options;
    const key = JSON.stringify([min, profile, letter, config?.folder, options.rules]);
    const made = this.#linters.get(key);
    if (made) return made;
    const linter = createLinter({ ...options, min, profile, ...(letter ? { letter } : {}) });
    this.#linters.set(key, linter);
    return linter;
  }
}

/** What a file of the content folder is; elsewhere a Word document is a letter and a file a page. */
function profileIn(file: string): Profile {
  if (/^functions\/[^/]+\/regulations\//.test(file)) return 'legal';
  if (file.startsWith('scripts/')) return 'speech';
  return file.startsWith('templates/') || /\.docx$/i.test(file) ? 'letter' : 'page';
}

/** Words between which markup stands cannot be replaced as they were read. */
function inSource(message: ReportMessage, source: string): ReportMessage {
  const actual = source.slice(message.start, message.end);
  return actual === message.actual
    ? message
    : { ...message, actual, expected: [], changes: [], fix: 'advice' };
}
