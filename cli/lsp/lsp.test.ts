import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

let folder: string;
let editor: ProtocolConnection;
let exited: Promise<number | null>;
const published: PublishDiagnosticsParams[] = [];

/** Waits for diagnostics of a text that please; editors get many answers on the way. */
async function diagnostics(uri: string, pleases: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const last = published.findLast((one) => one.uri === uri);
    if (last && pleases(last.diagnostics)) return last.diagnostics;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`Last answer: ${JSON.stringify(published.findLast((one) => one.uri === uri))}`);
}

async function open(name: string, text: string, languageId: string) {
  const uri = pathToFileURL(join(folder, name)).href;
  const textDocument = { uri, languageId, version: 1, text };
  await editor.sendNotification('textDocument/didOpen', { textDocument });
  const document = TextDocument.create(uri, languageId, 1, text);
  return { uri, document };
}

async function actions(uri: string, range: Diagnostic['range'], only?: string[]): Promise<CodeAction[]> {
  return editor.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
}

const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const applied = (document: TextDocument, action: CodeAction | undefined) =>
  TextDocument.applyEdits(document, action?.edit?.changes?.[document.uri] ?? []);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ponyatno-lsp-'));
  const command = resolve(import.meta.dirname, '../ponyatno.js');
  const server = spawn(process.execPath, [command, 'lsp', '--stdio'], {
    env: { ...process.env, PONYATNO_URL: 'https://kb.example' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  exited = new Promise((done) => server.on('exit', done));
  editor = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  editor.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  editor.listen();
  const { capabilities } = await editor.sendRequest<{ capabilities: object }>('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
  });
  expect(capabilities).toMatchObject({
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.ponyatno'] },
  });
  await editor.sendNotification('initialized', {});
}, 60_000);

afterAll(async () => {
  await editor.sendRequest('shutdown');
  await editor.sendNotification('exit');
  expect(await exited).toBe(0);
  editor.dispose();
  await rm(folder, { recursive: true });
});

describe('the language server', () => {
  it('shows findings with the page of their rule, and follows the text', async () => {
    const { uri } = await open(
      'a.md',
      '# Ответ\n\nПодайте **заявление** посредством портала 😀.\n',
      'markdown',
    );
    const [first] = await diagnostics(uri, (found) => found.length > 0);
    expect(first).toMatchObject({
      range: { start: { line: 2, character: 22 }, end: { line: 2, character: 41 } },
      severity: 2,
      code: 'officialese',
      codeDescription: { href: 'https://kb.example/rules/officialese' },
      source: 'ponyatno',
    });
    await editor.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: first?.range, text: 'через портал' }],
    });
    expect(await diagnostics(uri, (found) => found.length === 0)).toEqual([]);
  });

  it('offers each replacement, the whole rule, and a mark whose reason is to be written', async () => {
    const text = 'Подайте заявление посредством портала.\r\n\r\nПишите посредством почты.\r\n';
    const { uri, document } = await open('b.md', text, 'markdown');
    const [first] = await diagnostics(uri, (found) => found.length === 2);
    const offered = await actions(uri, first?.range ?? whole);
    expect(offered.map(({ title }) => title)).toEqual([
      'Заменить на «с помощью портала»',
      ...offered.slice(1, -2).map(({ title }) => title),
      'Пропустить с причиной: Канцелярит',
      'Исправить всё: Канцелярит',
    ]);
    expect(applied(document, offered[0])).toBe(text.replace('посредством портала', 'с помощью портала'));
    expect(applied(document, offered.at(-1))).toBe(text.replaceAll('посредством', 'с помощью'));
    const marked = applied(document, offered.at(-2));
    expect(marked).toBe(`<!-- ponyatno ignore officialese: -->\r\n${text}`);
    const after = await open('c.md', marked, 'markdown');
    const left = await diagnostics(after.uri, (found) => found.length > 0);
    expect(left.map(({ code, message }) => [code, String(message).slice(0, 20)])).toContainEqual([
      'ignore-invalid',
      'Пометка без причины.',
    ]);
  });

  it('marks an item of a list where the mark begins no block of its own', async () => {
    const text = '- Подайте заявление посредством портала.\n';
    const { uri, document } = await open('list.md', text, 'markdown');
    await diagnostics(uri, (found) => found.length > 0);
    const mark = (await actions(uri, whole)).find(({ title }) => title.startsWith('Пропустить'));
    const marked = applied(document, mark).replace('officialese:', 'officialese: так сказано в форме');
    const after = await open('list2.md', marked, 'markdown');
    expect(await diagnostics(after.uri, () => true)).toEqual([]);
  });

  it('reads MDX: names the rule in the front matter', async () => {
    const text =
      '---\nid: a\ntitle: Ответ\n---\n\n<Note>\n\nПодайте заявление посредством портала.\n\n</Note>\n';
    const { uri, document } = await open('d.mdx', text, 'mdx');
    const [first] = await diagnostics(uri, (found) => found.length > 0);
    expect(first?.range.start).toEqual({ line: 7, character: 18 });
    const mark = (await actions(uri, whole)).find(({ title }) => title.startsWith('Пропустить'));
    const marked = applied(document, mark);
    expect(marked).toContain(
      "title: Ответ\nlint:\n  - ignore: officialese\n    words: 'посредством портала'\n    reason: ''\n---\n",
    );
    const after = await open('e.mdx', marked.replace("reason: ''", "reason: 'Так сказано в форме.'"), 'mdx');
    expect(await diagnostics(after.uri, () => true)).toEqual([]);
  });

  it('puts in every ready replacement when it is asked for by name', async () => {
    const text = 'Подайте заявление посредством портала. Ответ придёт в в пятницу.\n';
    const { uri, document } = await open('f.txt', text, 'plaintext');
    await diagnostics(uri, (found) => found.length > 1);
    const [all, ...others] = await actions(uri, whole, ['source.fixAll']);
    expect([all?.kind, others]).toEqual(['source.fixAll.ponyatno', []]);
    expect(applied(document, all)).toBe('Подайте заявление с помощью портала. Ответ придёт в пятницу.\n');
  });

  it('heeds settings, and shows what is wrong with them in their own file', async () => {
    const settings = join(folder, 'ponyatno.yml');
    const settingsUri = pathToFileURL(settings).href;
    const { uri } = await open('g.txt', 'Подайте заявление посредством портала.\n', 'plaintext');
    await diagnostics(uri, (found) => found.length > 0);
    const changed = () =>
      editor.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: settingsUri, type: 2 }],
      });
    await writeFile(settings, 'rules: { officialese: off }\n');
    await changed();
    await diagnostics(uri, (found) => found.length === 0);
    await writeFile(settings, 'rules: { oficialese: off }\n');
    await changed();
    const [fault] = await diagnostics(settingsUri, (found) => found.length > 0);
    expect(fault).toMatchObject({
      range: { start: { line: 0, character: 9 }, end: { line: 0, character: 19 } },
      message: 'Такого правила нет: «oficialese». Есть «officialese».',
    });
    await rm(settings);
    await changed();
    await diagnostics(settingsUri, (found) => found.length === 0);
    await diagnostics(uri, (found) => found.length > 0);
  });
});
