import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { atThisComputer, type Identity, type Role } from '#identity';
import { readContent } from '#knowledge';
import { baseAgency, baseFiles, page, writeFiles } from '../../knowledge/testing/content-folder.ts';
import { closings } from '../collaboration/protocol.ts';
import { connect, listen, type TestClient } from '../collaboration/testing.ts';
import { createDrafts, type Drafts } from '../drafts.ts';
import { typedValues } from '../export/typed-values.ts';
import { readRequisiteFields } from '../letters/requisite-fields.ts';
import { letterOf } from '../letters/shared-letter.ts';
import { letterField, requisitesField, variablesField } from '../schema/version.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { LeavingError } from './error.ts';

const template = page(
  {
    id: 'first',
    title: 'Первичный ответ',
    function: 'letters',
    letter: 'first-reply',
    when: 'На любое новое письмо.',
    variables: [
      { name: 'номер', label: 'Номер письма', requisite: 'incoming-number' },
      { name: 'автор', type: 'person', label: 'Кто готовит' },
    ],
  },
  'Здравствуйте!\n\nМы получили Ваше письмо 20 ноября и зарегистрировали под номером ((номер)).\n\n((автор))',
);
const values = { номер: '102-41', автор: 'Ирина Сергеевна Павлова' };

const folder = mkdtempSync(join(tmpdir(), 'ponyatno-leaving-'));
let drafts: Drafts;
beforeAll(async () => {
  await writeFiles(join(folder, 'content'), {
    ...baseFiles,
    'agency.yml': {
      ...baseAgency,
      letters: {
        'first-reply': {
          parts: [
            { part: 'registration', clause: 'п. 4.8' },
            { part: 'rating-link', clause: 'п. 4.9' },
          ],
        },
      },
    },
    'templates/first.mdx': template,
  });
  const { content } = await readContent(join(folder, 'content'));
  drafts = createDrafts({ dataFolder: join(folder, 'data'), content });
});
afterAll(async () => {
  await drafts.close();
  rmSync(folder, { recursive: true, force: true });
});

const leave = async (id: string, input: unknown) =>
  (await drafts.leaving.leave(id, input, atThisComputer)).line;
const step = (id: string, input: unknown) => drafts.leaving.step(id, input, atThisComputer);

/** A draft that one person is writing in. */
async function writing(
  given: Readonly<Record<string, string>> = values,
): Promise<{ id: string; room: string; url: string; client: TestClient; seen: () => string }> {
  const { id } = await drafts.create({
    template: 'first',
    urgent: false,
    received: '2026-11-20T17:00',
    values: given,
  });
  const room = (await drafts.desk(id, atThisComputer))?.room ?? '';
  const { url, stop } = await listen(drafts.collaboration);
  const client = connect(url, room);
  onTestFinished(() => {
    client.destroy();
    stop();
  });
  await client.saved();
  return { id, room, url, client, seen: () => seenBy(client.document) };
}

function seenBy(document: Y.Doc): string {
  const requisites = document.getMap(requisitesField);
  return fingerprint(
    letterOf(document),
    typedValues(document.getMap(variablesField)),
    readRequisiteFields((name) => requisites.get(name)),
  );
}

/** Writes a sentence with the part that the template lacks. */
function addRating({ document }: TestClient): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Оцените, удобно ли было писать: https://example.ru/rating.')]);
  document.getXmlFragment(letterField).insert(2, [paragraph]);
}

async function refused(work: Promise<unknown>): Promise<LeavingError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof LeavingError)) throw error ?? new Error('A refusal is expected.');
  return error;
}

describe('leaving', () => {
  it('WR-6, WR-7: a letter without a required part or a value leaves only with a reason, which stays in its history', async () => {
    const { id, seen } = await writing({ автор: values.автор });
    const exit = { way: 'copy', seen: seen(), by: 'Анна' };
    const { fault, missing } = await refused(leave(id, exit));
    expect(fault).toBe('incomplete');
    expect(missing).toEqual([
      { kind: 'variable', name: 'номер', label: 'Номер письма' },
      { kind: 'part', part: 'rating-link', clause: 'п. 4.9' },
    ]);
    expect((await refused(leave(id, { ...exit, reason: 'Да', by: ' ' }))).fault).toBe('input');
    await leave(id, { ...exit, reason: 'Опрос закрыт, номер сообщим по телефону.' });
    expect(await drafts.leaving.history(id)).toMatchObject([
      {
        person: 'Анна',
        happening: {
          kind: 'exit',
          way: 'copy',
          reason: 'Опрос закрыт, номер сообщим по телефону.',
          missing: ['Номер письма', 'rating-link'],
        },
      },
    ]);
  });

  it('a file asks for the addressee too, and carries what was typed last', async () => {
    const { id, client, seen } = await writing();
    addRating(client);
    await client.saved();
    const exit = () => ({ way: 'docx', seen: seen(), by: 'Анна' });
    expect((await refused(leave(id, exit()))).missing).toEqual([
      { kind: 'requisite', field: 'addressee', label: 'Кому' },
    ]);
    await expect(drafts.leaving.docx(id, undefined)).rejects.toThrow('не хватает');
    client.document.getMap(requisitesField).set('addressee', 'Петровой А. П.');
    await client.saved();
    await leave(id, exit());
    const { file, name } = await drafts.leaving.docx(id, undefined);
    expect(name).toBe('Первичный ответ 102-41.docx');
    const { value } = await mammoth.extractRawText({ buffer: file });
    for (const line of ['Петровой А. П.', 'На № 102-41 от', 'Оцените, удобно ли было писать'])
      expect(value).toContain(line);
  });

  it('open suggestions hold a letter, and with a reason it leaves without them', async () => {
    const { id, client, seen } = await writing();
    addRating(client);
    const first = client.document.getXmlFragment(letterField).get(0);
    const text = first instanceof Y.XmlElement ? first.get(0) : undefined;
    if (!(text instanceof Y.XmlText)) throw new Error('The letter begins with a text.');
    const suggester = { author: 'Борис', at: '2026-11-25T10:00Z' };
    text.insert(12, ' всем', { 'insertion--AAAAAAAA': suggester });
    await client.saved();
    client.document.getMap(requisitesField).set('addressee', 'Петровой А. П.');
    await client.saved();
    const exit = { way: 'docx', seen: seen(), by: 'Анна' };
    const label = 'Решить о правках: 1';
    expect((await refused(leave(id, exit))).missing).toEqual([{ kind: 'suggestions', label }]);
    const line = await leave(id, { ...exit, reason: 'Спешно.' });
    const { file } = await drafts.leaving.docx(id, line);
    const { value } = await mammoth.extractRawText({ buffer: file });
    expect(value).toContain('Здравствуйте!');
    expect(value).not.toContain('всем');
  });

  it('an exit with a reason opens the file of its own way and no other', async () => {
    const { id, seen } = await writing();
    const exit = await leave(id, { way: 'docx', seen: seen(), by: 'Анна', reason: 'Спешно.' });
    await expect(drafts.leaving.docx(id, exit)).resolves.toBeDefined();
    expect((await refused(drafts.leaving.sheet(id, 'print', exit))).fault).toBe('incomplete');
  });

  it('a letter that is not on the disk as it stands on the screen does not leave', async () => {
    const { id, client, seen } = await writing();
    const before = seen();
    addRating(client);
    await client.saved();
    expect((await refused(leave(id, { way: 'copy', seen: before, by: 'Анна' }))).fault).toBe('changed');
    await expect(leave(id, { way: 'copy', seen: seen(), by: 'Анна' })).resolves.toBeTypeOf('number');
  });
});

describe('approval', () => {
  const to = (seen: string, from: string, state: string, more: object = {}): Record<string, unknown> => ({
    seen,
    from,
    to: state,
    by: 'Борис',
    ...more,
  });

  async function approved() {
    const desk = await writing();
    addRating(desk.client);
    desk.client.document.getMap(requisitesField).set('addressee', 'Петровой А. П.');
    await desk.client.saved();
    await step(desk.id, to(desk.seen(), 'draft', 'approval', { by: 'Анна' }));
    await step(desk.id, to(desk.seen(), 'approval', 'approved', { signer: 'head' }));
    return desk;
  }

  it('goes from draft to sent; who and when is kept, and the approver signs', async () => {
    const { id, seen } = await approved();
    await step(id, to(seen(), 'approved', 'sent', { by: 'Вера' }));
    const history = await drafts.leaving.history(id);
    expect(
      history.map(({ person, happening }) => [person, happening.kind === 'state' && happening.to]),
    ).toEqual([
      ['Анна', 'approval'],
      ['Борис', 'approved'],
      ['Вера', 'sent'],
    ]);
    expect(history.every(({ at }) => !Number.isNaN(Date.parse(at)))).toBe(true);
    const { value } = await mammoth.extractRawText({
      buffer: (await drafts.leaving.docx(id, undefined)).file,
    });
    expect(value).toContain('Руководитель');
    expect(value.replaceAll('\u00a0', ' ')).toContain('И. И. Иванов');
    expect((await drafts.list()).find((draft) => draft.id === id)?.state).toBe('sent');
  });

  it('locks the letter: a change of an approved letter is not applied, and its writer is told', async () => {
    const { id, room, url, client } = await approved();
    const reader = connect(url, room, { name: 'Глеб' });
    await reader.saved();
    client.type('после согласования');
    await expect.poll(() => client.closings).toContain(closings.locked.code);
    expect(reader.text()).toBe('');
    reader.destroy();
    // Somebody who was offline meanwhile has changes that the letter does not have.
    const offline = new Y.Doc();
    offline.getText('text').insert(0, 'без связи');
    const late = connect(url, room, { name: 'Даша', document: offline });
    await expect.poll(() => late.closings).toContain(closings.locked.code);
    late.destroy();
    const again = connect(url, room, { name: 'Ева' });
    await again.saved();
    expect(again.text()).toBe('');
    expect(again.closings).toEqual([]);
    again.destroy();
    expect((await drafts.desk(id, atThisComputer))?.state).toBe('approved');
  });

  it('goes back only with a reason, and can be written again then', async () => {
    const { id, client, seen } = await approved();
    expect((await refused(step(id, to(seen(), 'approved', 'draft')))).fault).toBe('input');
    await step(id, to(seen(), 'approved', 'draft', { reason: 'Уточните день приёма.' }));
    client.type('уточнено');
    await client.saved();
    expect(client.closings).toEqual([]);
    expect((await drafts.leaving.history(id)).at(-1)).toMatchObject({
      person: 'Борис',
      happening: { to: 'draft', reason: 'Уточните день приёма.' },
    });
  });

  it('approves what was read: not a letter that somebody is changing, nor one that somebody else has moved', async () => {
    const { id, client, seen } = await writing();
    addRating(client);
    await client.saved();
    await step(id, to(seen(), 'draft', 'approval'));
    const read = seen();
    client.document.getMap(variablesField).set('номер', '7');
    await client.saved();
    const approve = (fresh: string) => to(fresh, 'approval', 'approved', { signer: 'head' });
    expect((await refused(step(id, approve(read)))).fault).toBe('changed');
    // The refusal has locked nothing.
    client.type('дальше');
    await client.saved();
    expect(client.closings).toEqual([]);
    const both = await Promise.allSettled([step(id, approve(seen())), step(id, approve(seen()))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('loses no change that comes while it is decided, and takes none after', async () => {
    const { id, client, seen } = await writing();
    addRating(client);
    await client.saved();
    await step(id, to(seen(), 'draft', 'approval'));
    const approving = step(id, to(seen(), 'approval', 'approved', { signer: 'head' }))
      .then(() => 'approved')
      .catch((error: LeavingError) => error.fault);
    client.document.getMap(variablesField).set('номер', 'поздний');
    const outcome = await approving;
    const locked = outcome === 'approved';
    if (locked) await expect.poll(() => client.closings).toContain(closings.locked.code);
    else await client.saved();
    const { blocks } = await drafts.leaving
      .sheet(id, 'print', await leave(id, await current(id)))
      .catch(() => ({ blocks: [] }));
    expect(JSON.stringify(blocks).includes('поздний')).toBe(!locked);
  });

  /** Lets the letter of the disk out with a reason, whatever it is. */
  async function current(id: string) {
    const room = (await drafts.desk(id, atThisComputer))?.room ?? '';
    const { url, stop } = await listen(drafts.collaboration);
    const reader = connect(url, room, { name: 'Жанна' });
    await reader.saved();
    const seen = seenBy(reader.document);
    reader.destroy();
    stop();
    return { way: 'print', seen, by: 'Жанна', reason: 'Проверка.' };
  }

  it('an approver of his or her own is asked for name and post, and cannot be left out', async () => {
    const { id, client, seen } = await writing();
    addRating(client);
    await client.saved();
    await step(id, to(seen(), 'draft', 'approval'));
    for (const signer of [undefined, 'nobody', { name: '', post: 'начальник' }])
      expect((await refused(step(id, to(seen(), 'approval', 'approved', { signer })))).fault).toBe('input');
    const signer = { name: 'Сидорова Вера Петровна', post: 'начальник отдела' };
    await step(id, to(seen(), 'approval', 'approved', { signer }));
    expect((await drafts.leaving.history(id)).at(-1)?.happening).toMatchObject({ signer });
  });

  it('jumps over no state', async () => {
    const { id, seen } = await writing();
    for (const state of ['approved', 'sent', 'draft'])
      expect((await refused(step(id, to(seen(), 'draft', state)))).fault).toBe('input');
  });
});

describe('who may take a letter further', () => {
  const person = (id: string, ...roles: Role[]): Identity => ({
    person: { id, name: `Имя ${id}`, roles, units: [] },
    session: `${id}-s`,
  });
  const [writer, approver, both] = [
    person('w', 'writer'),
    person('a', 'approver'),
    person('b', 'writer', 'approver'),
  ];
  const full = { reason: 'Опрос закрыт.', by: 'Министр', signer: 'head' };

  async function ready() {
    const { id, seen } = await writing();
    const go = (who: Identity, from: string, to: string) =>
      drafts.leaving.step(id, { from, to, seen: seen(), ...full }, who);
    return { id, seen, go };
  }

  it('is the writer up to the approval, and the approver from there', async () => {
    const { id, go } = await ready();
    expect((await refused(go(approver, 'draft', 'approval'))).fault).toBe('forbidden');
    await go(writer, 'draft', 'approval');
    expect((await refused(go(writer, 'approval', 'approved'))).fault).toBe('forbidden');
    await go(approver, 'approval', 'approved');
    await go(writer, 'approved', 'sent');
    const history = await drafts.leaving.history(id);
    expect(history.map(({ person: name, happening }) => [name, happening.account])).toEqual([
      ['Имя w', 'w'],
      ['Имя a', 'a'],
      ['Имя w', 'w'],
    ]);
  });

  it('is another person than the one who handed it over, however many roles that one has', async () => {
    const { go } = await ready();
    await go(both, 'draft', 'approval');
    const { fault, message } = await refused(go(both, 'approval', 'approved'));
    expect([fault, message]).toEqual(['forbidden', expect.stringContaining('другой человек')]);
    await go(approver, 'approval', 'approved');
    await go(both, 'approved', 'draft');
    await go(writer, 'draft', 'approval');
    await go(both, 'approval', 'approved');
  });

  it.each(['reader', 'operator', 'unit-editor', 'administrator'] as const)('is never a %s', async (role) => {
    const { id, seen, go } = await ready();
    await go(writer, 'draft', 'approval');
    for (const to of ['approved', 'draft'])
      expect((await refused(go(person('x', role), 'approval', to))).fault).toBe('forbidden');
    const exit = { way: 'copy', seen: seen(), by: 'Анна', reason: 'Спешно.' };
    expect((await refused(drafts.leaving.leave(id, exit, person('x', role)))).fault).toBe('forbidden');
  });

  it('stands in the history and in versions by the account, whatever the browser says', async () => {
    const { id, seen } = await writing();
    const exit = { way: 'copy', seen: seen(), by: 'Министр', reason: 'Спешно.' };
    await drafts.leaving.leave(id, exit, writer);
    await drafts.keepVersion(id, { kind: 'hand', name: 'Первая', by: 'Министр' }, writer);
    expect((await drafts.leaving.history(id)).at(-1)).toMatchObject({
      person: 'Имя w',
      happening: { account: 'w' },
    });
    expect((await drafts.versions(id))[0]).toMatchObject({ person: 'Имя w', account: 'w', name: 'Первая' });
  });

  it('is shown on the desk', async () => {
    const { id } = await writing();
    expect(await drafts.desk(id, approver)).toMatchObject({
      person: 'Имя a',
      rights: { write: false, steps: ['draft', 'approved', 'sent'] },
    });
    expect(await drafts.desk(id, writer)).toMatchObject({
      rights: { write: true, steps: ['draft', 'approval', 'sent'] },
    });
    expect(await drafts.desk(id, atThisComputer)).toMatchObject({
      person: '',
      rights: { write: true, steps: ['draft', 'approval', 'approved', 'sent'] },
    });
  });
});
