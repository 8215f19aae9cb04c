/** Puts markup over what is selected in a field, so that the browser can still take it back (Ctrl+Z). */
export function insertMarkup(area: HTMLTextAreaElement, markup: string): void {
  const selected = area.value.slice(area.selectionStart, area.selectionEnd);
  const [before = '', after = ''] = markup.split('|');
  const from = area.selectionStart;
  type(area, before + selected + after);
  const caret = from + before.length;
  area.setSelectionRange(caret, caret + selected.length);
}

/** Begins the lines of the selection with a sign: a heading, a list. */
export function markLines(area: HTMLTextAreaElement, sign: string): void {
  const start = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const end = area.selectionEnd;
  const lines = area.value.slice(start, end).split('\n');
  area.setSelectionRange(start, end);
  type(area, lines.map((line) => (line.startsWith(sign) ? line : sign + line)).join('\n'));
}

function type(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  // The one way of typing that keeps the history of the field; browsers that refuse it get the text without.
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Selects a span and scrolls to it: a text field does not by itself. */
export function showSpan(area: HTMLTextAreaElement, from: number, to: number): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, to);
  const mirror = document.createElement('div');
  const { font, lineHeight, padding, letterSpacing } = getComputedStyle(area);
  Object.assign(mirror.style, {
    position: 'absolute',
    visibility: 'hidden',
    inlineSize: `${area.clientWidth}px`,
    boxSizing: 'border-box',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
    font,
    lineHeight,
    padding,
    letterSpacing,
  });
  mirror.textContent = area.value.slice(0, from);
  document.body.append(mirror);
  area.scrollTop = mirror.offsetHeight - area.clientHeight / 2;
  mirror.remove();
  area.scrollIntoView({ block: 'nearest' });
}
