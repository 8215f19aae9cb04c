import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { baseAgency, contentFolder, page } from '../knowledge/testing/content-folder.ts';

const root = resolve(import.meta.dirname, '..');
const plainly = (html: string) => html.replaceAll('\u00a0', ' ').replaceAll(/<[^>]+>/g, '');

/** Builds the site of a content folder and gives a way to read its pages. */
async function build(content: string): Promise<(path: string) => Promise<string>> {
  const site = join('.data', `test-site-${process.pid}`);
  onTestFinished(() => rm(join(root, site), { recursive: true, force: true }));
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: root,
    env: { ...process.env, PONYATNO_CONTENT: content, PONYATNO_SITE: site, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return async (path) => {
    const file = join(root, site, 'client', path, 'index.html');
    return existsSync(file) ? readFile(file, 'utf8') : '';
  };
}

describe('the site of another agency', () => {
  it('is built from its content folder alone: no line, no scripts, no history, one page with an error', async () => {
    const faq = {
      title: 'Сколько ждать?',
      function: 'requests',
      spoken: 'Ответ придёт за пять рабочих дней.',
    };
    const folder = await contentFolder({
      'agency.yml': { ...baseAgency, refresh: { everyMonths: 1, clause: 'п. 7.7', duty: 'п. 7.8' } },
      'faq/requests/bad.mdx': page({ ...faq, id: 'bad' }, '<Nope>Текст.'),
      'faq/requests/table.mdx': page(
        { ...faq, id: 'table' },
        '| Пришло | Срок |\n| :-- | --: |\n| пн | <Deadline term="urgentReply" /> |\n\nЧитайте <Page id="bad">здесь</Page>.\n\n<Note>Через ЕПГУ.</Note>',
      ),
      'templates/letter.mdx': page(
        {
          id: 'letter',
          title: 'Письмо',
          function: 'requests',
          letter: 'final-reply',
          when: 'Когда вопрос решён.',
          variables: [{ name: 'имя', label: 'Имя' }],
        },
        'Здравствуйте, ((имя))!',
      ),
    });
    const read = await build(folder);

    expect(await read('faq/requests/bad')).toBe('');
    const table = await read('faq/requests/table');
    expect(table).toContain('class="align-right"');
    expect(table).not.toMatch(/\sstyle=|<style|<script(?![^>]*\ssrc=)/);
    expect(plainly(table)).toContain('5 рабочих дней (п. 4.6)');
    expect(plainly(table)).toContain('Читайте здесь.');
    expect(table).not.toContain('href="/faq/requests/bad"');
    expect(plainly(table)).toMatch(/Проверено\s*неизвестно/);
    expect(plainly(await read('templates/letter'))).toContain('Здравствуйте, ((имя))!');
    expect(plainly(await read('functions'))).toContain('Функция requests');
    expect(plainly(await read('scripts'))).toContain('Сценариев пока нет');
  }, 120_000);
});
