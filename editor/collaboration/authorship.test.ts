import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as Y from 'yjs';
import { anonymous, atThisComputer, type Identity } from '#identity';
import { Attributions, readAttributionNews } from '../together/attributions.ts';
import { recordWriting } from '../together/people.ts';
import { Threads } from '../together/threads.ts';
import { closings, roomOf } from './protocol.ts';
import { connect, draftRecord, startTestServer, type TestClient } from './testing.ts';

// Connecting anew takes its time on a busy machine.
vi.setConfig({ expect: { poll: { timeout: 10_000 } } });

const room = roomOf('one', 1);
const nowhere = { start: null, end: null, before: false };

function known(id: string, name: string): Identity {
  return { person: { id, name, roles: ['writer'], units: [] }, session: `${id}-s` };
}

const visitors: Readonly<Record<string, Identity>> = {
  anna: known('a', 'Анна Белова'),
  boris: known('b', 'Борис Котов'),
  local: atThisComputer,
};

/** A desk as far as the names on it go. */
interface Reader extends TestClient {
  readonly attributions: Attributions;
  readonly threads: Threads;
}

async function house() {
  const folder = mkdtempSync(join(tmpdir(), 'ponyatno-authorship-'));
  const start = () =>
    startTestServer(folder, 0, (request) => {
      const who = new URL(request.url ?? '/', 'http://x').searchParams.get('who') ?? '';
      return { identity: visitors[who] ?? anonymous };
    });
  let server = await start();
  onTestFinished(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await server.writer.create({ record: draftRecord('one'), document: new Uint8Array([0, 0]) });
  return {
    get server() {
      return server;
    },
    async restart() {
      await server.stop();
      server = await start();
    },
    enter(who: string, document = new Y.Doc()): Reader {
      const client = connect(`${server.url}/?who=${who}`, room, { document });
      onTestFinished(() => client.destroy());
      const attributions = new Attributions();
      client.provider.on('stateless', ({ payload }: { payload: string }) =>
        attributions.add(readAttributionNews(payload) ?? []),
      );
      return { ...client, attributions, threads: new Threads(document, attributions) };
    },
  };
}

const said = (author: string, text: string, ...mentions: string[]) => ({ author, text, mentions });
const told = ({ threads }: Reader) =>
  threads.list().flatMap(({ comments }) => comments.map(({ author, sentBy }) => ({ author, sentBy })));

describe('a comment under the name of another', () => {
  it('names who has sent it, on every desk, also after the server was started anew', async () => {
    const place = await house();
    const [anna, boris] = [place.enter('anna'), place.enter('boris')];
    await Promise.all([anna.saved(), boris.saved()]);
    anna.threads.begin('слова', nowhere, said('Анна Белова', 'Своё.'));
    boris.threads.begin('слова', nowhere, said('Анна Белова', 'Я согласна.'));
    boris.threads.begin('слова', nowhere, said('Борис Котов', 'Своё.'));
    const expected = [
      { author: 'Анна Белова', sentBy: undefined },
      { author: 'Анна Белова', sentBy: 'Борис Котов' },
      { author: 'Борис Котов', sentBy: undefined },
    ];
    const sorted = (reader: Reader) =>
      told(reader).toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
    const inOrder = expected.toSorted((one, other) =>
      JSON.stringify(one).localeCompare(JSON.stringify(other)),
    );
    for (const reader of [anna, boris]) await expect.poll(() => sorted(reader)).toEqual(inOrder);
    await Promise.all([anna.saved(), boris.saved()]);
    anna.destroy();
    boris.destroy();
    await place.restart();
    const later = place.enter('anna');
    await expect.poll(() => sorted(later)).toEqual(inOrder);
  });

  it('neither answers a call for that person nor settles a matter in that name', async () => {
    const place = await house();
    const [anna, boris] = [place.enter('anna'), place.enter('boris')];
    await Promise.all([anna.saved(), boris.saved()]);
    const id = boris.threads.begin('слова', nowhere, said('Борис Котов', '@Анна Белова?', 'Анна Белова'));
    boris.threads.reply(id, said('Анна Белова', 'Да.'));
    boris.threads.resolve(id, 'Анна Белова');
    await boris.saved();
    await expect.poll(() => anna.threads.list()[0]?.resolved?.sentBy).toBe('Борис Котов');
    boris.threads.reopen(id);
    await boris.saved();
    await expect
      .poll(async () => [...(await place.server.writer.mentions()).values()].flat())
      .toMatchObject([{ name: 'Анна Белова' }]);
    anna.threads.reply(id, said('Анна Белова', 'Нет.'));
    await anna.saved();
    await expect.poll(async () => [...(await place.server.writer.mentions()).values()].flat()).toEqual([]);
  });
});

describe('a change as the Yjs client of another', () => {
  it('is not taken while that person is there, costs them nothing, and the forger is sent away', async () => {
    const place = await house();
    const [anna, boris] = [place.enter('anna'), place.enter('boris')];
    await Promise.all([anna.saved(), boris.saved()]);
    anna.type('Анна. ');
    await anna.saved();
    await expect.poll(() => boris.text()).toBe('Анна. ');
    boris.document.clientID = anna.document.clientID;
    boris.type('Обман.');
    await expect.poll(() => boris.closings).toContain(closings.foreign.code);
    boris.destroy();
    anna.type('Своё.');
    await anna.saved();
    const reader = place.enter('local');
    await reader.saved();
    expect(reader.text()).toBe('Анна. Своё.');
    expect(anna.closings).toEqual([]);
  });

  it('is taken once that person has gone, under the name of who sent it: so nothing is lost after a crash', async () => {
    const place = await house();
    const anna = place.enter('anna');
    await anna.saved();
    anna.type('Анна. ');
    await anna.saved();
    anna.destroy();
    // Words of Anna that only Boris has: the server has lost them.
    anna.document.getText('text').insert(6, 'Последнее. ');
    const document = new Y.Doc();
    Y.applyUpdate(document, Y.encodeStateAsUpdate(anna.document));
    const boris = place.enter('boris', document);
    await expect.poll(() => boris.provider.unsyncedChanges === 0 && boris.provider.synced).toBe(true);
    const reader = place.enter('local');
    await expect.poll(() => reader.text()).toBe('Анна. Последнее. ');
    const names = [...reader.text()].map((_, index) => {
      const { item } = Y.createRelativePositionFromTypeIndex(reader.document.getText('text'), index);
      return item ? reader.attributions.nameOf(item.client, item.clock) : undefined;
    });
    await expect.poll(() => reader.attributions.all().length).toBeGreaterThan(0);
    expect(new Set(names.slice(0, 6))).toEqual(new Set(['Анна Белова']));
    expect(new Set(names.slice(6))).toEqual(new Set(['Борис Котов']));
  });
});

describe('who has changed a letter', () => {
  it('is told by the accounts, whatever the changes say of themselves', async () => {
    const place = await house();
    const boris = place.enter('boris');
    await boris.saved();
    recordWriting(boris.document, 'Анна Белова');
    boris.document.getXmlFragment('letter').insert(0, [new Y.XmlText('Обман.')]);
    await boris.saved();
    const at = new Date().toISOString();
    await place.server.writer.keepVersion({ draft: 'one', at, kind: 'hand', name: 'В', person: '' });
    const [version] = await place.server.writer.versions('one');
    expect(version?.writers.map(({ name }) => name)).toEqual(['Борис Котов']);
  });

  it('is what the writers say where there are no accounts: nothing is taken down', async () => {
    const place = await house();
    const one = place.enter('local');
    await one.saved();
    recordWriting(one.document, 'Анна');
    one.document.getXmlFragment('letter').insert(0, [new Y.XmlText('Своё.')]);
    one.threads.begin('слова', nowhere, said('Борис', 'Да.'));
    await one.saved();
    const at = new Date().toISOString();
    await place.server.writer.keepVersion({ draft: 'one', at, kind: 'hand', name: 'В', person: '' });
    const [version] = await place.server.writer.versions('one');
    expect(version?.writers.map(({ name }) => name)).toEqual(['Анна']);
    expect(told(one)).toEqual([{ author: 'Борис', sentBy: undefined }]);
    expect(one.attributions.all()).toEqual([]);
  });
});
