import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { SMTPServer } from 'smtp-server';
import { Temporal } from 'temporal-polyfill';
import { expect, it, onTestFinished } from 'vitest';
import { baseAgency } from '../../knowledge/testing/content-folder.ts';
import {
  contentOf,
  files,
  letters,
  november,
  reception,
  repository,
  writeRecord,
} from '../testing/checked-repository.ts';
import { refreshCalendar } from './calendar.ts';
import { issueText } from './issue.ts';
import { postReminders } from './mail.ts';
import { dueReminders } from './reminders.ts';
import { SentReminders } from './sent.ts';

interface Received {
  readonly to: string[];
  readonly text: string;
}

/** A real mail server on this computer; it refuses the addresses that begin with «refused». */
async function mailServer(): Promise<{ server: string; received: Received[] }> {
  const received: Received[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => done(address.startsWith('refused') ? new Error('no such box') : null),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        received.push({ to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  await new Promise<void>((done) => {
    smtp.listen(0, '127.0.0.1', done);
  });
  onTestFinished(() => new Promise<void>((done) => smtp.close(() => done())));
  return { server: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, received };
}

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ponyatno-remind-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const at = (day: string) => Temporal.Instant.from(`${day}T10:00:00+07:00`);
const address = 'https://kb.example.ru';

/** Two units; the head of one and the deputy have addresses. */
const reachable = {
  'agency.yml': {
    ...files['agency.yml'],
    controller: {
      value: { name: 'Петрова Анна', post: 'заместитель руководителя', email: 'deputy@example.ru' },
    },
  },
  'units.yml': [
    { ...letters, head: { value: { name: 'Сидорова Вера', post: 'начальник', email: 'head@example.ru' } } },
    { ...reception, email: { value: 'refused@example.ru' } },
  ],
};

it('RF-1, RF-4: a unit that owes the check is reminded three times a month at most, at last with its head and the deputy, and never twice of one cause', async () => {
  const made = await repository(reachable);
  const content = await contentOf(made);
  const { server, received } = await mailServer();
  const data = dataFolder();
  const mail = { server, from: 'kb@example.ru' };
  const runs: [string, number][] = [];
  // The job runs every day, each time as a new process.
  for (const day of ['01', '02', '03', '15', '16', '17', '25', '26', '27', '30']) {
    const date = `2026-11-${day}`;
    const due = await dueReminders({ content, address, now: at(date) });
    const before = received.length;
    await postReminders(due, mail, new SentReminders(data));
    if (received.length > before) runs.push([date, received.length - before]);
  }
  // 1 November is a Sunday, 15 November too; the last three working days are 26, 27 and 30.
  expect(runs).toEqual([
    ['2026-11-02', 1],
    ['2026-11-16', 1],
    ['2026-11-26', 2],
  ]);
  expect(received.map(({ to }) => to)).toEqual([
    ['letters@example.ru'],
    ['letters@example.ru'],
    ['letters@example.ru', 'head@example.ru', 'deputy@example.ru'],
    // The unit's own box refuses the letter; the deputy gets it all the same.
    ['deputy@example.ru'],
  ]);
  expect(received[0]?.text).toMatch(/^Message-ID: <[0-9a-f]{24}@example\.ru>/m);

  const due = await dueReminders({ content, address, now: at('2026-11-26') });
  const again = await postReminders(due, mail, new SentReminders(data));
  expect(again.before.map(({ unit }) => unit.id)).toEqual(['letters', 'reception']);
  const anew = await postReminders(due, mail, new SentReminders(dataFolder()));
  expect(anew).toMatchObject({ before: [], refused: ['refused@example.ru'], failed: [] });
  const middle = await dueReminders({ content, address, now: at('2026-11-16') });
  const { failed } = await postReminders(middle, mail, new SentReminders(dataFolder()));
  expect(failed.map(({ reminder }) => reminder.unit.id)).toEqual(['reception']);
});

it('reminds nobody who has checked, and tells whose address is missing', async () => {
  const made = await repository();
  await writeRecord(made, 'letters', '2026-11');
  made.commit({ at: '2026-11-03T10:00:00+07:00' });
  const content = await contentOf(made);
  const due = await dueReminders({ content, address, now: at('2026-11-27') });
  expect(due.map(({ unit, to, unreachable }) => [unit.id, to, unreachable])).toEqual([
    [
      'reception',
      ['letters@example.ru'],
      ['руководитель подразделения «отдел приёма»', 'заместитель, который контролирует исполнение'],
    ],
  ]);
  const text = due[0]?.text.replaceAll('\u00a0', ' ') ?? '';
  expect(due[0]?.subject).toBe('Последние дни: проверка базы знаний за ноябрь 2026 года');
  expect(text).toContain('Срок — 30 ноября включительно (п. 7.7).');
  expect(text).toContain('Проверьте 6 страниц');
  expect(text).toContain('https://kb.example.ru/refresh');
  expect(issueText(due)).toMatch(
    /^# Последние дни: [\s\S]*- \[ \] \*\*отдел приёма\*\*[\s\S]*<!-- ponyatno 2026-11 last-days -->$/,
  );
  expect(issueText([])).toBe('');

  const free = await contentOf(await repository({ 'agency.yml': baseAgency }));
  expect(await dueReminders({ content: free, address, now: at('2026-11-27') })).toEqual([]);

  // A list that cannot be read is no empty list.
  const data = dataFolder();
  writeFileSync(join(data, 'reminders.json'), '{');
  expect(() => new SentReminders(data)).toThrow(/испорчен/);
});

it('RF-1: gives the days of the checks as a calendar that other programs read', async () => {
  const content = await contentOf(await repository());
  const unit = content.unit('letters');
  if (!unit) throw new Error('no unit');
  const calendar = new ICAL.Component(ICAL.parse(refreshCalendar(content, { now: november, unit })));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  // The working calendar of the tests ends with 2026.
  expect(events.map(({ startDate }) => startDate.toString())).toEqual([
    '2026-11-02',
    '2026-11-16',
    '2026-11-26',
    '2026-12-01',
    '2026-12-15',
    '2026-12-28',
  ]);
  expect(events.map(({ uid }) => uid)).toContain('2026-12-middle-letters@test-agency');
  expect(events[0]?.summary).toBe('Проверка базы знаний: отдел писем, ноябрь 2026 года');
});
