import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFolder } from '#knowledge';
import { baseAgency, contentFolder, type Files, page } from '../knowledge/testing/content-folder.ts';
import { callGraph } from './graph.ts';
import { checkScripts } from './proofs/index.ts';
import { canEnd, follow, mostOnPath, reachable } from './walk.ts';

interface StepData {
  id: string;
  kind?: string;
  next?: string;
  branches?: { when: string; to: string }[];
  words?: string | false;
}

/** A script page: every step gets words unless `words` is false. */
function script(id: string, steps: readonly StepData[], extra = ''): Files {
  const data = steps.map(({ words: _words, kind = 'say', ...step }) => ({
    ...step,
    kind,
    title: `Шаг ${step.id}`,
  }));
  const words = steps
    .filter((step) => step.words !== false)
    .map((step) => `<Step id="${step.id}">\n\n${step.words ?? 'Слова.'}\n\n</Step>`);
  const frontMatter = {
    id,
    title: `Сценарий ${id}`,
    function: 'requests',
    situation: 'Человек звонит нам.',
    steps: data,
  };
  return { [`scripts/${id}.mdx`]: page(frontMatter, [...words, extra].join('\n\n')) };
}

const branches = (...targets: string[]) => targets.map((to, index) => ({ when: `ответ ${index}`, to }));

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
          '<Step id="c">\n\nЛишнее.\n\n</Step>\n\n<Step id="a">\n\nЕщё раз.\n\n</Step>',
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

describe('duties of the acts', () => {
  const closingQuestions = {
    questions: [{ text: 'Получен ли ответ на Ваш вопрос?', options: ['да', 'нет'] }],
    clause: 'п. 6.12',
  };
  const agency = {
    ...baseAgency,
    line: {
      phone: { value: '8 (383) 228-67-88' },
      hours: { weekdays: { from: '09:00', to: '18:00' } },
      clause: 'п. 6.2',
    },
    calls: {
      maxTransfers: { value: 2, clause: 'п. 6.9' },
      callbackSteps: { value: 5, clause: 'п. 6.10' },
      outOfRemitContact: { value: 'if-available', clause: 'п. 6.12' },
      actForCaller: { value: 'forbidden', clause: 'п. 6.11' },
      closingQuestions,
    },
  };
  const greeting = script('greeting', [
    { id: 'hello', kind: 'greeting', next: 'ask' },
    { id: 'ask', kind: 'question', next: 'say' },
    { id: 'say', kind: 'answer', next: '@farewell' },
  ]);
  const farewell = script('farewell', [
    { id: 'ask', kind: 'survey', next: 'bye', words: 'Получен ли ответ на Ваш вопрос? Да или нет?' },
    { id: 'bye', kind: 'farewell', next: 'end' },
  ]);
  const callback = script(
    'callback',
    ['one', 'two', 'three', 'four', 'five'].map((id, index, all) => ({
      id,
      kind: 'callback',
      next: all[index + 1] ?? 'end',
    })),
  );
  const sound = { 'agency.yml': agency, ...greeting, ...farewell, ...callback };

  it('are kept by a sound set of scripts', async () => {
    expect(await problems(sound)).toEqual([]);
  });

  it('KB-8: a line has a greeting and a farewell; without a line nothing is asked', async () => {
    const without = await problems({ 'agency.yml': agency, ...callback });
    expect(without).toEqual([
      expect.stringMatching(/^agency\.yml:\d+:1 script-required .* сценария приветствия нет/),
      expect.stringMatching(/^agency\.yml:\d+:1 script-required .* сценария прощания нет/),
      expect.stringContaining('Получен ли ответ на Ваш вопрос?'),
    ]);
    expect(await problems({})).toEqual([]);
  });

  it('CL-5: nobody is answered before being asked', async () => {
    const hasty = script('greeting', [
      { id: 'hello', kind: 'greeting', branches: branches('ask', 'say') },
      { id: 'ask', kind: 'question', next: 'say' },
      { id: 'say', kind: 'answer', next: '@farewell' },
    ]);
    expect(await problems({ ...sound, ...hasty })).toEqual([
      expect.stringMatching(
        /^scripts\/greeting\.mdx:21:11 script-order К ответу «Шаг say» можно прийти от приветствия, ни о чём не спросив/,
      ),
    ]);
  });

  it('CL-7: no path has a third transfer', async () => {
    const transfers = (...ids: string[]) =>
      script(
        'transfer',
        ids.map((id, index) => ({
          id,
          kind: 'transfer',
          branches: branches(ids[index + 1] ?? 'end', 'end'),
        })),
      );
    expect(await problems({ ...sound, ...transfers('one', 'two') })).toEqual([]);
    expect(await problems({ ...sound, ...transfers('one', 'two', 'three') })).toEqual([
      expect.stringMatching(
        /script-transfers По этому сценарию человека переводят 3\u00a0раза, а можно не больше 2\u00a0раз \(п\. 6\.9\)/,
      ),
    ]);
    const circle = script('transfer', [
      { id: 'one', kind: 'transfer', branches: branches('wait', 'end') },
      { id: 'wait', next: 'one' },
    ]);
    expect(await problems({ ...sound, ...circle })).toEqual([expect.stringContaining('по кругу без конца')]);
  });

  it('CL-8: a callback has all its steps, each leading to the next', async () => {
    const steps = ['one', 'two', 'three', 'four', 'five'];
    const missing = script(
      'callback',
      steps.slice(1).map((id, index, all) => ({ id, kind: 'callback', next: all[index + 1] ?? 'end' })),
    );
    expect(await problems({ ...sound, ...missing })).toEqual([
      expect.stringMatching(
        /^agency\.yml:\d+:\d+ script-required Обратный звонок — это 5\u00a0шагов подряд \(п\. 6\.10\)/,
      ),
    ]);
    const shuffled = script('callback', [
      { id: 'one', kind: 'callback', next: 'three' },
      { id: 'two', kind: 'callback', next: 'four' },
      { id: 'three', kind: 'callback', next: 'two' },
      { id: 'four', kind: 'callback', next: 'five' },
      { id: 'five', kind: 'callback', next: 'end' },
    ]);
    expect(await problems({ ...sound, ...shuffled })).toHaveLength(1);
  });

  it('CL-12: the closing questions stand word for word', async () => {
    const other = script('farewell', [
      { id: 'ask', kind: 'survey', next: 'bye', words: 'Мы ответили на Ваш вопрос?' },
      { id: 'bye', kind: 'farewell', next: 'end' },
    ]);
    expect(await problems({ ...sound, ...other })).toEqual([
      expect.stringMatching(
        /^agency\.yml:\d+:\d+ script-required Вопроса «Получен ли ответ на Ваш вопрос\?» нет ни в одном сценарии \(п\. 6\.12\)/,
      ),
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
        expect(mostOnPath(graph, start, 'transfer')).toBe(tried.most);
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
