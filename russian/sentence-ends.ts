import { looksLikeSurname } from './surnames.ts';
import type { Token } from './token.ts';

const terminator = /^[.!?…]+$/;
const closer = /^[\p{Pe}\p{Pf}"'*_]+$/u;
const opener = /^[\p{Ps}\p{Pi}"'*_]+$/u;
// With what follows a picture: its variant, its colour, the joiner.
const emoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F)/u;
const dash = /^[-\u2010-\u2015]+$/;

/**
 * Whether a sentence ends with token `index`: the number of the token after the sentence, closing quotes and brackets
 * counted in, or undefined. The paragraph ends at `to`.
 */
export function endsSentence(tokens: readonly Token[], index: number, to: number): number | undefined {
  const token = tokens[index];
  if (token === undefined || !mayEnd(token)) return undefined;
  const end = afterClosers(tokens, index + 1, to);
  if (end === to) return end;
  if (!isGap(tokens[end]) && !isMissingSpace(tokens[index - 1], tokens[end])) return undefined;
  const next = afterOpeners(tokens, end, to);
  if (next === undefined || !mayBegin(next, token)) return undefined;
  return token.abbreviation === 'initial' && !endsWithInitial(tokens, index, next) ? undefined : end;
}

/** Closing quotes and brackets belong to the sentence that ends, and so does a smile: «Спасибо! 😊 До свидания.» */
function afterClosers(tokens: readonly Token[], from: number, to: number): number {
  let end = from;
  while (end < to && closer.test(tokens[end]?.text ?? '')) end++;
  const smile = tokens[end]?.kind === 'space' ? end + 1 : end;
  if (smile >= to || !emoji.test(tokens[smile]?.text ?? '')) return end;
  end = smile + 1;
  while (end < to && emoji.test(tokens[end]?.text ?? '')) end++;
  return end;
}

function mayEnd({ kind, text, abbreviation }: Token): boolean {
  if (kind === 'abbreviation') return abbreviation !== 'open';
  return kind === 'punctuation' && terminator.test(text);
}

function isGap(token: Token | undefined): boolean {
  return token?.kind === 'space' || token?.kind === 'object';
}

/** «…рассмотрено.Ответ…»: the space was forgotten. */
function isMissingSpace(before: Token | undefined, after: Token | undefined): boolean {
  return (
    /\p{Ll}{3}$/u.test(before?.text ?? '') && after?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(after.text)
  );
}

/** The first token after space, dashes and opening quotes and brackets. */
function afterOpeners(tokens: readonly Token[], from: number, to: number): Token | undefined {
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (token !== undefined && !isGap(token) && !opener.test(token.text) && !dash.test(token.text))
      return token;
  }
  return undefined;
}

/** Whether a sentence may begin with `next` after `token`. */
function mayBegin({ kind, text }: Token, token: Token): boolean {
  if (kind === 'variable') return true;
  // A digit after a dot goes on («ст. 5», «т. 1»); after «?» and «!» it does not.
  if (kind === 'number') return /[!?]/.test(token.text);
  if (kind === 'symbol') return /[!?…]/.test(token.text) && !/^[№%§+]/.test(text);
  return (kind === 'word' || kind === 'abbreviation' || kind === 'address') && /^\p{Lu}/u.test(text);
}

/** «Москалеву Е. М. Контроль …» ends, «ведёт Е. М. Москалева» goes on: a surname has initials on one side only. */
function endsWithInitial(tokens: readonly Token[], index: number, next: Token): boolean {
  if (next.kind === 'abbreviation' || looksLikeSurname(next.word)) return false;
  let before = index - 1;
  while (isPartOfInitials(tokens[before])) before--;
  return looksLikeSurname(tokens[before]?.word ?? '');
}

function isPartOfInitials(token: Token | undefined): boolean {
  return token?.kind === 'space' || token?.abbreviation === 'initial';
}
