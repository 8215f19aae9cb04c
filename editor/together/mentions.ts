/** A person named in a comment stands behind this sign. */
const sign = '@';

/** A run of a comment's text: plain, or the name of somebody who is mentioned. */
export interface CommentRun {
  readonly text: string;
  readonly mentioned: boolean;
}

/**
 * Takes a comment apart at the names it mentions. Names are not made of one word («Ирина Павлова, отдел обращений»), so
 * only names that are known can be found; the longest one wins.
 */
export function commentRuns(text: string, names: readonly string[]): CommentRun[] {
  const known = names.filter((name) => name !== '').toSorted((one, other) => other.length - one.length);
  const runs: CommentRun[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const name = text[at] === sign && !isWord(text[at - 1]) ? nameAt(text, at + 1, known) : undefined;
    if (name === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain !== '') runs.push({ text: plain, mentioned: false });
    plain = '';
    runs.push({ text: sign + name, mentioned: true });
    at += sign.length + name.length;
  }
  if (plain !== '') runs.push({ text: plain, mentioned: false });
  return runs;
}

/** The names that a comment mentions, each once. */
export function mentionedIn(text: string, names: readonly string[]): string[] {
  const runs = commentRuns(text, names).filter(({ mentioned }) => mentioned);
  return [...new Set(runs.map((run) => run.text.slice(sign.length)))];
}

/** What is being typed behind the sign, up to the caret; undefined when no name is being typed. */
export function nameBeingTyped(text: string, caret: number): { start: number; typed: string } | undefined {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf(sign);
  if (start < 0 || isWord(before[start - 1])) return undefined;
  const typed = before.slice(start + sign.length);
  return /\n/.test(typed) || typed.length > 60 ? undefined : { start, typed };
}

function nameAt(text: string, at: number, names: readonly string[]): string | undefined {
  return names.find((name) => text.startsWith(name, at) && !isWord(text[at + name.length]));
}

/** A sign inside a word is an address of mail, no mention. */
function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character);
}
