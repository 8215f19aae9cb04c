import type { Closing } from '../collaboration/protocol.ts';

/** What is known of the connection and of what it has carried. */
export interface ConnectionFacts {
  readonly connected: boolean;
  /** The first exchange with the server is done. */
  readonly synced: boolean;
  /** Changes that the server has not yet said to be on its disk. */
  readonly unsynced: number;
  /** Why the server last closed the connection; forgotten when it is open again. */
  readonly closing: Closing | undefined;
  /** Something was changed here since everything was last saved. */
  readonly changed: boolean;
  /** The browser keeps the letter too. */
  readonly storedHere: boolean;
  /** … and has written every change of it. */
  readonly keptHere: boolean;
}

export type SaveStateKind =
  | 'connecting'
  | 'saving'
  | 'saved'
  | 'offline'
  | 'storage'
  | 'outdated'
  | 'gone'
  | 'damaged'
  | 'refused'
  | 'locked'
  | 'revoked';

/** The state line: always visible, always true. */
export interface SaveState {
  readonly kind: SaveStateKind;
  readonly text: string;
  /** Leaving the page now would leave work behind that only this browser has. */
  readonly unsafe: boolean;
  /** Every change is in the store of this browser. */
  readonly keptHere: boolean;
}

const kept = 'правки хранятся в\u00a0этом браузере';
const notKept = 'не закрывайте страницу';

/** States in which the person has to know at once that something is wrong. */
export function isTrouble(kind: SaveStateKind): boolean {
  return kind !== 'connecting' && kind !== 'saving' && kind !== 'saved';
}

/** «Сохранено» only when the server has said that every change is on its disk. */
export function saveState(facts: ConnectionFacts): SaveState {
  return { ...lineOf(facts), keptHere: facts.keptHere };
}

function lineOf(facts: ConnectionFacts): Omit<SaveState, 'keptHere'> {
  const { connected, synced, unsynced, closing, changed, storedHere } = facts;
  const where = storedHere ? kept : notKept;
  const unsafe = changed;
  if (closing === 'outdated')
    return { kind: 'outdated', text: 'Вышла новая версия: обновите страницу', unsafe };
  if (closing === 'gone') return { kind: 'gone', text: 'Черновик удалён', unsafe: false };
  if (closing === 'damaged') return { kind: 'damaged', text: 'Черновик на\u00a0сервере повреждён', unsafe };
  if (closing === 'too-large')
    return { kind: 'refused', text: `Письмо слишком большое и\u00a0не сохраняется: ${where}`, unsafe };
  if (closing === 'locked')
    return { kind: 'locked', text: 'Письмо согласовано: последние правки не\u00a0приняты', unsafe };
  if (closing === 'read-only')
    return {
      kind: 'refused',
      text: 'Менять письма Вы не\u00a0можете: правки не\u00a0приняты',
      unsafe: false,
    };
  if (closing === 'revoked')
    return {
      kind: 'revoked',
      text: changed ? 'Вход закрыт: последние правки не\u00a0приняты' : 'Вход закрыт: войдите снова',
      unsafe,
    };
  if (closing === 'garbage') return { kind: 'refused', text: `Сервер не принял правки: ${where}`, unsafe };
  if (closing === 'storage') return { kind: 'storage', text: `Сервер не может записать: ${where}`, unsafe };
  if (closing === 'busy')
    return {
      kind: 'offline',
      text: `Открыто слишком много писем, закройте лишние вкладки: ${where}`,
      unsafe,
    };
  if (closing === 'foreign') return { kind: 'offline', text: `Сервер ждёт правок коллеги: ${where}`, unsafe };
  if (!connected) return { kind: 'offline', text: `Нет связи: ${where}`, unsafe };
  if (!synced) return { kind: 'connecting', text: 'Соединяюсь…', unsafe };
  if (unsynced > 0) return { kind: 'saving', text: 'Сохраняется…', unsafe };
  return { kind: 'saved', text: 'Сохранено', unsafe: false };
}
