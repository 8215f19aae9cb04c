import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkContent } from '../check/index.ts';
import { readContent } from '../read/index.ts';
import { baseAgency, contentFolder, page } from '../testing/content-folder.ts';
import { writePublicContent } from './write.ts';

const marker = 'ТАЙНА';
const open = {
  title: 'Сколько ждать?',
  function: 'requests',
  audience: 'public',
  spoken: 'Ответ придёт за пять рабочих дней.',
};
const shut = {
  title: `${marker} вопрос`,
  function: 'requests',
  spoken: `${marker} ответ, который слышат только свои.`,
};
const functionPage = {
  id: 'requests',
  title: 'Обращения',
  function: 'requests',
  audience: 'public',
  unit: 'tajna-unit',
  summary: 'Ведомство принимает обращения людей.',
  clients: 'Люди',
  channels: [{ name: 'Почта', purpose: 'Письма' }],
  contacts: [{ label: 'Телефон', value: { missing: `${marker}: номер ещё не дали` } }],
  urgentSigns: [`${marker}: признак`],
};
const missing = { missing: `${marker}: не дали` };

/** Everything in a folder, names included. */
async function everything(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    entries.map(async (entry) => {
      const file = join(entry.parentPath, entry.name);
      return `${file.slice(folder.length)}\n${entry.isFile() ? await readFile(file, 'utf8') : ''}`;
    }),
  );
  return texts.join('\n');
}

async function secretive(body: string): Promise<string> {
  return contentFolder({
    'agency.yml': { ...baseAgency, email: missing, head: missing, controller: missing },
    'units.yml': [
      {
        id: 'tajna-unit',
        name: `${marker} отдел`,
        officialName: missing,
        head: missing,
        phone: missing,
        email: missing,
      },
    ],
    'glossary.yml': [
      { id: 'open-term', term: 'реестр', explanation: 'Общий список чего-нибудь.', audience: 'public' },
      { id: 'tajna-term', term: 'жаргон', explanation: `${marker}: объяснение` },
    ],
    'functions/requests/index.mdx': page(functionPage, 'Принимаем обращения.'),
    'functions/requests/regulations/tajna-act.mdx': page(
      {
        id: 'tajna-act',
        title: `${marker} акт`,
        function: 'requests',
        authority: 'agency',
        issuer: marker,
        source: marker,
      },
      'Акт.',
    ),
    'faq/requests/open.mdx': page(
      {
        ...open,
        id: 'open',
        basis: [{ act: 'tajna-act', clause: `${marker}, п. 1` }],
        missing: [`${marker}: чего не знаем`],
      },
      body,
    ),
    'faq/requests/tajna-faq.mdx': page({ ...shut, id: 'tajna-faq' }, `${marker} тело.`),
  });
}

const leaning =
  'Читайте <Page id="tajna-faq">другую страницу</Page> и [ещё](/faq/requests/tajna-faq). Это <Term id="tajna-term">слово</Term>, а это <Term id="open-term">реестр</Term>.\n\n' +
  '<Quote act="tajna-act" clause="п. 2">\nСлова акта.\n</Quote>\n\nКонтролёр: <Value path="controller.name" />, срок <Deadline term="urgentReply" />.\n\n[Там][tajna].\n\n[tajna]: /faq/requests/tajna-faq';

describe('the content of the public site', () => {
  it('has nothing of the staff: no page, no name, no reason, no comment', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ponyatno-public-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const content = await writePublicContent(await secretive(leaning), folder);

    expect(content.pages.map(({ id }) => id).toSorted()).toEqual(['open', 'requests']);
    const text = await everything(folder);
    expect(text).not.toContain(marker);
    expect(text.replaceAll('[tajna]', '')).not.toMatch(/tajna/i);
    const body = content.page('open')?.body ?? '';
    expect(body).toContain(
      'Читайте другую страницу и ещё. Это слово, а это <Term id="open-term">реестр</Term>.',
    );
    expect(body).toContain('Слова акта.');
    expect(body).toContain('Контролёр: не указано, срок <Deadline term="urgentReply" />.');
  });

  it('leaves out pages of kinds and functions that are the staff’s, and faulty pages', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ponyatno-public-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const from = await contentFolder({
      'agency.yml': baseAgency,
      'functions/hidden/index.mdx': page(
        { ...functionPage, id: 'hidden', function: 'hidden', audience: 'staff' },
        'Внутреннее.',
      ),
      'faq/hidden/one.mdx': page({ ...open, id: 'one', function: 'hidden' }, 'Ответ.'),
      'faq/requests/faulty.mdx': page({ ...open, id: 'faulty' }, 'Ответ {1 + 1}.'),
      'functions/requests/jobs/job.mdx': page(
        { id: 'job', title: 'Инструкция', function: 'requests', audience: 'public', post: 'Специалист' },
        'Что делать.',
      ),
    });
    const content = await writePublicContent(from, folder);
    expect(content.pages.map(({ id }) => id)).not.toContain('one');
    expect(content.pages.map(({ id }) => id)).not.toContain('faulty');
    expect(content.pages.map(({ id }) => id)).not.toContain('job');
  });
});

describe('the check of public pages', () => {
  it('says in Russian, at the place, when a public page leans on the staff', async () => {
    const reading = await readContent(await secretive(leaning));
    const found = checkContent(reading).filter(({ rule }) => rule === 'audience');
    expect(found.map(({ file }) => file)).toEqual(found.map(() => 'faq/requests/open.mdx'));
    const messages = found.map(({ message }) => message).join('\n');
    for (const word of ['tajna-act', 'tajna-faq', 'tajna-term', 'controller.name', '/faq/requests/tajna-faq'])
      expect(messages).toContain(`«${word}»`);
    expect(found.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('is silent of a public page that leans on nothing', async () => {
    const reading = await readContent(
      await secretive('Ответ. [Сайт](https://example.org) и <Page id="requests">функция</Page>.'),
    );
    const found = checkContent(reading).filter(({ rule }) => rule === 'audience');
    expect(found.map(({ message }) => message)).toHaveLength(1);
  });
});
