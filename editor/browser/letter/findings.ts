import type { Message } from '@ponyatno/lint-rules';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { LintedLetter } from '../../lint/lint-letter.ts';
import { blocksOf, isPlainRange, positionsOf, type Values } from '../../text/blocks.ts';
import { allOf, type FindingsList, listOf, visibleOf } from './findings-list.ts';
import { mappingOf } from './remote-mapping.ts';

/** A finding in the letter as it stands now. */
export interface LetterFinding extends Message {
  /** The same over runs of the linter, as long as the place is the same. */
  readonly key: string;
  /** Rule and words: what a writer leaves as it is, anywhere in this draft. */
  readonly wording: string;
  readonly from: number;
  readonly to: number;
  /** Where its paragraph begins. */
  readonly paragraph: number;
  /** The words of its sentence before and after it, for a preview of what would change. */
  readonly before: string;
  readonly after: string;
  /** No variable lies in it, so that it can be replaced letter by letter. */
  readonly plain: boolean;
}

/** What the plugin knows. */
export interface FindingsState {
  /** All of them, those too that stand on the words of a worse one or are left as they are. */
  readonly findings: readonly LetterFinding[];
  readonly list: FindingsList;
  /** Where the paragraphs begin whose findings are all wanted. */
  readonly opened: readonly number[];
  readonly active: string | undefined;
  readonly decorations: DecorationSet;
}

type Meta =
  | { readonly linted: LintedLetter }
  | { readonly active: string | undefined }
  | { readonly opened: readonly number[] };

export const findingsKey = new PluginKey<FindingsState>('findings');

/**
 * Underlines findings. Between two runs of the linter they move along with the text; a new run is matched by the text of
 * each block, because an edit of a colleague makes all nodes anew.
 *
 * @param isLeft whether the writers have left the wording as it is: it is not underlined then, and what it hid is
 */
export function findingsPlugin(
  values: Values,
  isLeft: (finding: LetterFinding) => boolean,
  onChange: (state: FindingsState) => void,
): Plugin<FindingsState> {
  return new Plugin<FindingsState>({
    key: findingsKey,
    state: {
      init: () => ({
        findings: [],
        list: { first: [], rests: [] },
        opened: [],
        active: undefined,
        decorations: DecorationSet.empty,
      }),
      apply(transaction, previous) {
        const meta: Meta | undefined = transaction.getMeta(findingsKey);
        if (meta === undefined && !transaction.docChanged) return previous;
        const moved = transaction.docChanged ? move(previous, transaction) : previous.findings;
        const findings =
          meta && 'linted' in meta ? match(meta.linted, transaction.doc, moved, values) : moved;
        const active = meta && 'active' in meta ? meta.active : previous.active;
        const opened = meta && 'opened' in meta ? meta.opened : moveBeginnings(previous.opened, transaction);
        const list = listOf(findings, isLeft, opened);
        const state = { findings, list, opened, active };
        // Only moved: what is drawn moves by itself, which is much cheaper than drawing it anew.
        if (
          meta === undefined &&
          moved.length === previous.findings.length &&
          mappingOf(transaction) === transaction.mapping
        )
          return { ...state, decorations: previous.decorations.map(transaction.mapping, transaction.doc) };
        return { ...state, decorations: underline(visibleOf(list), active, transaction.doc) };
      },
    },
    props: {
      decorations: (state) => findingsKey.getState(state)?.decorations,
    },
    view: () => ({
      update(view, before) {
        const state = findingsKey.getState(view.state);
        if (state !== undefined && state !== findingsKey.getState(before)) onChange(state);
      },
    }),
  });
}

/** Tells the plugin what the linter has found. */
export function setLinted(state: EditorState, linted: LintedLetter): Transaction {
  return state.tr.setMeta(findingsKey, { linted } satisfies Meta).setMeta('addToHistory', false);
}

/** Chooses the finding that is looked at. */
export function setActive(state: EditorState, active: string | undefined): Transaction {
  return state.tr.setMeta(findingsKey, { active } satisfies Meta).setMeta('addToHistory', false);
}

/** Shows all findings of the paragraphs that begin there, and only the worst of the others. */
export function setOpened(state: EditorState, opened: readonly number[]): Transaction {
  return state.tr.setMeta(findingsKey, { opened } satisfies Meta).setMeta('addToHistory', false);
}

/**
 * Findings whose text was touched are gone until the linter looks again, and with them what they hid: whether that is
 * still true only the linter knows.
 */
function move({ findings, list }: FindingsState, transaction: Transaction): LetterFinding[] {
  const mapping = mappingOf(transaction);
  const told = new Set(allOf(list).map(({ key }) => key));
  const gone: LetterFinding[] = [];
  const kept = findings.flatMap((finding) => {
    const from = mapping.mapResult(finding.from, 1);
    const to = mapping.mapResult(finding.to, -1);
    const touched = from.deletedAfter || to.deletedBefore || to.pos - from.pos !== finding.to - finding.from;
    if (touched) {
      gone.push(finding);
      return [];
    }
    const paragraph = mapping.map(finding.paragraph, -1);
    const stays = from.pos === finding.from && paragraph === finding.paragraph;
    const here = stays ? finding : { ...finding, from: from.pos, to: to.pos, paragraph };
    return [{ before: finding, here }];
  });
  const wasHidden = (one: LetterFinding) =>
    !told.has(one.key) && gone.some((other) => one.from < other.to && other.from < one.to);
  return kept.flatMap(({ before, here }) => (wasHidden(before) ? [] : [here]));
}

/** Beginnings of paragraphs where they stand now, without those that have become the middle of another one. */
function moveBeginnings(beginnings: readonly number[], transaction: Transaction): readonly number[] {
  if (!transaction.docChanged || beginnings.length === 0) return beginnings;
  const mapping = mappingOf(transaction);
  return beginnings
    .map((position) => mapping.map(position, -1))
    .filter((position) => {
      const { parent, parentOffset } = transaction.doc.resolve(position);
      return parent.isTextblock && parentOffset === 0;
    });
}

function match(
  linted: LintedLetter,
  document: Node,
  moved: readonly LetterFinding[],
  values: Values,
): LetterFinding[] {
  const results = Map.groupBy(linted.blocks, ({ text }) => text);
  const found = blocksOf(document, values).flatMap((block) => {
    const result = results.get(block.text)?.shift();
    // Changed since it was sent: what is known of it stays until the next answer.
    if (result === undefined)
      return moved.filter(({ from, to }) => from >= block.position && to <= block.limit);
    return result.messages.flatMap((message) => {
      const range = positionsOf(block, message.start, message.end);
      if (range === undefined) return [];
      const plain = isPlainRange(block, message.start, message.end);
      return {
        ...message,
        ...range,
        ...around(block.text, message),
        key: '',
        wording: wordingOf(message),
        paragraph: block.position,
        plain,
      };
    });
  });
  return withKeys(found);
}

/** So many signs show where a finding stands. */
const contextLength = 60;

function around(text: string, { start, end }: Message): Pick<LetterFinding, 'before' | 'after'> {
  const left =
    text
      .slice(0, start)
      .split(/(?<=[.!?…])\s+/)
      .at(-1) ?? '';
  const [right = ''] = text.slice(end).split(/(?<=[.!?…])\s/);
  const cutLeft = left.length > contextLength ? `…${left.slice(-contextLength).replace(/^\S*/, '')}` : left;
  const cutRight =
    right.length > contextLength ? `${right.slice(0, contextLength).replace(/\S*$/, '')}…` : right;
  return { before: cutLeft, after: cutRight };
}

/** A finding is the same when rule and words are the same and as many of its kind stand before it. */
function withKeys(findings: readonly LetterFinding[]): LetterFinding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const count = counts.get(finding.wording) ?? 0;
    counts.set(finding.wording, count + 1);
    return { ...finding, key: `${finding.wording}|${count}` };
  });
}

/** Whether two lists show the same: places may have moved, nothing else has changed. */
export function showTheSame(one: FindingsList, other: FindingsList): boolean {
  return (
    haveTheSame(one.first, other.first) &&
    one.rests.length === other.rests.length &&
    one.rests.every(({ findings, opened }, index) => {
      const twin = other.rests[index];
      return twin?.opened === opened && haveTheSame(findings, twin.findings);
    })
  );
}

function haveTheSame(one: readonly LetterFinding[], other: readonly LetterFinding[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((finding, index) => {
    const twin = other[index];
    return twin?.key === finding.key && sameWords(twin, finding);
  });
}

function sameWords(one: LetterFinding, other: LetterFinding): boolean {
  const words = ({ message, plain, before, after, expected }: LetterFinding) =>
    [message, plain, before, after, ...expected].join('\n');
  return words(one) === words(other);
}

function wordingOf({ rule, actual }: Pick<Message, 'rule' | 'actual'>): string {
  return `${rule}|${actual.toLowerCase().replaceAll(/\s+/g, ' ')}`;
}

function underline(
  findings: readonly LetterFinding[],
  active: string | undefined,
  document: Node,
): DecorationSet {
  const decorations = findings.map(({ key, from, to, severity }) =>
    Decoration.inline(from, to, {
      class: `finding finding-${severity}${key === active ? ' finding-active' : ''}`,
      'data-finding': key,
    }),
  );
  return DecorationSet.create(document, decorations);
}
