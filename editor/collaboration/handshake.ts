import type { Extension, onAuthenticatePayload } from '@hocuspocus/server';
import { z } from 'zod';
import { may } from '#identity';
import { isLocked } from '../approval/state.ts';
import { schemaVersion } from '../schema/version.ts';
import { StorageError } from '../storage/errors.ts';
import type { DraftRecord } from '../storage/record.ts';
import type { DraftWriter } from '../storage/writer.ts';
import type { Context } from './context.ts';
import type { Locks } from './locks.ts';
import { type Closing, caretColours, cleanName, type PersonShown, parseRoom } from './protocol.ts';

const tokenSchema = z.object({
  /** Version of the document schema the page was built with. */
  schema: z.int(),
  /** How the person calls himself or herself: believed where there are no accounts. */
  name: z.string().max(200),
});

/** Lets a client in: the page must know this document schema, and the room must be the draft's living one. */
export function handshake(
  writer: DraftWriter,
  locks: Locks,
  people: (room: string) => PersonShown[],
): Extension<Context> {
  return {
    extensionName: 'handshake',
    async onAuthenticate({ token, documentName, context, connectionConfig }: onAuthenticatePayload<Context>) {
      const claims = tokenSchema.safeParse(parseJson(token));
      if (!claims.success) throw refuse(context, 'garbage');
      const { identity } = context.gate.visitor;
      if (!may(identity, 'letter.read')) throw refuse(context, 'revoked');
      if (claims.data.schema !== schemaVersion) throw refuse(context, 'outdated');
      const { closing, record } = await admission(writer, documentName);
      if (closing !== undefined) throw refuse(context, closing);
      if (record !== undefined) {
        const locked = isLocked(record.state);
        locks.learn(record.id, locked);
        connectionConfig.readOnly = locked || !context.gate.mayWrite;
      }
      const taken = new Set(people(documentName).map(({ colour }) => colour));
      const colour = [...Array(caretColours).keys()].find((number) => !taken.has(number)) ?? 0;
      context.gate.person = { name: cleanName(identity.person?.name || claims.data.name), colour };
    },
  };
}

/** The record of the draft, or why nobody is let into it. */
async function admission(
  writer: DraftWriter,
  documentName: string,
): Promise<{ readonly closing?: Closing; readonly record?: DraftRecord }> {
  const room = parseRoom(documentName);
  if (room === undefined) return { closing: 'gone' };
  try {
    const record = await writer.find(room.draft);
    if (record === undefined || record.epoch !== room.epoch) return { closing: 'gone' };
    // Written by a newer program than this one: it holds nodes that would be lost here.
    return record.schema > schemaVersion ? { closing: 'outdated' } : { record };
  } catch (error) {
    if (error instanceof StorageError) return { closing: 'storage' };
    throw error;
  }
}

/** Closes the socket with the reason once Hocuspocus has sent its own refusal. */
function refuse(context: Context, closing: Closing): { reason: string } {
  setImmediate(() => context.gate.refuse(closing));
  return { reason: closing };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
