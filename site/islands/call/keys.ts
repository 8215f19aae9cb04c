/** What a key asks of the call screen. */
export type CallCommand =
  | { readonly kind: 'way'; readonly way: number }
  | { readonly kind: 'search' | 'next' | 'previous' | 'read' | 'copy' | 'details' | 'clear' | 'back' }
  | { readonly kind: 'transfer' | 'callback' | 'crisis' | 'farewell' | 'no-answer' | 'other-call' | 'end' };

/** Where the key was pressed. */
export interface KeyPlace {
  /** The search box has the focus. */
  readonly inSearch: boolean;
  /** Some other field has it. */
  readonly inField: boolean;
  /** Nothing stands in the search box. */
  readonly empty: boolean;
}

type Key = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

const functionKeys: Readonly<Record<string, CallCommand>> = {
  F2: { kind: 'transfer' },
  F4: { kind: 'callback' },
  F7: { kind: 'crisis' },
  F8: { kind: 'no-answer' },
  F9: { kind: 'other-call' },
};

/**
 * Reads a key. Numbers choose the caller's answer while the search box is empty, with Alt always; letters always belong to
 * the search. Keys count by their place, so that the layout does not matter.
 */
export function callCommand(key: Key, { inSearch, inField, empty }: KeyPlace): CallCommand | undefined {
  if (key.isComposing) return undefined;
  const command = functionKeys[key.key];
  if (command && !key.ctrlKey && !key.altKey && !key.metaKey) return command;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(key.code)?.[1];
  if (key.ctrlKey || key.metaKey) {
    if (key.key === 'Enter') return { kind: 'end' };
    return key.code === 'KeyC' && !key.shiftKey && (inSearch || !inField) ? { kind: 'copy' } : undefined;
  }
  if (key.altKey) {
    if (digit === '0') return { kind: 'farewell' };
    if (key.key === 'Backspace') return { kind: 'back' };
    return digit === undefined ? undefined : { kind: 'way', way: Number(digit) - 1 };
  }
  if (inField && !inSearch) return undefined;
  if (digit !== undefined && !key.shiftKey && (empty || !inSearch))
    return digit === '0' ? { kind: 'farewell' } : { kind: 'way', way: Number(digit) - 1 };
  if (!inSearch) return key.key === '/' || key.code === 'Slash' ? { kind: 'search' } : undefined;
  if (key.key === 'ArrowDown') return { kind: 'next' };
  if (key.key === 'ArrowUp') return { kind: 'previous' };
  if (key.key === 'Enter') return { kind: key.shiftKey ? 'details' : 'read' };
  if (key.key === 'Escape') return { kind: 'clear' };
  return (key.key === '/' || (key.code === 'Slash' && !key.shiftKey)) && empty
    ? { kind: 'search' }
    : undefined;
}
