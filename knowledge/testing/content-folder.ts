import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';

/** Files by path; an object is written as YAML, `undefined` leaves a file of the base out. */
export type Files = Readonly<Record<string, string | object | undefined>>;

const weekdays = { from: '09:00', to: '18:00' };

/** A profile with the terms of order M and D's way of counting, small enough to read in a test. */
export const baseAgency = {
  id: 'test-agency',
  name: {
    full: 'тестовый департамент',
    genitive: 'тестового департамента',
    prepositional: 'тестовом департаменте',
    short: 'департамент',
  },
  order: 'order-m',
  timeZone: 'Asia/Novosibirsk',
  site: { value: 'https://example.ru' },
  address: { value: 'г. Новосибирск, Красный проспект, д. 18' },
  directions: { value: 'Метро «Площадь Ленина».' },
  email: { value: 'info@example.ru' },
  officeHours: { value: { weekdays, preHolidayShorterByMinutes: 60 } },
  head: { value: { name: 'Иванов Иван Иванович', post: 'руководитель' } },
  controller: { value: { name: 'Петрова Анна Юрьевна', post: 'заместитель руководителя' } },
  links: {},
  terms: {
    urgentReply: { workingDays: 5, clause: 'п. 4.6' },
    firstReply: { hours: 24, clock: 'working-days', clause: 'п. 4.8' },
  },
  counting: { dayOfReceipt: 'next-day', reason: 'срок считают со следующего дня' },
  letters: {},
  drafts: { expireAfterDays: 30 },
};

export const baseUnits = [
  {
    id: 'letters',
    name: 'отдел писем',
    officialName: { value: 'отдел по работе с обращениями' },
    head: { value: { name: 'Сидорова Вера Петровна', post: 'начальник отдела' } },
    phone: { value: '+7 (383) 200-00-01' },
    email: { value: 'letters@example.ru' },
  },
];

/** Weekday holidays of 2026 and 2027, enough for the tests of the calendar. */
export const baseCalendar2026 = {
  year: 2026,
  decree: 'постановление № 1466',
  source: 'проверочные данные',
  daysOff: [
    '2026-01-01',
    '2026-01-02',
    '2026-01-05',
    '2026-01-06',
    '2026-01-07',
    '2026-01-08',
    '2026-01-09',
    '2026-02-23',
    '2026-03-09',
    '2026-05-01',
    '2026-05-11',
    '2026-06-12',
    '2026-11-04',
    '2026-12-31',
  ],
  workingWeekends: [],
  shortDays: ['2026-04-30', '2026-05-08', '2026-06-11', '2026-11-03'],
};

/** One page's text from its front matter and body. */
export function page(frontMatter: object, body = 'Текст.'): string {
  return `---\n${stringify(frontMatter)}---\n\n${body}\n`;
}

/** One function with everything KB-4 asks for, as files. */
export function functionFiles(id: string, unit = 'letters'): Files {
  return {
    [`functions/${id}/index.mdx`]: page({
      id,
      title: `Функция ${id}`,
      function: id,
      unit,
      summary: 'Отдел отвечает на письма граждан и организаций.',
      clients: 'граждане и организации',
      channels: [{ name: 'Почта', purpose: 'любые вопросы' }],
      contacts: [{ label: 'Почта', value: { value: 'info@example.ru' } }],
    }),
    [`functions/${id}/regulations/${id}-act.mdx`]: page({
      id: `${id}-act`,
      title: 'Приказ о письмах',
      function: id,
      number: '102/53',
      date: '2024-08-20',
      authority: 'agency',
      issuer: 'департамент',
      source: 'order.txt',
    }),
    [`functions/${id}/jobs/clerk.mdx`]: page({
      id: `${id}-job`,
      title: 'Консультант',
      function: id,
      post: 'консультант',
    }),
    [`functions/${id}/cases/first.mdx`]: page({
      id: `${id}-case`,
      title: 'Как решили',
      function: id,
      decision: 'working',
    }),
    [`faq/${id}/wait.mdx`]: page({
      id: `${id}-wait`,
      title: 'Сколько ждать ответа?',
      function: id,
      spoken: 'Ответ придёт в течение пяти рабочих дней.',
    }),
    [`templates/${id}-reply.mdx`]: page({
      id: `${id}-reply`,
      title: 'Ответ',
      function: id,
      letter: 'final-reply',
      when: 'Когда вопрос решён.',
    }),
  };
}

/** A whole content folder without a fault: one function, its materials, profile, units, glossary, calendar. */
export const baseFiles: Files = {
  'agency.yml': baseAgency,
  'units.yml': baseUnits,
  'glossary.yml': [{ id: 'epgu', term: 'ЕПГУ', explanation: 'портал государственных услуг' }],
  'calendar/2026.yml': baseCalendar2026,
  ...functionFiles('requests'),
  'functions/requests/regulations/order-m.mdx': page({
    id: 'order-m',
    title: 'Правила взаимодействия с клиентом',
    function: 'requests',
    number: '102/53',
    date: '2024-08-20',
    authority: 'agency',
    issuer: 'департамент',
    source: 'order.txt',
  }),
};

/** Writes a content folder for one test: the base with `changes` over it. It is removed when the test is over. */
export async function contentFolder(changes: Files = {}, base: Files = baseFiles): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ponyatno-content-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, { ...base, ...changes });
  return folder;
}

/** Writes files into a folder. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    if (content === undefined) continue;
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, typeof content === 'string' ? content : stringify(content));
  }
}
