/** What a key pressed in the search box asks for. */
export type Command = 'next' | 'previous' | 'open' | 'close' | 'copy' | 'file' | 'caret' | undefined;

/** The part of a keyboard event that matters here. */
export type Key = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

const commands: Readonly<Record<string, Command>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Enter: 'open',
  Escape: 'close',
  // The caret moves in the box: the choice in the list is given up.
  Home: 'caret',
  End: 'caret',
  F2: 'file',
};

/** Reads a key by the combobox pattern of ARIA; the copying key counts by its place, so that the layout does not matter. */
export function commandOf(key: Key): Command {
  if (key.isComposing || key.altKey) return undefined;
  if (key.ctrlKey || key.metaKey) return key.code === 'KeyC' && !key.shiftKey ? 'copy' : undefined;
  return Object.hasOwn(commands, key.key) ? commands[key.key] : undefined;
}

/** The chosen answer after a step; -1 is the box itself, and the ends are joined through it. */
export function step(current: number, direction: 'next' | 'previous', count: number): number {
  const places = count + 1;
  const shift = direction === 'next' ? 1 : -1;
  return ((current + 1 + shift + places) % places) - 1;
}
