import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFolder } from '#knowledge';
import { contentFolder, type Files } from '../knowledge/testing/content-folder.ts';
import { type CallStep, callGraph } from './graph.ts';
import { breaches } from './journey.ts';
import { checkScripts } from './proofs/index.ts';
import { branches, script } from './testing/scripts.ts';
import { canEnd, follow, reachable } from './walk.ts';

async function reading(changes: Files) {
  return readFolder(await contentFolder(changes));
}

async function problems(changes: Files): Promise<string[]> {
  return checkScripts(await reading(changes)).map(
    ({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`,
  );
}

describe('the graph of call scripts', () => {
  it('joins steps, words and other scripts', async () => {
    const { content } = await reading({
      ...script('hello', [
        { id: 'a', next: 'b', words: 'Здравствуйте, ((имя))!' },
        { id: 'b', branches: branches('@bye', 'end') },
      ]),
      ...script('bye', [{ id: 'a', next: 'end' }]),
    });
    const graph = callGraph(content);
    const start = graph.start('hello') ?? expect.unreachable();
    expect(start.words?.text).toBe('Здравствуйте, ((имя))!');
    const second = follow(graph, start, 0);
    expect(second === 'end' ? second : second?.key).toBe('hello/b');
    const choose = (way: number) => (second && second !== 'end' ? follow(graph, second, way) : undefined);
    expect(choose(1)).toBe('end');
    expect(choose(2)).toBeUndefined();
    const away = choose(0);
    expect(away === 'end' ? away : away?.key).toBe('bye/a');
    expect([...reachable(graph, start)].map(({ key }) => key)).toEqual(['hello/a', 'hello/b', 'bye/a']);
    expect(graph.start('nothing')).toBeUndefined();
  });
});

describe('proofs about the graph', () => {
  it('a sound script passes', async () => {
    expect(
      await problems(
        script('hello', [
          { id: 'a', branches: branches('b', 'end') },
          { id: 'b', next: 'a' },
        ]),
      ),
    ).toEqual([]);
  });

  it('every way leads somewhere', async () => {
    expect(
      await problems(
        script('hello', [
          { id: 'a', branches: branches('c', '@nobody', 'end') },
          { id: 'b', next: 'b' },
          { id: 'end', next: 'end' },
          { id: 'a', next: 'end' },
        ]),
      ),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^scripts\/hello\.mdx:10:13 script-target Шага «c» в этом сценарии нет/),
        expect.stringMatching(/^scripts\/hello\.mdx:12:13 script-target Сценария «nobody» нет/),
        expect.stringMatching(/script-target Шаг «b» ведёт сам в себя/),
        expect.stringMatching(/script-target Шаг не может называться «end»/),
        expect.stringMatching(/script-target Шаг «a» уже есть выше/),
      ]),
    );
  });

  it('every step is reached, and every call can end', async () => {
    expect(
      await problems(
        script('hello', [
          { id: 'a', branches: branches('b', 'end') },
          { id: 'b', next: 'c' },
          { id: 'c', next: 'b' },
          { id: 'd', next: 'end' },
        ]),
      ),
    ).toEqual([
      expect.stringMatching(/^scripts\/hello\.mdx:15:9 script-graph Из шага «b» нельзя закончить звонок/),
      expect.stringMatching(/^scripts\/hello\.mdx:19:9 script-graph Из шага «c» нельзя закончить звонок/),
      expect.stringMatching(/^scripts\/hello\.mdx:23:9 script-graph До шага «d» не дойти/),
    ]);
  });

  it('sees a circle that leads through two scripts', async () => {
    const found = await problems({
      ...script('hello', [{ id: 'a', next: '@again' }]),
      ...script('again', [{ id: 'a', next: '@hello' }]),
    });
    expect(found).toEqual([
      expect.stringContaining('Из шага «a» нельзя закончить звонок'),
      expect.stringContaining('Из шага «a» нельзя закончить звонок'),
    ]);
  });

  it('every step has its words, and no words are left over', async () => {
    expect(
      await problems(
        script(
          'hello',
          [
            { id: 'a', next: 'b' },
            { id: 'b', next: 'end', words: false },
          ],
          { extra: '<Step id="c">\n\nЛишнее.\n\n</Step>\n\n<Step id="a">\n\nЕщё раз.\n\n</Step>' },
        ),
      ),
    ).toEqual([
      expect.stringMatching(
        /^scripts\/hello\.mdx:23:1 script-words Слова написаны для шага «c», а среди steps его нет/,
      ),
      expect.stringMatching(/^scripts\/hello\.mdx:29:1 script-words Слова шага «a» уже есть выше/),
      expect.stringMatching(/^scripts\/hello\.mdx:11:9 script-words У шага «b» нет слов/),
    ]);
  });
});

describe('walking, on any script', () => {
  const size = 6;
  const ids = Array.from({ length: size }, (_, index) => `s${index}`);
  const steps = fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        kind: fc.constantFrom('say', 'transfer'),
        branches: fc
          .array(fc.constantFrom(...ids, 'end'), { minLength: 1, maxLength: 3 })
          .map((targets) => branches(...targets)),
      }),
    ),
  );

  it('agrees with trying all paths', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (data) => {
        const { content } = await reading(script('any', data));
        const graph = callGraph(content);
        const start = graph.start('any') ?? expect.unreachable();
        const tried = tryAll(data);
        expect(new Set([...reachable(graph, start)].map(({ step }) => step.id))).toEqual(tried.seen);
        expect(canEnd(graph).has(start)).toBe(tried.ends);
        const duty = {
          begin: { transfers: 0 },
          enter: ({ transfers }: { transfers: number }, { step }: CallStep) => ({
            transfers: Math.min(transfers + (step.kind === 'transfer' ? 1 : 0), 3),
          }),
          brokenAt: ({ transfers }: { transfers: number }, { step }: CallStep) =>
            step.kind === 'transfer' && transfers >= 2,
        };
        expect(breaches(graph, start, duty, 2).length > 0).toBe(tried.most > 2);
      }),
      { numRuns: 60 },
    );
  });

  /** The same answers by walking every path of up to 2n steps: slow and plain. */
  function tryAll(data: readonly { id: string; kind: string; branches: { to: string }[] }[]) {
    const byId = new Map(data.map((step) => [step.id, step]));
    const seen = new Set<string>();
    let ends = false;
    let most = 0;
    const walk = (id: string, transfers: number, path: readonly string[]): void => {
      if (id === 'end') {
        ends = true;
        return;
      }
      seen.add(id);
      const step = byId.get(id);
      const count = transfers + (step?.kind === 'transfer' ? 1 : 0);
      const before = path.indexOf(id);
      if (before >= 0) {
        // A circle with a transfer in it can be gone round for ever.
        const circle = path.slice(before);
        if (circle.some((other) => byId.get(other)?.kind === 'transfer')) most = Number.POSITIVE_INFINITY;
        return;
      }
      most = Math.max(most, count);
      for (const { to } of step?.branches ?? []) walk(to, count, [...path, id]);
    };
    walk('s0', 0, []);
    return { seen, ends, most };
  }
});
