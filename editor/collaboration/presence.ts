import type {
  beforeHandleAwarenessPayload,
  Connection,
  Document,
  Extension,
  onStatelessPayload,
} from '@hocuspocus/server';
import { z } from 'zod';
import type { Context } from './context.ts';
import { cleanName } from './protocol.ts';

/** A caret is two positions of some hundred bytes; nothing else belongs into the awareness. */
const maxStateLength = 4_096;

const renameSchema = z.object({ kind: z.literal('name'), name: z.string().max(200) });

/**
 * Who is in the draft. A client says where its caret is; who it is says the server: a client that sends another name, or
 * a state for another client, is not believed.
 */
export function presence(): Extension<Context> {
  return {
    extensionName: 'presence',
    async beforeHandleAwareness({
      states,
      document,
      connection,
      context,
    }: beforeHandleAwarenessPayload<Context>) {
      if (connection === undefined) return;
      for (const [client, state] of states) {
        const isOwn = isOwnClient(document, connection, client);
        if (!isOwn || JSON.stringify(state).length > maxStateLength) states.delete(client);
        else states.set(client, { user: context?.gate.person, cursor: state.cursor ?? null });
      }
    },
    async onStateless({ connection, payload }: onStatelessPayload) {
      const message = renameSchema.safeParse(parseJson(payload));
      const { gate }: Context = connection.context;
      // Who has an account is called what the account says.
      if (message.success && gate.person && !gate.visitor.identity.person?.name)
        gate.person = { ...gate.person, name: cleanName(message.data.name) };
    },
  };
}

/** Whether the client belongs to this connection: it is new and the connection has none, or it is known as its own. */
function isOwnClient(document: Document, connection: Connection, client: number): boolean {
  const own = document.getClients(connection);
  if (own.has(client)) return true;
  const isForeign = document.getConnections().some((other) => document.getClients(other).has(client));
  return !isForeign && own.size === 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
