import { OutgoingMessage } from '@hocuspocus/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closings } from '../collaboration/protocol.ts';
import { ChangeCount } from './counting-socket.ts';
import { type ConnectionFacts, isTrouble, saveState } from './save-state.ts';

const fine: ConnectionFacts = {
  connected: true,
  synced: true,
  unsynced: 0,
  closing: undefined,
  changed: false,
  storedHere: true,
  keptHere: true,
};

describe('saveState', () => {
  it.each<[string, Partial<ConnectionFacts>, string]>([
    ['everything is on the disk', {}, 'Сохранено'],
    ['changes are on their way', { unsynced: 2, changed: true }, 'Сохраняется…'],
    ['the first exchange is not done', { synced: false, unsynced: 1 }, 'Соединяюсь…'],
    [
      'the line is down',
      { connected: false, changed: true },
      'Нет связи: правки хранятся в\u00a0этом браузере',
    ],
    [
      'the line is down and the browser keeps nothing',
      { connected: false, storedHere: false },
      'Нет связи: не закрывайте страницу',
    ],
    [
      'the disk is full',
      { connected: false, closing: 'storage' },
      'Сервер не может записать: правки хранятся в\u00a0этом браузере',
    ],
    [
      'too many letters are open',
      { connected: false, closing: 'busy' },
      'Открыто слишком много писем, закройте лишние вкладки: правки хранятся в\u00a0этом браузере',
    ],
    [
      'too many letters are open and the browser keeps nothing',
      { connected: false, closing: 'busy', storedHere: false },
      'Открыто слишком много писем, закройте лишние вкладки: не закрывайте страницу',
    ],
    [
      'the page is too old',
      { connected: false, closing: 'outdated' },
      'Вышла новая версия: обновите страницу',
    ],
    [
      'the person has signed out elsewhere',
      { connected: false, closing: 'revoked' },
      'Вход закрыт: войдите снова',
    ],
    [
      'the person was cut off in mid-writing',
      { connected: false, closing: 'revoked', changed: true },
      'Вход закрыт: последние правки не\u00a0приняты',
    ],
    [
      'the person may only read',
      { connected: false, closing: 'read-only', changed: true },
      'Менять письма Вы не\u00a0можете: правки не\u00a0приняты',
    ],
    [
      'a colleague is to bring the changes first',
      { connected: false, closing: 'foreign', changed: true },
      'Сервер ждёт правок коллеги: правки хранятся в\u00a0этом браузере',
    ],
    ['the draft is gone', { connected: false, closing: 'gone' }, 'Черновик удалён'],
    [
      'the server restarts',
      { connected: false, closing: 'shutdown' },
      'Нет связи: правки хранятся в\u00a0этом браузере',
    ],
  ])('%s', (_, facts, text) => {
    expect(saveState({ ...fine, ...facts }).text).toBe(text);
  });

  it('says «saved» only when the server has said so of every change', () => {
    const facts = fc.record({
      connected: fc.boolean(),
      synced: fc.boolean(),
      unsynced: fc.nat(3),
      closing: fc.constantFrom(undefined, ...(Object.keys(closings) as (keyof typeof closings)[])),
      changed: fc.boolean(),
      storedHere: fc.boolean(),
      keptHere: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (one) => {
        const { kind } = saveState(one);
        if (kind === 'saved') expect(one).toMatchObject({ connected: true, synced: true, unsynced: 0 });
        expect(isTrouble(kind)).toBe(!['saved', 'saving', 'connecting'].includes(kind));
      }),
    );
  });

  it('holds the person back only while something here is not saved', () => {
    expect(saveState({ ...fine, connected: false, changed: true }).unsafe).toBe(true);
    expect(saveState({ ...fine, connected: false }).unsafe).toBe(false);
  });
});

describe('ChangeCount', () => {
  const room = 'draft.a.1';
  const update = () =>
    new OutgoingMessage(room)
      .createSyncMessage()
      .writeUpdate(new Uint8Array([0, 0]))
      .toUint8Array();
  const status = (taken: boolean) =>
    new Uint8Array(new OutgoingMessage(room).writeSyncStatus(taken).toUint8Array()).buffer;

  it('is settled when every change is acknowledged, and not before the first', () => {
    const count = new ChangeCount();
    expect(count.settled).toBe(false);
    count.outgoing(update());
    count.outgoing(update());
    count.incoming(status(true));
    expect([count.pending, count.settled]).toEqual([1, false]);
    count.incoming(status(true));
    expect([count.pending, count.settled]).toEqual([0, true]);
  });

  it('is not settled when a change was refused', () => {
    const count = new ChangeCount();
    count.outgoing(update());
    count.incoming(status(false));
    expect(count.settled).toBe(false);
  });

  it('begins anew with a new connection', () => {
    const count = new ChangeCount();
    count.outgoing(update());
    count.reset();
    expect([count.pending, count.settled]).toEqual([0, false]);
  });

  it('counts nothing else', () => {
    const count = new ChangeCount();
    count.outgoing(new OutgoingMessage(room).writeStateless('x').toUint8Array());
    count.outgoing('text');
    count.incoming(new ArrayBuffer(0));
    count.incoming(undefined);
    expect(count.pending).toBe(0);
  });
});
