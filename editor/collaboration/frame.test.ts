import { OutgoingMessage } from '@hocuspocus/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { carriesChanges, messageTypes, readFrame, syncTypes } from './frame.ts';

const room = 'draft.abc.1';

describe('readFrame', () => {
  it('reads an update as Hocuspocus writes it', () => {
    const document = new Y.Doc();
    document.getText('text').insert(0, 'Здравствуйте');
    const update = Y.encodeStateAsUpdate(document);
    const frame = readFrame(new OutgoingMessage(room).createSyncMessage().writeUpdate(update).toUint8Array());
    expect(frame).toMatchObject({ room, type: messageTypes.sync, detail: syncTypes.update });
    expect(frame?.payload).toEqual(update);
    expect(frame && carriesChanges(frame)).toBe(true);
  });

  it('reads a sync status, a close message and an authentication', () => {
    expect(readFrame(new OutgoingMessage(room).writeSyncStatus(true).toUint8Array())).toMatchObject({
      type: messageTypes.syncStatus,
      detail: 1,
    });
    expect(readFrame(new OutgoingMessage(room).writeCloseMessage('bye').toUint8Array())?.type).toBe(
      messageTypes.close,
    );
    expect(readFrame(new OutgoingMessage(room).writeAuthenticated(false).toUint8Array())?.type).toBe(
      messageTypes.auth,
    );
  });

  it('reads any room name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        expect(readFrame(new OutgoingMessage(name).writeStateless('x').toUint8Array())?.room).toBe(name);
      }),
    );
  });

  it('never throws and never reads beyond the end, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const frame = readFrame(bytes);
        expect((frame?.payload?.length ?? 0) <= bytes.length).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives nothing for a frame that is cut short', () => {
    const whole = new OutgoingMessage(room)
      .createSyncMessage()
      .writeUpdate(new Uint8Array(50))
      .toUint8Array();
    for (let length = 0; length < whole.length; length += 1)
      expect(readFrame(whole.subarray(0, length))).toBeUndefined();
  });
});
