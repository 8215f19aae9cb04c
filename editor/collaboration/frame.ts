// Frames of Hocuspocus, read just far enough to know what they are. Imported by browser and server.

/** Types of messages (`MessageType` of @hocuspocus/server) that matter to us. */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  syncReply: 4,
  close: 7,
  syncStatus: 8,
} as const;

/** Types of sync messages (y-protocols). */
export const syncTypes = { step1: 0, step2: 1, update: 2 } as const;

/** The beginning of a frame. */
export interface Frame {
  readonly room: string;
  readonly type: number;
  /** For sync messages: which; for a sync status: 1 when the update was taken. */
  readonly detail: number | undefined;
  /** For sync messages: the bytes of the state vector or the update. */
  readonly payload: Uint8Array | undefined;
}

const text = new TextDecoder('utf-8', { fatal: true });

/** Reads the beginning of a frame; undefined when the bytes are no frame. */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  let at = 0;

  function number(): number | undefined {
    let value = 0;
    let factor = 1;
    for (let length = 0; length < 6; length += 1) {
      const byte = bytes[at];
      if (byte === undefined) return undefined;
      at += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
    return undefined;
  }

  function block(): Uint8Array | undefined {
    const length = number();
    if (length === undefined || at + length > bytes.length) return undefined;
    at += length;
    return bytes.subarray(at - length, at);
  }

  const address = block();
  const type = address && number();
  if (address === undefined || type === undefined) return undefined;
  const room = decoded(address);
  if (room === undefined) return undefined;
  const isSync = type === messageTypes.sync || type === messageTypes.syncReply;
  if (!isSync && type !== messageTypes.syncStatus)
    return { room, type, detail: undefined, payload: undefined };
  const detail = number();
  if (detail === undefined) return undefined;
  if (!isSync) return { room, type, detail, payload: undefined };
  const payload = block();
  return payload === undefined ? undefined : { room, type, detail, payload };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return text.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether the frame carries changes of a document: the server answers each with one sync status. */
export function carriesChanges(frame: Frame): boolean {
  const isSync = frame.type === messageTypes.sync || frame.type === messageTypes.syncReply;
  return isSync && (frame.detail === syncTypes.step2 || frame.detail === syncTypes.update);
}
