import type { HocuspocusProvider } from '@hocuspocus/provider';
import CollaborationCaret from '@tiptap/extension-collaboration-caret';
import { caretColours } from '../../collaboration/protocol.ts';

/** Carets and selections of the other people, with their names; colours are classes, because nothing may be inline. */
export function carets(provider: HocuspocusProvider) {
  return CollaborationCaret.configure({
    provider,
    // Who it is says the server; the client's own idea is overwritten there.
    user: {},
    render(user) {
      const caret = document.createElement('span');
      caret.className = `letter-caret ${colourClass(user.colour)}`;
      const label = document.createElement('span');
      label.className = 'letter-caret-name';
      label.textContent = String(user.name ?? '');
      caret.append(label);
      return caret;
    },
    selectionRender: (user) => ({ class: `letter-selection ${colourClass(user.colour)}` }),
  });
}

/** The class of a person's colour. */
export function colourClass(colour: unknown): string {
  const number = typeof colour === 'number' && Number.isInteger(colour) ? colour : 0;
  return `person-${((number % caretColours) + caretColours) % caretColours}`;
}
