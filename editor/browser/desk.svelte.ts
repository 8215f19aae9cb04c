import type { BudgetUse, Readability } from '@ponyatno/lint-rules';
import { Editor } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { type Leaving, type Missing, missingOf } from '../approval/completeness.ts';
import { type DraftState, isLocked } from '../approval/state.ts';
import { type PersonShown, readNews } from '../collaboration/protocol.ts';
import { isTrouble, type SaveState } from '../connection/save-state.ts';
import { inTurn } from '../connection/turn.ts';
import { whenSaved } from '../connection/when-saved.ts';
import { resolvedBlocks } from '../export/resolved.ts';
import { typedValues } from '../export/typed-values.ts';
import { type LeftFinding, LeftFindings } from '../left/left-findings.ts';
import type { DeskView } from '../letters/desk.ts';
import {
  type RequisiteField,
  type RequisiteFields,
  readRequisiteFields,
} from '../letters/requisite-fields.ts';
import { textOfVariable } from '../letters/values.ts';
import type { PartState } from '../lint/part-states.ts';
import { letterExtensions } from '../schema/extensions.ts';
import { letterField, requisitesField, variablesField } from '../schema/version.ts';
import { agreedLetter } from '../suggestions/agreed.ts';
import { blocksOf, namedText } from '../text/blocks.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { type LetterText, letterText, letterVariables } from '../text/letter-text.ts';
import { Attributions, readAttributionNews } from '../together/attributions.ts';
import { namesIn, recordWriting } from '../together/people.ts';
import { restoreTransaction, restoreValues, type VersionLetter } from '../versions/restore.ts';
import { comparedTexts } from '../versions/texts.ts';
import type { AskKnowledge } from './ask-knowledge.ts';
import { CitedSources } from './cited-sources.svelte.ts';
import { Comments } from './comments.svelte.ts';
import { type Connection, connect } from './connection.ts';
import { Gate } from './leaving.svelte.ts';
import { carets } from './letter/carets.ts';
import { drawnCondition } from './letter/condition-view.ts';
import { EmptyHeaders } from './letter/empty-headers.ts';
import {
  findingsKey,
  findingsPlugin,
  type LetterFinding,
  setActive,
  setLinted,
  setOpened,
  showTheSame,
} from './letter/findings.ts';
import { allOf, type FindingsList, type Rest, visibleOf } from './letter/findings-list.ts';
import { type Fix, fixesTransaction } from './letter/fix.ts';
import { LetterValues } from './letter/letter-values.ts';
import { lockedPlugin } from './letter/locked.ts';
import { showPart } from './letter/part-place.ts';
import { pasting } from './letter/pasting.ts';
import { direct } from './letter/suggesting.ts';
import { drawnVariable } from './letter/variable-view.ts';
import { Linting } from './linting.ts';
import { copyName } from './local-copy.ts';
import { keepOwnName, ownName } from './own-name.ts';
import { Suggestions } from './suggestions.svelte.ts';
import { Versions } from './versions.svelte.ts';

/** What the panel beside the letter shows. */
export type SidePart = 'findings' | 'comments' | 'suggestions' | 'knowledge' | 'versions';

/** One draft on the desk of one person: what the parts of the screen share. */
export class Desk {
  readonly view: DeskView;
  readonly values: LetterValues;
  readonly ask: AskKnowledge;
  save = $state.raw<SaveState>({ kind: 'connecting', text: 'Соединяюсь…', unsafe: false, keptHere: false });
  people = $state.raw<readonly PersonShown[]>([]);
  /** The letter is here and can be written in. */
  ready = $state(false);
  linter = $state<'loading' | 'ready' | 'failed'>('loading');
  /** Whether the linter looks for the parts a letter must have. */
  checksParts = $state(false);
  readability = $state.raw<Readability>();
  /** What it was when the letter was opened. */
  openedWith = $state.raw<Readability>();
  /** What it would be with every ready replacement made. */
  offered = $state.raw<Readability>();
  budgets = $state.raw<readonly BudgetUse[]>([]);
  /** The parts the letter must have, as they stand in it. */
  parts = $state.raw<readonly PartState[]>([]);
  name: string = $state('');
  /** Grows with every transaction of the editor: what is read out of it must be read again. */
  revision = $state(0);
  /** Grows when the text changes. */
  edits = $state(0);
  /** Grows when a value of a variable changes. */
  filled = $state(0);
  /** The gate that the letter leaves by. */
  readonly gate: Gate = new Gate(this);
  /** Where the letter is on its way to being sent. */
  state = $state<DraftState>('draft');
  /** Requisites that are asked for beside the letter. */
  fields = $state.raw<RequisiteFields>(readRequisiteFields(() => ''));
  /** He or she may read letters and not write them. */
  readsOnly = $state(false);
  /** The person before this desk may not change the letter: it is closed, or he or she may only read. */
  readonly locked: boolean = $derived(isLocked(this.state) || this.readsOnly);
  /** Asked to look at a requisite. */
  wantedRequisite = $state.raw<{ readonly field: RequisiteField }>();
  /** Asked to look at a field of the form. */
  wantedField = $state.raw<{ readonly name: string }>();
  /** How many pictures or files were not pasted; 0 when the writer has been told. */
  leftOut = $state(0);
  /** What the panel beside the letter shows. */
  side = $state<SidePart>('findings');
  readonly comments: Comments;
  readonly suggestions: Suggestions;
  readonly versions: Versions;
  /** The pages of the knowledge base the letter rests on. */
  readonly cited: CitedSources;
  /** What the panel shows; places in it are those of the last change of the list. */
  #listed = $state.raw<FindingsList>({ first: [], rests: [] });
  #activeKey = $state<string>();
  /** The wordings that the writers have left as they are, and why; the newest first. */
  left = $state.raw<readonly LeftFinding[]>([]);
  /** The findings that are shown, without those the writers have left as they are. */
  readonly findings: readonly LetterFinding[] = $derived(visibleOf(this.#listed));
  /** The finding that is looked at. */
  readonly active: LetterFinding | undefined = $derived(
    this.findings.find(({ key }) => key === this.#activeKey),
  );

  readonly #document = new Y.Doc();
  /** Which account brought which changes, as the server says it. */
  readonly #attributions = new Attributions();
  readonly #left: LeftFindings;
  readonly #requisites: Y.Map<unknown>;
  readonly #connection: Connection;
  readonly #linting: Linting;
  #reading: ReturnType<typeof setTimeout> | undefined;
  #editor: Editor | undefined;

  constructor(view: DeskView, ask: AskKnowledge) {
    this.view = view;
    this.readsOnly = !view.rights.write;
    // What the account says is what others see, whatever is remembered here.
    this.name = view.person || ownName();
    this.ask = ask;
    this.state = view.state;
    this.values = new LetterValues(this.#document.getMap(variablesField), view, () => this.locked);
    this.#requisites = this.#document.getMap(requisitesField);
    this.#requisites.observe(() => {
      this.fields = readRequisiteFields((name) => this.#requisites.get(name));
    });
    this.#left = new LeftFindings(this.#document);
    this.#left.subscribe(() => {
      this.left = this.#left.list();
      this.look(this.#activeKey);
    });
    const desk = this;
    this.comments = new Comments(
      this.#document,
      {
        get name() {
          return desk.name;
        },
        others: () => desk.others(),
      },
      this.#attributions,
    );
    this.suggestions = new Suggestions({
      get name() {
        return desk.name;
      },
      everybody: () => [...desk.others(), desk.name].toSorted(),
      labelOf: (variable) => this.values.labelOf(variable),
      senderOf: ({ client, clock }) => this.#attributions.nameOf(client, clock),
      inTurn: async (work) =>
        this.save.kind === 'saved' || this.save.kind === 'saving'
          ? inTurn(this.#connection.provider, work)
          : undefined,
    });
    this.versions = new Versions({
      draft: view.id,
      get name() {
        return desk.name;
      },
      saved: () => this.#saved(),
      restore: (letter) => this.#restore(letter),
    });
    this.cited = new CitedSources(this.#document, {
      get name() {
        return desk.name;
      },
      get editor() {
        return desk.#editor;
      },
      values: this.values,
    });
    this.#document.on('update', (_update, _origin, _document, { local }: Y.Transaction) => {
      if (local) this.#recordWriting();
    });
    this.#connection = connect(
      view.room,
      this.#document,
      () => this.name,
      (state) => {
        // Back after a while without connection: the knowledge base may say something else by now.
        if (state.kind === 'saved' && isTrouble(this.save.kind)) this.cited.refresh();
        this.save = state;
      },
      // What this browser kept from before is no part of a letter that was approved.
      this.locked ? undefined : copyName(view),
    );
    this.#connection.provider.on('stateless', ({ payload }: { payload: string }) => this.#hear(payload));
    this.#connection.provider.awareness?.on('change', () => this.#readPeople());
    this.#linting = new Linting(
      view.letter,
      (linted, parts) => {
        this.parts = parts;
        this.readability = linted.readability;
        this.offered = linted.offered;
        this.budgets = linted.budgets;
        this.openedWith ??= linted.readability;
        if (this.#editor) this.#editor.view.dispatch(setLinted(this.#editor.state, linted));
      },
      (state, checksParts) => {
        this.linter = state;
        this.checksParts = checksParts;
      },
    );
    this.values.subscribe(() => {
      this.filled += 1;
      this.#lint();
    });
    this.#connection.loaded.then(() => {
      this.ready = true;
      this.#editor?.setEditable(!this.locked);
      this.comments.readPlaces();
      this.#lint();
    });
  }

  /** The findings by paragraph: what is shown first, and what is held back. */
  get listed(): FindingsList {
    return this.#listed;
  }

  /** How many findings the letter has, shown or held back. */
  get found(): number {
    return allOf(this.#listed).length;
  }

  get editor(): Editor | undefined {
    return this.#editor;
  }

  /** Puts the editor into an element; gives the way to take it out again. */
  mountEditor(element: HTMLElement, chooseField: (name: string) => void): () => void {
    const editor = new Editor({
      element,
      editable: this.ready && !this.locked,
      injectCSS: false,
      extensions: [
        ...letterExtensions({
          variable: drawnVariable(this.values, chooseField),
          condition: drawnCondition(this.values, chooseField),
        }),
        Collaboration.configure({ document: this.#document, field: letterField }),
        carets(this.#connection.provider),
        this.suggestions.extension(),
        EmptyHeaders,
      ],
      editorProps: {
        ...pasting((count) => {
          this.leftOut = count;
        }),
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': 'Текст письма',
          lang: 'ru',
          spellcheck: 'true',
        },
        handleClickOn: (_view, position) => {
          const hit = this.placed().find(({ from, to }) => from <= position && position <= to);
          if (hit) this.look(hit.key);
          else if (!this.comments.lookAt(position)) this.suggestions.lookAt(position);
          return false;
        },
      },
      onTransaction: ({ transaction }) => {
        this.revision += 1;
        if (!transaction.docChanged) return;
        this.edits += 1;
        this.#readSources();
        this.#lint();
      },
    });
    editor.registerPlugin(lockedPlugin(() => this.locked));
    editor.registerPlugin(
      findingsPlugin(
        this.values,
        ({ wording }) => this.#left.has(wording),
        ({ list, active }) => {
          if (!showTheSame(this.#listed, list)) this.#listed = list;
          this.#activeKey = active;
        },
      ),
    );
    this.#editor = editor;
    this.comments.attach(editor);
    this.suggestions.attach(editor);
    this.#lint();
    const unfollow = this.cited.follow(editor);
    return () => {
      unfollow();
      this.#editor = undefined;
      this.comments.detach();
      this.suggestions.detach();
      editor.destroy();
    };
  }

  /** Chooses a finding, or none. */
  look(key: string | undefined): void {
    if (this.#editor) this.#editor.view.dispatch(setActive(this.#editor.state, key));
  }

  /** Shows what is held back of a paragraph, or holds it back again. */
  open({ findings: [first], opened }: Rest): void {
    const state = this.#editor && findingsKey.getState(this.#editor.state);
    const rest = state?.list.rests.find(({ findings }) => findings.some(({ key }) => key === first?.key));
    if (!this.#editor || !state || !rest) return;
    const others = state.opened.filter((paragraph) => paragraph !== rest.paragraph);
    const wanted = opened ? others : [...others, rest.paragraph];
    this.#editor.view.dispatch(setOpened(this.#editor.state, wanted));
  }

  /** The findings that are shown where they stand now, in the order of the letter. */
  placed(): readonly LetterFinding[] {
    const state = this.#editor && findingsKey.getState(this.#editor.state);
    return state ? visibleOf(state.list).toSorted((a, b) => a.from - b.from) : [];
  }

  /** Where a finding stands now; undefined when it is gone. */
  placeOf(key: string): LetterFinding | undefined {
    return this.placed().find((finding) => finding.key === key);
  }

  /** Replaces a finding; false when the text has changed since or a variable stands in the way. */
  replace({ key }: LetterFinding, replacement: string): boolean {
    const finding = this.placeOf(key);
    return finding !== undefined && this.#fix([{ finding, replacement }]) > 0;
  }

  /** Makes the best replacement of each of these findings in one step; gives how many were made. */
  replaceAll(findings: readonly LetterFinding[]): number {
    // One by one, or the suggestion would reach from the first finding to the last.
    if (this.suggestions.on)
      return findings.filter((finding) => this.replace(finding, finding.expected[0] ?? finding.actual))
        .length;
    return this.#fix(
      findings.flatMap(({ key }) => {
        const finding = this.placeOf(key);
        const replacement = finding?.expected[0];
        return finding?.plain && replacement !== undefined ? [{ finding, replacement }] : [];
      }),
    );
  }

  #fix(fixes: readonly Fix[]): number {
    const editor = this.#editor;
    if (!editor || this.locked) return 0;
    const { transaction, done } = fixesTransaction(editor.state, fixes, this.values);
    if (!transaction) return 0;
    // Replacements are one step of their own for «Отменить», however fast they followed what was typed.
    const undo: Y.UndoManager | undefined = yUndoPluginKey.getState(editor.state)?.undoManager;
    undo?.stopCapturing();
    editor.view.dispatch(transaction);
    undo?.stopCapturing();
    return done.length;
  }

  /** Leaves a wording as it is, for everybody in this draft; false without a reason. */
  leave({ wording, actual }: LetterFinding, reason: string): boolean {
    return !this.locked && this.#left.leave({ wording, words: actual }, { reason, by: this.name });
  }

  /** Looks at one finding again, or at all of them. */
  restoreLeft(one?: LeftFinding): void {
    if (this.locked) return;
    if (one) this.#left.restore(one.wording);
    else this.#left.restoreAll();
  }

  /** The letter as plain text, and what is not filled in. */
  text(): LetterText {
    return this.#editor
      ? letterText(agreedLetter(this.#editor.state.doc), this.values)
      : { text: '', names: [], unfilled: [] };
  }

  /** The letter as its reader gets it. */
  resolved() {
    return this.#editor ? resolvedBlocks(agreedLetter(this.#editor.state.doc), this.values) : [];
  }

  /** The name of what is on the screen now: the server knows by it whether it has the same. */
  seen(): string {
    const letter = this.#editor?.state.doc;
    if (!letter) return '';
    return fingerprint(letter, typedValues(this.#document.getMap(variablesField)), this.fields);
  }

  /** What the letter lacks before it may leave; undefined while the required parts are not known. */
  missing(leaving: Leaving): Missing[] | undefined {
    const asksParts = this.view.parts.length > 0;
    if (asksParts && !(this.checksParts && this.readability !== undefined)) return undefined;
    return missingOf(
      {
        letter: this.view.letter,
        unfilled: this.variables().unfilled,
        variables: this.view.variables,
        fields: this.fields,
        suggestions: this.suggestions.list.length,
        missingParts: this.parts.filter(({ state }) => state === 'missing'),
      },
      leaving,
    );
  }

  /** Fills a requisite in, for everybody. */
  fillRequisite(field: RequisiteField, value: string): void {
    if (!this.locked && this.#requisites.get(field) !== value) this.#requisites.set(field, value);
  }

  /** Leads to what is missing: its field, or the place of the letter where the part belongs. */
  goTo(missing: Missing): void {
    if (missing.kind === 'variable') this.wantedField = { name: missing.name };
    else if (missing.kind === 'suggestions') {
      const [first] = this.suggestions.list;
      if (first === undefined) return;
      this.suggestions.look(first.key);
      this.suggestions.show(first);
    } else if (missing.kind === 'requisite') this.wantedRequisite = { field: missing.field };
    else {
      const part = this.parts.find((one) => one.part === missing.part);
      if (part) this.showPart(part);
    }
  }

  /** Which variables stand in the letter, and which of them are not filled in. */
  variables(): Pick<LetterText, 'names' | 'unfilled'> {
    return this.#editor ? letterVariables(this.#editor.state.doc, this.values) : { names: [], unfilled: [] };
  }

  /** Begins a comment on what is selected, or looks at the one at the caret. */
  comment(): void {
    if (this.locked) return;
    this.comments.begin();
    if (this.comments.begun || this.name === '') this.side = 'comments';
  }

  /** The paragraphs of the letter as they are now, for a comparison. */
  paragraphs(): readonly string[] {
    return this.#editor
      ? comparedTexts(this.#editor.state.doc, (name) => this.values.textOf(name), this.values)
      : [];
  }

  /** The same for a version. */
  paragraphsOf({ document, values }: VersionLetter): readonly string[] {
    const own = (name: string) => values.get(name);
    return comparedTexts(document, (name) => textOfVariable(name, this.view, own), { valueOf: own });
  }

  /** Switches the suggestion mode. */
  suggest(): void {
    this.suggestions.toggle();
    if (this.name === '') this.side = 'suggestions';
    else this.#editor?.commands.focus();
  }

  /** Shows a part of the panel beside the letter. */
  openSide(part: SidePart): void {
    this.side = part;
  }

  /** Names of the other people who are or were in the draft. */
  others(): readonly string[] {
    const here = this.people.map(({ name }) => name);
    return [...new Set([...here, ...namesIn(this.#document, this.#attributions)])].filter(
      (name) => name !== this.name,
    );
  }

  /** Goes to a part of the letter: to the empty field it waits for, to its sentence, or to where it belongs. */
  showPart(part: PartState): void {
    const [name] = part.unfilled;
    if (name !== undefined && part.state === 'waiting') this.wantedField = { name };
    else if (this.#editor) showPart(this.#editor, part, this.parts, this.values);
  }

  rename(name: string): void {
    if (this.view.person !== '') return;
    this.name = name;
    keepOwnName(name);
    this.#connection.provider.sendStateless(JSON.stringify({ kind: 'name', name }));
    this.#connection.provider.awareness?.setLocalStateField('user', { name });
  }

  destroy(): void {
    this.#linting.destroy();
    this.#connection.destroy();
    this.#document.destroy();
  }

  /** Waits until the server has everything, for a while; gives the state line that this ended with. */
  whenSaved(): Promise<SaveState> {
    return whenSaved(() => this.save);
  }

  async #saved(): Promise<void> {
    // What was written a moment ago is not on its way yet.
    await new Promise((done) => setTimeout(done, 50));
    const { kind, text } = await this.whenSaved();
    if (kind !== 'saved') throw new Error(text);
  }

  #restore(letter: VersionLetter): boolean {
    const editor = this.#editor;
    if (!editor?.isEditable) return false;
    const undo: Y.UndoManager | undefined = yUndoPluginKey.getState(editor.state)?.undoManager;
    undo?.stopCapturing();
    editor.view.dispatch(direct(restoreTransaction(editor.state, letter)));
    undo?.stopCapturing();
    restoreValues(this.#document, letter);
    return true;
  }

  #recordWriting(): void {
    if (this.name !== '') recordWriting(this.#document, this.name);
  }

  /** After a pause in typing. */
  #readSources(): void {
    clearTimeout(this.#reading);
    this.#reading = setTimeout(() => this.cited.read(), 200);
  }

  #hear(payload: string): void {
    const attributed = readAttributionNews(payload);
    if (attributed !== undefined) {
      this.#attributions.add(attributed);
      this.comments.reread();
      this.suggestions.reread();
      return;
    }
    const news = readNews(payload);
    if (!news || news.state === this.state) return;
    // The page of a locked letter keeps nothing in this browser; the page of one that is written again has to.
    if (isLocked(this.state) && !isLocked(news.state)) {
      location.reload();
      return;
    }
    this.moved(news.state);
  }

  /** The letter has gone a step. */
  moved(state: DraftState): void {
    this.state = state;
    const editor = this.#editor;
    if (!editor) return;
    editor.setEditable(this.ready && !this.locked);
    const undo: Y.UndoManager | undefined = yUndoPluginKey.getState(editor.state)?.undoManager;
    if (this.locked) undo?.clear();
  }

  #lint(): void {
    const editor = this.#editor;
    if (!editor || !this.ready) return;
    this.#linting.ask(() => {
      const blocks = blocksOf(editor.state.doc, this.values);
      return { texts: blocks.map(({ text }) => text), named: blocks.map(namedText) };
    });
  }

  #readPeople(): void {
    const awareness = this.#connection.provider.awareness;
    const others = [...(awareness?.getStates() ?? new Map())].filter(
      ([client]) => client !== this.#document.clientID,
    );
    this.people = others.flatMap(([, { user }]) =>
      user?.name ? [{ name: user.name, colour: user.colour ?? 0 }] : [],
    );
  }
}
