import type { Change, ReportMessage } from '@ponyatno/lint-rules';
import type { Dictionary } from '@ponyatno/russian';
import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver/node';
import { swaps, swapsAndRewrites } from '../lint/fix-file.ts';
import { fixedText } from '../lint/fixed-text.ts';
import { diagnosticsOf, rangesIn, titleOf } from './diagnostics.ts';
import { ignoreEdit } from './ignore-edit.ts';
import type { LintedText } from './texts.ts';

/** Puts every ready replacement in: what an editor may run when a file is saved. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.ponyatno`;

/** What surrounds the question of an editor. */
export interface Asked {
  readonly uri: string;
  readonly range: Range;
  readonly only: readonly string[] | undefined;
  readonly dictionary: Dictionary;
  readonly site: string;
}

/** What can be done about the findings in a range. */
export function actionsFor(text: LintedText, asked: Asked): CodeAction[] {
  const { only } = asked;
  const wants = (kind: string) =>
    only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  // Fixing a whole file is work: it is done when it is asked for by name.
  const all = only !== undefined && wants(fixAllKind) ? [fixAll(text, asked)] : [];
  if (!wants(CodeActionKind.QuickFix)) return all.filter((one) => one !== undefined);
  const { report } = text;
  const diagnostics = diagnosticsOf(report, asked.site);
  const here = report.messages.flatMap((message, index) => {
    const diagnostic = diagnostics[index];
    return diagnostic && overlaps(diagnostic.range, asked.range) ? [{ message, diagnostic }] : [];
  });
  const single = here.flatMap(({ message, diagnostic }) =>
    [...replacements(text, message, asked.uri), ...passOver(text, message, asked.uri)].map((action) => ({
      ...action,
      diagnostics: [diagnostic],
    })),
  );
  const rules = [...new Set(here.map(({ message }) => message.rule))];
  const ofRule = rules.flatMap((rule) => fixRule(text, rule, asked) ?? []);
  return [...single, ...ofRule, ...all.filter((one) => one !== undefined)];
}

function replacements({ file }: LintedText, message: ReportMessage, uri: string): CodeAction[] {
  const { start, end, expected, changes } = message;
  const range = rangesIn(file.source)(start, end);
  return expected.map((newText, index) => {
    const shown = newText.replace(/\s+/g, ' ').trim();
    const isSwap = changes[index] === 'swap';
    return {
      title: shown === '' ? 'Убрать' : `${isSwap ? 'Заменить на' : 'Переписать:'} «${shown}»`,
      kind: CodeActionKind.QuickFix,
      ...(index === 0 && isSwap ? { isPreferred: true } : {}),
      edit: { changes: { [uri]: [{ range, newText }] } },
    };
  });
}

function passOver({ file }: LintedText, message: ReportMessage, uri: string): CodeAction[] {
  const edit = ignoreEdit(file, message);
  if (edit === undefined) return [];
  const { at, text } = edit;
  const change: TextEdit = { range: rangesIn(file.source)(at, at), newText: text };
  return [
    {
      title: `Пропустить с причиной: ${titleOf(message.rule)}`,
      kind: CodeActionKind.QuickFix,
      edit: { changes: { [uri]: [change] } },
    },
  ];
}

function fixRule(text: LintedText, rule: ReportMessage['rule'], asked: Asked): CodeAction | undefined {
  // With one place to fix the replacement itself says it all.
  const own = text.report.messages.filter((one) => one.rule === rule && one.expected.length > 0);
  if (own.length < 2) return undefined;
  const edit = wholeFix(text, asked, swapsAndRewrites, (one) => one.rule === rule);
  if (edit === undefined) return undefined;
  return { title: `Исправить всё: ${titleOf(rule)}`, kind: CodeActionKind.QuickFix, edit };
}

function fixAll(text: LintedText, asked: Asked): CodeAction | undefined {
  const edit = wholeFix(text, asked, swaps, () => true);
  return edit && { title: 'Поставить все готовые замены', kind: fixAllKind, edit };
}

/** The whole text after its fixes, as one change of the part that differs. */
function wholeFix(
  { file, linter }: LintedText,
  { dictionary, uri }: Asked,
  changes: readonly Change[],
  concerns: (message: ReportMessage) => boolean,
): CodeAction['edit'] {
  const find = (source: string) => linter.lint({ ...file, source }).messages.filter(concerns);
  const before = file.source;
  const { text: after } = fixedText(file, { find, dictionary, changes });
  if (after === before) return undefined;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const range = rangesIn(before)(start, before.length - tail);
  return { changes: { [uri]: [{ range, newText: after.slice(start, after.length - tail) }] } };
}

function overlaps(one: Range, two: Range): boolean {
  return !isBefore(one.end, two.start) && !isBefore(two.end, one.start);
}

function isBefore(one: Range['start'], two: Range['start']): boolean {
  return one.line < two.line || (one.line === two.line && one.character < two.character);
}
