import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { atThisComputer, type Identity } from '#identity';
import { Allowances } from './allowance.ts';
import { isCrowded } from './crowd.ts';
import { closings, roomOf } from './protocol.ts';
import { connect, draftRecord, startTestServer, textOnDisk } from './testing.ts';

const known = (id: string): Identity => ({
  person: { id, name: id, roles: ['writer'], units: [] },
  session: id,
});
const sockets = (count: number, identity: Identity, network: string) =>
  Array.from({ length: count }, () => ({ visitor: { identity, network } }));

describe('a crowd at the sockets', () => {
  it('is one person with thirty of them, and nobody else of the office', () => {
    const open = sockets(30, known('anna'), '203.0.113.9');
    expect(isCrowded({ identity: known('anna'), network: '198.51.100.1' }, open)).toBe(true);
    expect(isCrowded({ identity: known('boris'), network: '203.0.113.9' }, open)).toBe(false);
    expect(isCrowded({ identity: known('anna') }, open.slice(1))).toBe(false);
  });

  it('is a network with a thousand of them', () => {
    const open = Array.from({ length: 500 }, (_, number) =>
      sockets(2, known(`${number}`), '203.0.113.9'),
    ).flat();
    expect(isCrowded({ identity: known('new'), network: '203.0.113.9' }, open)).toBe(true);
    expect(isCrowded({ identity: known('new'), network: '198.51.100.1' }, open)).toBe(false);
  });

  it('is nobody where there are no accounts', () => {
    expect(isCrowded({ identity: atThisComputer }, sockets(500, atThisComputer, '127.0.0.1'))).toBe(false);
  });

  it('shares one allowance among the sockets of a person', () => {
    const allowances = new Allowances();
    expect(allowances.of({ identity: known('anna') })).toBe(allowances.of({ identity: known('anna') }));
    expect(allowances.of({ identity: known('anna') })).not.toBe(allowances.of({ identity: known('boris') }));
    expect(allowances.of({ identity: atThisComputer })).not.toBe(allowances.of({ identity: atThisComputer }));
  });

  it('is turned away with a code, let in when there is room, and what was typed meanwhile comes with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ponyatno-crowd-'));
    const server = await startTestServer(folder, 0, (request) => ({
      identity: known(new URL(request.url ?? '/', 'http://x').searchParams.get('who') ?? ''),
    }));
    onTestFinished(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    await server.writer.create({ record: draftRecord('one'), document: new Uint8Array([0, 0]) });
    const enter = (who: string) => {
      const client = connect(`${server.url}/?who=${who}`, roomOf('one', 1));
      onTestFinished(() => client.destroy());
      return client;
    };
    const tabs = Array.from({ length: 30 }, () => enter('anna'));
    await Promise.all(tabs.map((tab) => tab.saved()));
    const late = enter('anna');
    late.type('Лишняя вкладка.');
    await expect.poll(() => late.closings).toContain(closings.busy.code);
    const colleague = enter('boris');
    await colleague.saved();
    expect(colleague.text()).toBe('');
    tabs[0]?.destroy();
    await late.saved();
    expect(await textOnDisk(server.writer, 'one')).toBe('Лишняя вкладка.');
    expect(tabs.flatMap(({ closings }) => closings.filter((code) => code === 4429))).toEqual([]);
  });
});
