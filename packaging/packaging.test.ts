import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import vm from 'node:vm';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../e2e/support/chromium.ts';
import { publishedManifest, restore, switchManifest } from './manifest.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..');
const packages = ['russian', 'lint-rules'] as const;
let place = '';
let checkout = '';
let consumer = '';

/**
 * Packs copies of the packages, so that the checkout is not touched, and lays them into an empty project as npm would:
 * the unpacked tarballs, and beside each nothing but what its manifest declares.
 */
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'ponyatno-packages-'));
  checkout = join(place, 'checkout');
  consumer = join(place, 'consumer');
  for (const name of [...packages, 'packaging', 'package.json', 'LICENSE'])
    await cp(join(root, name), join(checkout, name), { recursive: true, verbatimSymlinks: true });
  await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'));
  await mkdir(consumer);
  await writeFile(join(consumer, 'package.json'), '{"name":"consumer","private":true,"type":"module"}');
  for (const name of packages) {
    const cwd = join(checkout, name);
    await run('npm', ['pack', '--pack-destination', place], { cwd });
    const target = join(consumer, 'node_modules', '@ponyatno', name);
    await mkdir(target, { recursive: true });
    const tarball = join(place, `ponyatno-${name}-0.1.0.tgz`);
    await run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
    const { dependencies } = JSON.parse(await readFile(join(target, 'package.json'), 'utf8'));
    for (const dependency of Object.keys(dependencies)) {
      if (dependency.startsWith('@ponyatno/')) continue;
      const link = join(target, 'node_modules', dependency);
      await mkdir(dirname(link), { recursive: true });
      await symlink(await installed(name, dependency), link);
    }
  }
}, 120_000);

afterAll(() => rm(place, { recursive: true, force: true }));

/** Where npm has put a dependency of a workspace. */
async function installed(workspace: string, dependency: string): Promise<string> {
  const own = join(root, workspace, 'node_modules');
  const nested = await readdir(join(own, dependency)).catch(() => undefined);
  return nested ? join(own, dependency) : join(root, 'node_modules', dependency);
}

const use = `
import { parseRussian, sentences } from '@ponyatno/russian';
import { createLinter, rules } from '@ponyatno/lint-rules';
import { openDictionary } from '@ponyatno/russian/node';
import { unified } from 'unified';
import { VFile } from 'vfile';

const dictionary = openDictionary();
const text = 'Подайте заявление посредством портала. См. п. 5.';
const file = new VFile(text);
const processor = unified().use(parseRussian);
for (const { rule } of rules) processor.use(rule, { dictionary });
const tree = processor.parse(file);
processor.runSync(tree, file);
console.log(JSON.stringify({
  sentences: sentences(text).length,
  lemmas: dictionary.lemmas('рассмотренного'),
  root: tree.type,
  rules: file.messages.map(({ ruleId }) => ruleId),
  better: createLinter({ dictionary }).lint(text).messages[0]?.expected[0],
}));
`;

/** What an application needs besides: it may use unified itself. */
async function withUnified(): Promise<void> {
  for (const name of ['unified', 'vfile']) {
    const link = join(consumer, 'node_modules', name);
    await symlink(join(root, 'node_modules', name), link).catch(() => undefined);
  }
}

/** The optional packages of the spelling dictionary. */
async function withSpelling(): Promise<void> {
  for (const name of ['hunspell-wasm', 'dictionary-ru']) {
    const link = join(consumer, 'node_modules', name);
    await symlink(join(root, 'node_modules', name), link).catch(() => undefined);
  }
}

describe('the packages alone', () => {
  it('hold plain JavaScript with declarations, and nothing of the checkout', async () => {
    for (const name of packages) {
      const folder = join(consumer, 'node_modules', '@ponyatno', name);
      const files = await readdir(folder, { recursive: true });
      const sources = files.filter((file) => !file.startsWith('node_modules') && /(?<!\.d)\.ts$/.test(file));
      expect(sources).toEqual([]);
      expect(files.filter((file) => /\.test\.|^dist\/(?:support|build|controls)/.test(file))).toEqual([]);
      expect(files).toEqual(
        expect.arrayContaining(['README.md', 'dist/index.js', 'dist/index.d.ts', 'dist/LICENSE']),
      );
      const declarations = files.filter((file) => file.startsWith('dist') && file.endsWith('.d.ts'));
      for (const file of declarations)
        expect(await readFile(join(folder, file), 'utf8'), file).not.toMatch(/from '\.[^']*\.ts'/);
    }
  });

  it('leave the folder that was packed as it was', async () => {
    for (const name of packages) {
      expect(await readFile(join(checkout, name, 'package.json'), 'utf8')).toBe(
        await readFile(join(root, name, 'package.json'), 'utf8'),
      );
      expect(await readdir(join(checkout, name))).not.toContain('dist');
    }
  });

  it('parse a sentence and run the rules as retext plugins in Node', async () => {
    await withUnified();
    await writeFile(join(consumer, 'use.js'), use);
    const { stdout } = await run(process.execPath, ['use.js'], { cwd: consumer });
    expect(JSON.parse(stdout)).toEqual({
      sentences: 2,
      lemmas: ['рассмотреть'],
      root: 'RootNode',
      rules: ['officialese'],
      better: 'с помощью портала',
    });
  });

  it('LN-1: check the spelling in Node when the optional packages are there', async () => {
    await withSpelling();
    await writeFile(
      join(consumer, 'spell.js'),
      `import { createLinter } from '@ponyatno/lint-rules';
import { openSpeller } from '@ponyatno/lint-rules/node';
import { openDictionary } from '@ponyatno/russian/node';
const linter = createLinter({ dictionary: openDictionary(), speller: await openSpeller() });
console.log(JSON.stringify(linter.lint('Мы ждём обрашение.').messages.map(({ rule, expected }) => [rule, expected[0]])));`,
    );
    const { stdout } = await run(process.execPath, ['spell.js'], { cwd: consumer });
    expect(JSON.parse(stdout)).toEqual([['spelling', 'обращение']]);
  });

  it('LN-1: parse, lint and spell in a worker of a real browser', async () => {
    await withSpelling();
    await writeFile(
      join(consumer, 'spelling-worker.js'),
      `import { createTagger, loadDictionary, sentences } from '@ponyatno/russian';
import { createLinter } from '@ponyatno/lint-rules';
import { loadSpeller } from '@ponyatno/lint-rules/browser';
const bytes = async (name) => new Uint8Array(await (await fetch('/' + name)).arrayBuffer());
async function check(text) {
  const names = ['words', 'weights', 'hunspell.wasm', 'index.aff', 'index.dic'];
  const [words, weights, wasm, aff, dic] = await Promise.all(names.map(bytes));
  const dictionary = loadDictionary(words);
  const tagger = createTagger(weights, dictionary);
  const found = (options) =>
    createLinter({ dictionary, tagger, ...options }).lint(text).messages.map(({ rule, expected }) => [rule, expected[0]]);
  const speller = await loadSpeller({ wasm, aff, dic });
  return { sentences: sentences(text).length, without: found({}), withSpelling: found({ speller }) };
}
onmessage = ({ data }) => check(data).then(postMessage, (error) => postMessage(String(error)));`,
    );
    const { outputFiles } = await build({
      absWorkingDir: consumer,
      entryPoints: ['spelling-worker.js'],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      // Hunspell asks for it where it runs in Node, and nowhere else.
      external: ['module'],
    });
    const russian = join(consumer, 'node_modules/@ponyatno/russian/dist/data');
    const modules = join(root, 'node_modules');
    const unpacked = async (name: string) => brotliDecompressSync(await readFile(join(russian, name)));
    const files = new Map<string, Uint8Array>([
      ['/', Buffer.from('<!doctype html><title>x</title>')],
      ['/worker.js', outputFiles[0]?.contents ?? new Uint8Array()],
      ['/words', await unpacked('opencorpora.dict.br')],
      ['/weights', await unpacked('tagger.bin.br')],
      ['/hunspell.wasm', await readFile(join(modules, 'hunspell-wasm/wasm/hunspell.wasm'))],
      ['/index.aff', await readFile(join(modules, 'dictionary-ru/index.aff'))],
      ['/index.dic', await readFile(join(modules, 'dictionary-ru/index.dic'))],
    ]);
    const server = createServer(({ url = '/' }, response) => {
      const body = files.get(url);
      response.setHeader('Content-Type', url === '/' ? 'text/html' : 'text/javascript');
      response.writeHead(body ? 200 : 404).end(body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      const answer = await page.evaluate(
        (text) =>
          new Promise((resolve, reject) => {
            const worker = new Worker('/worker.js', { type: 'module' });
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = ({ message }) => reject(new Error(message));
            worker.postMessage(text);
          }),
        'Мы ждём обрашение. Подайте заявление посредством портала.',
      );
      expect(answer).toEqual({
        sentences: 2,
        without: [['officialese', 'с помощью портала']],
        withSpelling: [
          ['spelling', 'обращение'],
          ['officialese', 'с помощью портала'],
        ],
      });
    } finally {
      await browser.close();
      server.close();
    }
  }, 90_000);

  it('type-check in the project of another, by the rules of Node', async () => {
    await withUnified();
    const file = join(consumer, 'use.ts');
    await writeFile(file, `${use}\nexport const wrong: number = createLinter({ dictionary });\n`);
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      skipLibCheck: false,
      typeRoots: [join(root, 'node_modules/@types')],
      types: ['node'],
    });
    const ours = ts
      .getPreEmitDiagnostics(program)
      .filter(({ file: of }) => of === undefined || of.fileName.includes(place))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect(ours).toEqual([expect.stringContaining("'Linter' is not assignable to type 'number'")]);
  }, 90_000);

  it('run in a browser worker: no module of Node is reached, and the payload is small', async () => {
    await writeFile(
      join(consumer, 'worker.js'),
      `import { loadDictionary, sentences } from '@ponyatno/russian';
import { createLinter, readMarkdown } from '@ponyatno/lint-rules';
globalThis.check = (bytes, source) => {
  const { text } = readMarkdown(source);
  const { messages } = createLinter({ dictionary: loadDictionary(bytes) }).lint(text);
  return JSON.stringify([sentences(text).length, messages.map(({ expected }) => expected[0])]);
};`,
    );
    const { outputFiles, metafile } = await build({
      absWorkingDir: consumer,
      entryPoints: ['worker.js'],
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      format: 'iife',
      platform: 'browser',
      conditions: ['worker'],
    });
    expect(Object.keys(metafile.inputs).filter((input) => input.startsWith('node:'))).toEqual([]);
    const code = outputFiles[0]?.text ?? '';
    const data = await readFile(
      join(consumer, 'node_modules/@ponyatno/russian/dist/data/opencorpora.dict.br'),
    );
    // A realm with the globals of every worker and none of Node's.
    const worker = vm.createContext({ TextDecoder, TextEncoder, URL, console });
    vm.runInContext(code, worker);
    worker.bytes = new Uint8Array(brotliDecompressSync(data));
    worker.source = '# Ответ\n\nПодайте **заявление** посредством портала.';
    expect(JSON.parse(vm.runInContext('check(bytes, source)', worker))).toEqual([2, ['с помощью портала']]);

    const folder = join(consumer, 'node_modules/@ponyatno/russian/dist/data');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.br'));
    const sizes = await Promise.all(names.map(async (name) => (await readFile(join(folder, name))).length));
    const compressed = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    const total = sizes.reduce((sum, size) => sum + size, compressed);
    console.log(`Worker: ${compressed} bytes of code, ${total - compressed} of data; ${total} with brotli.`);
    expect(total).toBeLessThanOrEqual(1.5e6);
  }, 120_000);
});

describe('the manifest of a tarball', () => {
  it('leads to the compiled modules and has no scripts', () => {
    expect(
      publishedManifest({
        name: 'a',
        scripts: { prepack: 'x' },
        exports: { '.': './index.ts', './deep': './b/c.ts', './package.json': './package.json' },
      }),
    ).toEqual({
      name: 'a',
      exports: {
        '.': { types: './dist/index.d.ts', default: './dist/index.js' },
        './deep': { types: './dist/b/c.d.ts', default: './dist/b/c.js' },
        './package.json': './package.json',
      },
      files: ['dist'],
      engines: { node: '>=22' },
    });
  });

  it('is put back, also after packing that died', async () => {
    const folder = await mkdtemp(join(place, 'died-'));
    const path = join(folder, 'package.json');
    await writeFile(path, '{"name":"mine"}');
    switchManifest(folder, { name: 'theirs' });
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ name: 'theirs' });
    restore(folder);
    restore(folder);
    expect(await readFile(path, 'utf8')).toBe('{"name":"mine"}');
    expect(await readdir(folder)).toEqual(['package.json']);
  });
});
