import { decodeUpdate, Skip } from 'yjs';
import type { Attributed, Attributions } from '../together/attributions.ts';

/** What an update is weighed against. */
export interface Scales {
  /** The clock behind the last change of a client that the document holds. */
  stateOf(client: number): number;
  readonly attributions: Attributions;
  /** The account whose browser says that it writes with this client, before it has written anything. */
  claimedBy(client: number): string | undefined;
  /** Whether an account is in the draft right now. */
  isHere(person: string): boolean;
}

interface Run {
  readonly client: number;
  readonly from: number;
  to: number;
}

/**
 * Weighs what an update brings that the document does not hold yet: whose it is to be. An update may carry what others have
 * written: after a crash of the server the first browser that comes back brings everybody's last words, and they must not be
 * lost. They are taken, as brought by that person. What is not taken (`foreign`) are changes of a client whose person is in the
 * draft and brings them himself or herself, and those that leave a gap: with such changes somebody could take the place of
 * words that the other is about to write.
 */
export function weigh(
  update: Uint8Array,
  { id, name }: { readonly id: string; readonly name: string },
  { stateOf, attributions, claimedBy, isHere }: Scales,
): Attributed[] | 'foreign' {
  const found: Attributed[] = [];
  for (const { client, from, to } of newRuns(update, stateOf)) {
    const owner = attributions.ownerOf(client) ?? claimedBy(client);
    if (owner === undefined || owner === id) {
      if (attributions.ownerOf(client) === undefined) found.push({ client, from, person: id, name });
    } else if (isHere(owner) || from > stateOf(client)) return 'foreign';
    else found.push({ client, from, to, person: id, name });
  }
  return found;
}

/** The runs of changes that are new to the document; what follows without a gap is one run. */
function newRuns(update: Uint8Array, stateOf: Scales['stateOf']): Run[] {
  const runs: Run[] = [];
  for (const struct of decodeUpdate(update).structs) {
    const { client, clock } = struct.id;
    const to = clock + struct.length;
    const from = Math.max(clock, stateOf(client));
    if (struct instanceof Skip || from >= to) continue;
    const last = runs.at(-1);
    if (last?.client === client && last.to === from) last.to = to;
    else runs.push({ client, from, to });
  }
  return runs;
}
