import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readContent } from '#knowledge';
import { baseFiles, contentFolder, page, writeFiles } from '../../../knowledge/testing/content-folder.ts';
import { compareContent } from '../compare-content.ts';
import { previewPage } from './html.ts';
import { writePreview } from './write.ts';

const head =
  '<link rel="preload" href="/_astro/font.woff2"><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/_astro/base.css">';
const built = (body: string) =>
  `<!DOCTYPE html><html lang="ru"><head><title>Страница</title>${head}<script src="/theme.js"></script></head><body><header><search><form action="/"></form></search><a href="/templates">Шаблоны</a></header><main>${body}</main></body></html>`;

const faq = (more: object = {}) =>
  page({
    id: 'requests-wait',
    title: 'Сколько ждать <ответа>?',
    function: 'requests',
    spoken: 'Ответ придёт в течение пяти рабочих дней.',
    ...more,
  });

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ponyatno-preview-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A changed page, a new one, a removed one, a faulty one that the site does not have, and the site they were built into. */
async function situation() {
  const before = await contentFolder({ 'faq/requests/wait.mdx': faq() });
  const after = await contentFolder({
    'faq/requests/wait.mdx': faq({ spoken: 'Ответ придёт в течение трёх рабочих дней.' }),
    'faq/requests/new.mdx': faq({ id: 'new', title: 'Новый вопрос?' }),
    'faq/requests/faulty.mdx': faq({ id: 'faulty', title: 'С ошибкой?' }),
    'functions/requests/cases/first.mdx': undefined,
  });
  const site = await temporary();
  await writeFiles(site, {
    '404.html': built('<p>Нет</p>'),
    'favicon.svg': '<svg/>',
    '_astro/base.css': '@font-face{src:url(/_astro/font.woff2)} body{background:url("/paper.png")}',
    '_astro/font.woff2': 'font',
    'paper.png': 'paper',
    'picture.png': 'picture',
    'faq/requests/wait/index.html': built(
      '<h1>Сколько ждать?</h1><a href="/faq/requests/new#top">Новый</a><a href="/glossary">Глоссарий</a><a href="https://example.ru/x">Сайт</a><a href="#a">Ниже</a><img src="/picture.png">',
    ),
    'faq/requests/new/index.html': built('<h1>Новый вопрос?</h1>'),
    'templates/requests-reply/index.html': built('<h1>Не изменился</h1>'),
  });
  const changes = compareContent((await readContent(before)).content, (await readContent(after)).content);
  return { site, changes, base: 'main' };
}

it('RF-2: the changed pages open without a server, as they will look, with what was said before', async () => {
  const made = await situation();
  const folder = join(await temporary(), 'preview');
  expect(await writePreview({ ...made, folder })).toBe(2);
  const wait = await readFile(join(folder, 'faq/requests/wait/index.html'), 'utf8');
  expect(wait).toContain('href="../../../_astro/base.css"');
  expect(wait).toContain('<a href="../../../faq/requests/new/index.html#top">Новый</a>');
  expect(wait).toContain('<a>Глоссарий</a>');
  expect(wait).toContain('<a href="https://example.ru/x">Сайт</a><a href="#a">Ниже</a>');
  expect(wait).toContain('<img src="../../../picture.png">');
  expect(wait).toMatch(
    /<main><div class="page wide"><div class="overview"><div class="note">.*<del>пяти<\/del><ins>трёх<\/ins>/s,
  );
  expect(wait).not.toMatch(/<script|<search|preload/);
  const list = await readFile(join(folder, 'index.html'), 'utf8');
  expect(list).toContain('<a href="faq/requests/wait/index.html">Сколько ждать &#x3C;ответа>?</a>');
  expect(list).toContain('<a href="faq/requests/new/index.html">Новый вопрос?</a>');
  expect(list).toMatch(/<strong>С ошибкой\?<\/strong>.*ошибки, сайт её не покажет/s);
  expect(list).toMatch(/<strong>Как решили<\/strong><p>убрана/);
  expect(list).toContain('href="_astro/base.css"');
  const css = await readFile(join(folder, '_astro/base.css'), 'utf8');
  expect(css).toBe('@font-face{src:url(../_astro/font.woff2)} body{background:url("../paper.png")}');
  for (const file of ['_astro/font.woff2', 'paper.png', 'picture.png', 'favicon.svg'])
    await expect(access(join(folder, file))).resolves.toBeUndefined();
  await expect(access(join(folder, 'templates'))).rejects.toThrow();
});

it('never writes into a folder that holds something', async () => {
  const made = await situation();
  const folder = await temporary();
  await writeFiles(folder, { 'mine.txt': 'моё' });
  await expect(writePreview({ ...made, folder })).rejects.toThrow(/не пуста/);
});

it('RF-2: says so when no page changed', async () => {
  const { site } = await situation();
  const { content } = await readContent(await contentFolder({}, baseFiles));
  const folder = join(await temporary(), 'preview');
  expect(await writePreview({ site, folder, changes: compareContent(content, content), base: 'main' })).toBe(
    0,
  );
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('Ни одна страница не изменилась');
});

it('leaves addresses of other places alone', () => {
  const place = { root: '../', pages: new Set(['/a']) };
  const html = previewPage(
    '<main><a href="/a?x=1#y">1</a><a href="//evil.example/a">2</a><a href="tel:1">3</a></main>',
    place,
    [],
  );
  expect(html).toContain('<a href="../a/index.html#y">1</a><a>2</a><a href="tel:1">3</a>');
});
