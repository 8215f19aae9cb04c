import {
  askCheck,
  type CheckedText,
  type EditablePage,
  type PageProblem,
  type SentEdit,
  sendEdit,
} from './api.ts';
import { type FieldPath, readFields, withField } from './fields.ts';
import { forgetEdit, holdEdit, type KeptEdit, keepEdit, newEditId } from './kept.ts';
import { withBody, writtenBody } from './page-text.ts';
import { replaced } from './places.ts';
import { type FormField, formFields } from './schema-fields.ts';

/** How long the keys must be still before the text is checked. */
const checkAfterMs = 600;

/** Acts, functions, units: what a field can name, by the name of the field. */
export type References = Readonly<Record<string, readonly { readonly id: string; readonly title: string }[]>>;

/** Somebody else has changed the page meanwhile. */
export interface Conflict {
  readonly theirs: string;
  readonly version: string;
}

/** One edit of one page, from the first letter until it is sent. Its one truth is the text of the whole file. */
export class ProposeDesk {
  readonly page: EditablePage;
  readonly form: readonly FormField[];
  /** What fields can refer to, by the name of the field. */
  readonly references: References;
  /** The version that the edit begins from, and its text. */
  version = $state('');
  before = $state('');
  text = $state('');
  /** What the server has found, and in which text. */
  checked = $state.raw<CheckedText & { readonly text: string }>();
  /** Why there is no check of the text. */
  unchecked = $state('');
  conflict = $state.raw<Conflict>();
  sent = $state.raw<SentEdit>();
  sending = $state(false);
  /** Why the edit was not sent. */
  problem = $state('');
  /** False when the browser does not let the text be kept. */
  isKept = $state(true);

  readonly fields = $derived(readFields(this.text));
  readonly body = $derived(writtenBody(this.text).body);
  readonly dirty = $derived(this.text !== this.before && this.sent === undefined);
  /** Problems count for the text that was checked only. */
  readonly isFresh = $derived(this.checked?.text === this.text);
  readonly errors = $derived(
    this.checked?.problems.filter(({ severity }) => severity === 'error').length ?? 0,
  );

  /** Under which the text is kept in this browser. */
  readonly #id: string;
  readonly #account: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /** @param account under whose name an edit is kept until it is sent */
  constructor(page: EditablePage, references: References, account: string, kept?: KeptEdit) {
    this.page = page;
    this.#account = account;
    this.#id = kept?.id ?? newEditId();
    holdEdit({ file: page.file, id: this.#id });
    this.references = references;
    this.form = formFields(page.schema);
    this.version = kept?.version ?? page.version;
    this.before = kept?.before ?? page.text;
    this.text = kept?.text ?? page.text;
    if (kept && kept.version !== page.version) this.conflict = { theirs: page.text, version: page.version };
  }

  /** Puts another text in the place of the old one, keeps it and has it checked. */
  change(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.#keep();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.check(), checkAfterMs);
  }

  changeField(path: FieldPath, value: unknown): void {
    this.change(withField(this.text, path, value));
  }

  changeBody(body: string): void {
    this.change(withBody(this.text, body));
  }

  /** Puts a replacement in; only while the text is the one that was checked. */
  replace(replacement: NonNullable<PageProblem['replacements']>[number]): void {
    if (!this.isFresh) return;
    this.change(replaced(this.text, replacement));
    clearTimeout(this.#timer);
    this.check();
  }

  /** Has the text checked now. */
  async check(): Promise<void> {
    const { text } = this;
    this.#asked += 1;
    const asked = this.#asked;
    const answer = await askCheck(this.page.file, text);
    if (asked !== this.#asked) return;
    if (answer.kind === 'done') {
      this.checked = { ...answer.value, text };
      this.unchecked = '';
    } else this.unchecked = answer.message;
  }

  /** Hands the edit over; true when the server has taken it. */
  async send(summary: string, name: string): Promise<boolean> {
    this.sending = true;
    this.problem = '';
    const { text, version } = this;
    const answer = await sendEdit({ file: this.page.file, base: version, text, summary, name });
    this.sending = false;
    switch (answer.kind) {
      case 'done':
        clearTimeout(this.#timer);
        this.#forget();
        this.sent = answer.value;
        return true;
      case 'conflict':
        this.conflict = { theirs: answer.theirs, version: answer.version };
        return false;
      case 'invalid':
        if (answer.problems.length > 0)
          this.checked = { problems: [...answer.problems], preview: this.checked?.preview ?? '', text };
        this.problem = answer.message;
        return false;
      default:
        this.problem = `${answer.message} ${this.isKept ? kept : notKept}`;
        return false;
    }
  }

  /** Goes on from the newer version with a text that has both changes, or one of them over the other. */
  settle(text: string): void {
    if (!this.conflict) return;
    this.before = this.conflict.theirs;
    this.version = this.conflict.version;
    this.conflict = undefined;
    this.text = text;
    this.#keep();
    this.check();
  }

  /** Takes the whole edit back. */
  takeBack(): void {
    this.#forget();
    this.text = this.before;
    this.check();
  }

  #keep(): void {
    const { file } = this.page;
    const { version, before, text } = this;
    if (text === before) {
      this.#forget();
      return;
    }
    this.isKept = keepEdit({
      id: this.#id,
      file,
      version,
      before,
      text,
      at: new Date().toISOString(),
      account: this.#account,
    });
  }

  #forget(): void {
    forgetEdit({ file: this.page.file, id: this.#id });
  }
}

const kept = 'Текст сохранён в\u00a0этом браузере.';
const notKept = 'Браузер не\u00a0хранит текст: не\u00a0закрывайте вкладку.';
