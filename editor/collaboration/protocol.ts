// What browser and server agree on beside the protocol of Hocuspocus. Imported by both: no Node, no DOM.
import { type DraftState, draftStates } from '../approval/state.ts';

/** Why the server closes a socket. */
export const closings = {
  /** The client's document schema is not the server's: the page must be reloaded. */
  outdated: { code: 4426, final: true },
  /** The draft was deleted, or replaced as a whole. */
  gone: { code: 4404, final: true },
  /** The document would grow over the cap. */
  'too-large': { code: 4413, final: true },
  /** The letter is approved or sent: nothing in it is changed any more. */
  locked: { code: 4423, final: true },
  /** The person may read letters and not write them. */
  'read-only': { code: 4403, final: true },
  /** The person has signed out, or was signed out, or has other rights now. */
  revoked: { code: 4401, final: true },
  /** The update cannot be read. */
  garbage: { code: 4422, final: true },
  /** The log of the draft on disk is damaged. */
  damaged: { code: 4500, final: true },
  /** The store does not take updates; they stay in the browser and are sent again. */
  storage: { code: 4503, final: false },
  /** It brings changes of somebody who is in the draft and brings them himself or herself. */
  foreign: { code: 4409, final: false },
  /** The person, or the address, has too many letters open at once. */
  busy: { code: 4429, final: false },
  /** The server goes down, most probably to come back. */
  shutdown: { code: 1012, final: false },
} as const;

export type Closing = keyof typeof closings;

/** What the server tells everybody in a draft, besides its text. */
export interface DraftNews {
  readonly kind: 'state';
  readonly state: DraftState;
}

/** Reads such news; undefined when it is something else. */
export function readNews(payload: string): DraftNews | undefined {
  try {
    const { kind, state }: { kind?: unknown; state?: unknown } = JSON.parse(payload) ?? {};
    const known = draftStates.find((one) => one === state);
    return kind === 'state' && known !== undefined ? { kind, state: known } : undefined;
  } catch {
    return undefined;
  }
}

/** How a client asks for its turn in a draft, gets it, and gives it back (`turns.ts`). */
export const turnWords = {
  wanted: '{"kind":"turn-wanted"}',
  yours: '{"kind":"turn"}',
  over: '{"kind":"turn-over"}',
} as const;

/** Whether a message is that word about a turn. */
export function isTurnWord(payload: string, word: keyof typeof turnWords): boolean {
  return payload === turnWords[word];
}

/** The reason behind a close code, if it is one of ours. */
export function closingOf(code: number): Closing | undefined {
  const found = Object.entries(closings).find(([, closing]) => closing.code === code);
  return found?.[0] as Closing | undefined;
}

/** The room of a draft: the epoch keeps tabs that hold a replaced document out of the new one. */
export function roomOf(draft: string, epoch: number): string {
  return `draft.${draft}.${epoch}`;
}

/** The draft and the epoch of a room, or undefined when it is not the name of a room. */
export function parseRoom(room: string): { draft: string; epoch: number } | undefined {
  const match = /^draft\.([A-Za-z0-9_-]{1,40})\.(\d{1,9})$/.exec(room);
  if (match?.[1] === undefined) return undefined;
  return { draft: match[1], epoch: Number(match[2]) };
}

/** How many colours of carets there are; the colour of a person is a number below it. */
export const caretColours = 6;

/** How another person is shown: made by the server, never by the client. */
export interface PersonShown {
  readonly name: string;
  readonly colour: number;
}

/** A person's name as it may be shown: one line, no control or direction characters, at most 60 characters. */
export function cleanName(name: string): string {
  const line = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [...line].slice(0, 60).join('').trim() || 'Без имени';
}
