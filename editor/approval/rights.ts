import { type Identity, may, type Permission } from '#identity';
import { cleanName } from '../collaboration/protocol.ts';
import type { DraftEvent } from '../storage/event.ts';
import { canGo, type DraftState, draftStates } from './state.ts';

/** What each step asks for, by where it leads. */
const asked: Readonly<Record<DraftState, Permission>> = {
  draft: 'letter.return',
  approval: 'letter.submit',
  approved: 'letter.approve',
  sent: 'letter.send',
};

/** What somebody may do with letters: for a desk that offers nothing else. */
export interface LetterRights {
  readonly write: boolean;
  /** The states that he or she may take a letter to. */
  readonly steps: readonly DraftState[];
}

export function letterRights(identity: Identity): LetterRights {
  return {
    write: may(identity, 'letter.write'),
    steps: draftStates.filter((to) => may(identity, asked[to])),
  };
}

/** Who does something, as the history keeps it: what the account says; without accounts what the person says. */
export interface Actor {
  readonly name: string;
  readonly account?: string;
}

export function actorOf({ person }: Identity, said: string): Actor {
  return person?.name ? { name: cleanName(person.name), account: person.id } : { name: said };
}

/** Why somebody may not take a letter a step further, in Russian; undefined when he or she may. */
export function objectionTo(
  identity: Identity,
  to: DraftState,
  history: readonly DraftEvent[],
): string | undefined {
  if (!may(identity, asked[to]))
    return 'На это у Вас нет прав. Если они нужны для работы, попросите их у администратора.';
  if (to === 'approved' && isOwn(identity, history) && !may(identity, 'letter.approve-own'))
    return 'На согласование это письмо отдали Вы, поэтому согласовать его должен другой человек.';
  return undefined;
}

/** Whether he or she was the last to hand the letter over. */
function isOwn({ person }: Identity, history: readonly DraftEvent[]): boolean {
  const handed = history.findLast(
    ({ happening }) => happening.kind === 'state' && canGo('draft', happening.to),
  );
  return handed?.happening.account !== undefined && handed.happening.account === person?.id;
}
