import { join } from 'node:path';
import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { compareTexts } from '#editor/node';
import { baseAgency, baseFiles, page, writeFiles } from '../../knowledge/testing/content-folder.ts';
import { GitRepository } from '../../refresh/testing/git-repository.ts';
import { main } from '../main.ts';
import { marked } from './markdown.ts';

const faq = (more: object = {}, body = 'Первый абзац.\n\nВторой абзац о сроках.') =>
  page(
    {
      id: 'requests-wait',
      title: 'Сколько ждать ответа?',
      function: 'requests',
      spoken: 'Ответ придёт в течение пяти рабочих дней.',
      ...more,
    },
    body,
  );

/** Content on `main`, with one more commit there since the branch left it, and the branch checked out. */
async function branch(): Promise<GitRepository> {
  const made = await GitRepository.create();
  await writeFiles(join(made.folder, 'содержание'), { ...baseFiles, 'faq/requests/wait.mdx': faq() });
  made.commit({ at: '2026-11-01T09:00:00Z' });
  made.git(['checkout', '--quiet', '-b', 'правка']);
  made.git(['checkout', '--quiet', 'main']);
  await writeFiles(join(made.folder, 'содержание'), {
    'faq/requests/other.mdx': faq({ id: 'of-main', title: 'Чужая правка на main?' }),
  });
  made.commit({ at: '2026-11-02T09:00:00Z' });
  made.git(['checkout', '--quiet', 'правка']);
  return made;
}

async function changes(made: GitRepository, ...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  out.mockClear();
  err.mockClear();
  const code = await main(['changes', ...args, '--content', join(made.folder, 'содержание')]);
  return { code, out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n') };
}

describe('ponyatno changes', () => {
  it('RF-2: says what a branch changes for readers, and nothing of what others changed meanwhile', async () => {
    const made = await branch();
    expect(await changes(made)).toEqual({
      code: 0,
      err: '',
      out: 'Для читателей ничего не меняется по сравнению с `main`.',
    });

    await writeFiles(join(made.folder, 'содержание'), {
      'agency.yml': { ...baseAgency, email: { value: 'new@example.ru' } },
      'faq/requests/wait.mdx': faq(
        { audience: 'public', spoken: 'Ответ придёт в течение трёх рабочих дней.', topics: ['сроки'] },
        'Первый абзац.\n\nВторой абзац о *сроках* и датах.',
      ),
      'faq/requests/new.mdx': faq({ id: 'new', title: 'Новый вопрос?' }),
      'templates/requests-reply.mdx': undefined,
      'glossary.yml': [{ id: 'epgu', term: 'ЕПГУ', explanation: 'портал Госуслуг' }],
    });
    made.git(['rm', '--quiet', 'содержание/templates/requests-reply.mdx']);
    const { code, out } = await changes(made, 'main', '--address', 'https://preview.example.ru/');
    expect(code).toBe(0);
    expect(out).toContain('Новых страниц: 1, изменено: 1, убрано: 1. Сравнение с `main`.');
    expect(out).toContain('Изменился профиль ведомства');
    expect(out).not.toContain('Изменились подразделения');
    expect(out).toContain('**Новый вопрос?** (<https://preview.example.ru/faq/requests/new>)');
    expect(out).toContain('> Ответ придёт в течение ~~пяти~~**трёх** рабочих дней.');
    expect(out).toContain('Кто видит:');
    expect(out).toContain('> Второй абзац о сроках **и датах**.');
    expect(out).not.toContain('Первый абзац');
    expect(out).toContain('Изменилось поле: `topics`.');
    expect(out).toContain('- Ответ (`/templates/requests-reply`)');
    expect(out).toContain('«ЕПГУ», объяснён иначе: портал');
    expect(out).not.toContain('Чужая правка');
    const { pages } = JSON.parse((await changes(made, '--format', 'json')).out);
    expect(pages.map(({ kind, id }: { kind: string; id: string }) => [kind, id])).toEqual([
      ['new', 'new'],
      ['changed', 'requests-wait'],
      ['removed', 'requests-reply'],
    ]);
  });

  it('calls a page that moved the same page', async () => {
    const made = await branch();
    made.git(['mv', 'содержание/faq/requests/wait.mdx', 'содержание/faq/requests/how-long.mdx']);
    const { out } = await changes(made);
    expect(out).toContain('Новых страниц: 0, изменено: 1, убрано: 0');
    expect(out).toContain('Адрес:');
  });

  it('says the way out when there is nothing to compare with', async () => {
    const made = await branch();
    const unknown = await changes(made, 'нет-такой');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('Ветки «нет-такой» нет')]);
    const option = await changes(made, '--', '--output=x');
    expect(option.code).toBe(2);
    made.git(['checkout', '--quiet', '--orphan', 'чужая']);
    made.git(['rm', '-rf', '--cached', '--quiet', '.']);
    made.git(['commit', '--quiet', '--allow-empty', '-m', 'Пусто']);
    expect((await changes(made)).code).toBe(2);
  });
});

describe('the marks of a change', () => {
  it('leave the words of both versions as they were, whatever people write', () => {
    const words = fc.array(
      fc.constantFrom('слово', '*', '_', '~~', '<b>', '`', '[', '](x)', 'дом', '#', '@all', '|', '\\'),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(' '), other.join(' ')];
        const said = compareTexts([before], [after])
          .map(marked)
          .map((text) => textOf(unified().use(remarkParse).parse(text)))
          .join(' ');
        const bare = (text: string) => text.replaceAll(/[\s~]/g, '');
        for (const word of other) expect(bare(said)).toContain(bare(word));
      }),
    );
  });
});
