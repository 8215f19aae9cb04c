import { relative, sep } from 'node:path';
import {
  createLinter,
  type FileReport,
  type LinterOptions,
  type Profile,
  type ReportMessage,
  readMarkdown,
} from '@ponyatno/lint-rules';
import type { SourceFile } from './files.ts';
import { withFingerprints } from './fingerprint.ts';
import { frontMatterField, frontMatterTexts } from './front-matter.ts';

/** Lints files; the content folder tells what kind of text a file is. */
export class FileLinter {
  readonly #options: LinterOptions;
  readonly #content: string;
  readonly #linters = new Map<string, ReturnType<typeof createLinter>>();

  constructor(options: LinterOptions, content: string) {
    this.#options = options;
    this.#content = content;
  }

  /** Everything found in a file, its front matter included. */
  lint({ path, name, source }: SourceFile): FileReport {
    const markdown = /\.mdx?$/i.test(path);
    const { text, explained } = markdown ? readMarkdown(source) : { text: source, explained: [] };
    const profile = this.#options.profile ?? profileOf(relative(this.#content, path).split(sep).join('/'));
    const letter = markdown && profile === 'letter' ? frontMatterField(source, 'letter') : undefined;
    const body = this.#linter(profile, letter).lint(text, { explained });
    const fields = markdown ? frontMatterTexts(source) : [];
    const inFields = fields.flatMap((field) => {
      const { messages } = this.#linter(this.#options.profile ?? field.profile).lint(field.text);
      return withFingerprints(messages, field.text);
    });
    return {
      file: name,
      source,
      messages: [...inFields, ...withFingerprints(body.messages, text)]
        .map((message) => inSource(message, source))
        .toSorted((one, two) => one.start - two.start),
      readability: body.readability,
    };
  }

  #linter(profile: Profile, letter?: string) {
    const key = `${profile} ${letter ?? ''}`;
    const linter =
      this.#linters.get(key) ?? createLinter({ ...this.#options, profile, ...(letter ? { letter } : {}) });
    this.#linters.set(key, linter);
    return linter;
  }
}

/** What a file of the content folder is; elsewhere a file is a page. */
function profileOf(file: string): Profile {
  if (/^functions\/[^/]+\/regulations\//.test(file)) return 'legal';
  if (file.startsWith('scripts/')) return 'speech';
  return file.startsWith('templates/') ? 'letter' : 'page';
}

/** Words between which markup stands cannot be replaced as they were read. */
function inSource(message: ReportMessage, source: string): ReportMessage {
  const actual = source.slice(message.start, message.end);
  return actual === message.actual ? message : { ...message, actual, expected: [] };
}
