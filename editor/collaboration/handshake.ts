import type { Extension, onAuthenticatePayload } from '@hocuspocus/server';
import { z } from 'zod';
import { schemaVersion } from '../schema/version.ts';
import { StorageError } from '../storage/errors.ts';
import type { DraftWriter } from '../storage/writer.ts';
import type { Context } from './context.ts';
import { type Closing, caretColours, cleanName, type PersonShown, parseRoom } from './protocol.ts';

const tokenSchema = z.object({
  /** Version of the document schema the page was built with. */
  schema: z.int(),
  /** How the person calls himself or herself: there are no accounts yet. */
  name: z.string().max(200),
});

/** Lets a client in: the page must know this document schema, and the room must be the draft's living one. */
export function handshake(writer: DraftWriter, people: (room: string) => PersonShown[]): Extension<Context> {
  return {
    extensionName: 'handshake',
    async onAuthenticate({ token, documentName, context }: onAuthenticatePayload<Context>) {
      const claims = tokenSchema.safeParse(parseJson(token));
      if (!claims.success) throw refuse(context, 'garbage');
      if (claims.data.schema !== schemaVersion) throw refuse(context, 'outdated');
      const closing = await whyClosed(writer, documentName);
      if (closing !== undefined) throw refuse(context, closing);
      const taken = new Set(people(documentName).map(({ colour }) => colour));
      const colour = [...Array(caretColours).keys()].find((number) => !taken.has(number)) ?? 0;
      context.gate.person = { name: cleanName(claims.data.name), colour };
    },
  };
}

async function whyClosed(writer: DraftWriter, documentName: string): Promise<Closing | undefined> {
  const room = parseRoom(documentName);
  if (room === undefined) return 'gone';
  try {
    const record = await writer.find(room.draft);
    if (record === undefined || record.epoch !== room.epoch) return 'gone';
    // Written by a newer program than this one: it holds nodes that would be lost here.
    return record.schema > schemaVersion ? 'outdated' : undefined;
  } catch (error) {
    if (error instanceof StorageError) return 'storage';
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
