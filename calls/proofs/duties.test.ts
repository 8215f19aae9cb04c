import { describe, expect, it } from 'vitest';
import { readFolder } from '#knowledge';
import { contentFolder, type Files } from '../../knowledge/testing/content-folder.ts';
import { branches, callbackOf, lineAgency, script, soundScripts } from '../testing/scripts.ts';
import { checkScripts } from './index.ts';

async function problems(changes: Files): Promise<string[]> {
  return checkScripts(await readFolder(await contentFolder(changes))).map(
    ({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`,
  );
}

const rules = (calls: object) => ({
  'agency.yml': { ...lineAgency, calls: { ...lineAgency.calls, ...calls } },
});

describe('duties of the acts', () => {
  it('are kept by a sound set of scripts', async () => {
    expect(await problems(soundScripts)).toEqual([]);
  });

  it('KB-8: a line has a greeting and a farewell; without a line nothing is asked', async () => {
    const without = await problems({ 'agency.yml': lineAgency, ...callbackOf(5) });
    expect(without).toEqual([
      expect.stringMatching(/^agency\.yml:\d+:1 script-required .* сценария приветствия нет/),
      expect.stringMatching(/^agency\.yml:\d+:1 script-required .* сценария прощания нет/),
      expect.stringMatching(/^scripts\/callback\.mdx:9:11 script-order Разговор начинается шагом «Шаг one»/),
      expect.stringContaining('Получен ли ответ на Ваш вопрос?'),
    ]);
    expect(await problems({})).toEqual([]);
  });

  it('CL-3: a script that no greeting leads to begins with one itself', async () => {
    const lonely = script('lonely', [{ id: 'go', kind: 'question', next: 'end' }]);
    expect(await problems({ ...soundScripts, ...lonely })).toEqual([
      expect.stringMatching(/^scripts\/lonely\.mdx:9:11 script-order Разговор начинается шагом «Шаг go»/),
    ]);
  });

  it('CL-16: an outbound call begins with a greeting', async () => {
    const steps = (kind: string) =>
      script('outbound', [{ id: 'go', kind, next: 'end' }], { direction: 'outbound' });
    expect(await problems({ ...soundScripts, ...steps('greeting') })).toEqual([]);
    expect(await problems({ ...soundScripts, ...steps('question') })).toHaveLength(1);
  });

  it('CL-3: a talk in which the caller was served does not just stop', async () => {
    const abrupt = script('greeting', [
      { id: 'hello', kind: 'greeting', next: 'ask' },
      { id: 'ask', kind: 'question', branches: branches('book', '@callback', '@farewell') },
      { id: 'book', kind: 'booking', next: 'end' },
    ]);
    expect(await problems({ ...soundScripts, ...abrupt })).toEqual([
      expect.stringMatching(
        /^scripts\/greeting\.mdx:\d+:9 script-order После шага «Шаг book» разговор кончается без прощания\. Путь: greeting\/hello → ask → book → end\./,
      ),
    ]);
  });

  it('CL-5: nobody is answered before being asked, by any path', async () => {
    const hasty = script('greeting', [
      { id: 'hello', kind: 'greeting', branches: branches('ask', 'say') },
      { id: 'ask', kind: 'question', branches: branches('say', '@callback') },
      { id: 'say', kind: 'answer', next: '@farewell' },
    ]);
    expect(await problems({ ...soundScripts, ...hasty })).toEqual([
      expect.stringMatching(
        /^scripts\/greeting\.mdx:\d+:9 script-order К ответу «Шаг say» можно прийти от приветствия, ни о чём не спросив\. Путь: greeting\/hello → say\./,
      ),
    ]);
  });

  const transfers = (...ids: string[]) => [
    { id: 'warn', words: 'Я соединю Вас с отделом. Хорошо?', next: ids[0] ?? 'end' },
    ...ids.map((id, index) => ({
      id,
      kind: 'transfer',
      branches: branches(ids[index + 1] === undefined ? '@farewell' : `warn-${index}`, '@farewell'),
    })),
    ...ids.slice(1).map((id, index) => ({ id: `warn-${index}`, words: 'Переключу Вас ещё раз.', next: id })),
  ];
  const withTransfer = (steps: ReturnType<typeof transfers>, farewell: Files = {}): Files => ({
    ...soundScripts,
    ...script('greeting', [
      { id: 'hello', kind: 'greeting', next: 'ask' },
      { id: 'ask', kind: 'question', branches: branches('@transfer', '@callback') },
    ]),
    ...script('transfer', steps),
    ...farewell,
  });

  it('CL-7: no path has a third transfer, and the path and the clause are named', async () => {
    expect(await problems(withTransfer(transfers('one', 'two')))).toEqual([]);
    expect(await problems(withTransfer(transfers('one', 'two', 'three')))).toEqual([
      expect.stringMatching(
        /^scripts\/transfer\.mdx:\d+:9 script-transfers На шаге «Шаг three» человека переводят в 3-й раз, а можно не больше 2\u00a0раз \(п\. 6\.9\)\. Путь: greeting\/hello → ask → transfer\/warn → one → warn-0 → two → warn-1 → three\./,
      ),
    ]);
  });

  it('CL-7: a circle over several scripts is seen, and a way that is open while transfers are left mends it', async () => {
    const again = (way: object) => ({
      ...script('farewell', [
        {
          id: 'more',
          kind: 'question',
          branches: [{ when: 'Есть вопрос', to: '@transfer', ...way }, ...branches('ask')],
        },
        {
          id: 'ask',
          kind: 'survey',
          branches: [
            { when: 'да', to: 'bye' },
            { when: 'нет', to: 'bye' },
          ],
          words: 'Получен ли ответ на Ваш вопрос?',
        },
        { id: 'bye', kind: 'farewell', next: 'end' },
      ]),
    });
    expect(await problems(withTransfer(transfers('one'), again({})))).toEqual([
      expect.stringContaining('человека переводят в 3-й раз'),
    ]);
    expect(await problems(withTransfer(transfers('one'), again({ transfers: 'left' })))).toEqual([]);
  });

  it('CL-7: closing ways must leave one open', async () => {
    const stuck = script('greeting', [
      { id: 'hello', kind: 'greeting', next: 'ask' },
      {
        id: 'ask',
        kind: 'question',
        branches: [{ when: 'Дальше', to: '@callback', transfers: 'left' }],
      },
    ]);
    expect(await problems({ ...soundScripts, ...stuck })).toContainEqual(
      expect.stringContaining('Из шага «Шаг ask» некуда идти, когда переводить уже нельзя'),
    );
  });

  it('CL-6: the caller is warned before each transfer', async () => {
    const silent = transfers('one', 'two').map((step) =>
      step.id === 'warn-0' ? { ...step, words: 'Минуту.' } : step,
    );
    expect(await problems(withTransfer(silent))).toEqual([
      expect.stringMatching(
        /^scripts\/transfer\.mdx:\d+:9 script-order Шаг «Шаг two» переводит звонок, а человека об этом не предупредили \(п\. 6\.9\)\. Путь: .*transfer\/warn → one → warn-0 → two\./,
      ),
    ]);
    const note = transfers('one').map((step) =>
      step.id === 'warn'
        ? { ...step, words: 'Минуту.\n\n<Note>\n\nВы соедините его с отделом.\n\n</Note>' }
        : step,
    );
    expect(await problems(withTransfer(note))).toHaveLength(1);
  });

  it('CL-8: a callback has all its steps, as many as the order asks for', async () => {
    expect(await problems({ ...soundScripts, ...callbackOf(4) })).toEqual([
      expect.stringMatching(
        /^scripts\/callback\.mdx:9:11 script-callback Шагов обратного звонка 4, а нужно 5 \(п\. 6\.10\)/,
      ),
    ]);
    const four = rules({ callbackSteps: { value: 4, clause: 'п. 24' } });
    expect(await problems({ ...soundScripts, ...four, ...callbackOf(4) })).toEqual([]);
    const without = { ...soundScripts, 'scripts/callback.mdx': undefined };
    expect(await problems(without)).toContainEqual(
      expect.stringMatching(/^agency\.yml:\d+:\d+ script-required Обратный звонок — это 5\u00a0шагов подряд/),
    );
  });

  it('CL-8: its steps come in their order, and none can be passed over', async () => {
    const shuffled = script('callback', [
      { id: 'one', kind: 'callback', next: 'three' },
      { id: 'two', kind: 'callback', next: 'four' },
      { id: 'three', kind: 'callback', next: 'two' },
      { id: 'four', kind: 'callback', next: 'five' },
      { id: 'five', kind: 'callback', next: 'end' },
    ]);
    expect(await problems({ ...soundScripts, ...shuffled })).toContainEqual(
      expect.stringContaining('шаг «one» должен вести к шагу «two», а ведёт к шагу «three»'),
    );
    const shortcut = script('callback', [
      { id: 'one', kind: 'callback', branches: branches('two', 'skip') },
      { id: 'skip', next: 'four' },
      { id: 'two', kind: 'callback', next: 'three' },
      { id: 'three', kind: 'callback', next: 'four' },
      { id: 'four', kind: 'callback', next: 'five' },
      { id: 'five', kind: 'callback', next: 'end' },
    ]);
    expect(await problems({ ...soundScripts, ...shortcut })).toEqual([
      expect.stringContaining('шаг «one» должен вести к шагу «two», а ведёт к шагу «four»'),
    ]);
  });

  const outside = (words: string, way = '@farewell') => ({
    ...soundScripts,
    ...script('greeting', [
      { id: 'hello', kind: 'greeting', next: 'ask' },
      { id: 'ask', kind: 'question', branches: branches('@outside', '@callback') },
    ]),
    ...script(
      'outside',
      [
        { id: 'tell', kind: 'out-of-remit', words, branches: branches('reach', way) },
        { id: 'reach', kind: 'out-of-remit', words: 'Телефон: ((контакт)).', next: '@farewell' },
      ],
      {
        variables: [
          { name: 'орган', label: 'Кто решает', call: 'body' },
          { name: 'контакт', label: 'Как связаться', call: 'body-contact' },
        ],
      },
    ),
  });

  it('CL-11: outside the remit the body is named', async () => {
    expect(await problems(outside('Этот вопрос решает ((орган)).'))).toEqual([]);
    expect(await problems(outside('Это не к нам.'))).toEqual([
      expect.stringMatching(
        /^scripts\/farewell\.mdx:\d+:9 script-remit Вопрос чужой, а орган, который его решает, не назван \(п\. 6\.12\)\. Путь: .*outside\/tell → /,
      ),
    ]);
  });

  it('CL-11: where the order says «must» (P 26), the contact is named on every path', async () => {
    const must = rules({ outOfRemitContact: { value: 'must', clause: 'п. 26' } });
    expect(await problems({ ...outside('Этот вопрос решает ((орган)).'), ...must })).toEqual([
      expect.stringMatching(/script-remit .*контакт не назван \(п\. 26\)/),
    ]);
    expect(await problems({ ...outside('Этот вопрос решает ((орган)), ((контакт)).'), ...must })).toEqual([]);
  });

  it('CL-12: the closing questions stand word for word, with their answers', async () => {
    const ask = (words: string, ...answers: string[]) =>
      script('farewell', [
        { id: 'ask', kind: 'survey', words, branches: answers.map((when) => ({ when, to: 'bye' })) },
        { id: 'bye', kind: 'farewell', next: 'end' },
      ]);
    expect(await problems({ ...soundScripts, ...ask('Мы ответили на Ваш вопрос?', 'да', 'нет') })).toEqual([
      expect.stringMatching(
        /^agency\.yml:\d+:\d+ script-required Вопроса «Получен ли ответ на Ваш вопрос\?» нет ни в одном сценарии \(п\. 6\.12\)/,
      ),
    ]);
    const other = ask('Получен ли ответ на Ваш вопрос?', 'да', 'не совсем');
    expect(await problems({ ...soundScripts, ...other })).toEqual([
      expect.stringMatching(
        /^scripts\/farewell\.mdx:\d+:5 script-required .* слово в слово и в том же порядке: да, нет/,
      ),
    ]);
  });

  it('CL-12: after a consultation they are offered on every path; where the order has none, nowhere', async () => {
    const hurried = script('greeting', [
      { id: 'hello', kind: 'greeting', next: 'ask' },
      { id: 'ask', kind: 'question', branches: branches('say', '@callback', '@farewell') },
      { id: 'say', kind: 'answer', next: 'bye' },
      { id: 'bye', kind: 'farewell', next: 'end' },
    ]);
    expect(await problems({ ...soundScripts, ...hurried })).toEqual([
      expect.stringMatching(
        /script-order После шага «Шаг bye» разговор кончается, а двух вопросов не предложили \(п\. 6\.12\)\. Путь: greeting\/hello → ask → say → bye → end/,
      ),
    ]);
    expect(
      await problems({ ...soundScripts, ...hurried, ...rules({ closingQuestions: undefined }) }),
    ).toEqual([]);
  });

  it.each([
    'Давайте я заполню заявление за Вас.',
    'Давайте я помогу Вам заполнить заявление.',
    'Мы отправим документы вместо Вас.',
    'Я позвоню в банк и договорюсь с ними о встрече.',
    'От Вашего имени я подам жалобу.',
    'Сейчас свяжусь с банком от Вашего имени.',
  ])('CL-9: «%s» is not promised to a caller', async (words) => {
    const acting = script('greeting', [
      { id: 'hello', kind: 'greeting', next: 'ask' },
      { id: 'ask', kind: 'question', branches: branches('say', '@callback'), words },
      { id: 'say', kind: 'answer', next: '@farewell' },
    ]);
    expect(await problems({ ...soundScripts, ...acting })).toEqual([
      expect.stringMatching(
        /^scripts\/greeting\.mdx:\d+:1 script-acting .*\(п\. 6\.11\)\. Путь: greeting\/ask/,
      ),
    ]);
  });

  it.each([
    'Сделать это за Вас я не могу: Правила не разрешают.',
    'Вы заполняете бланк, а я подсказываю.',
    'Я перезвоню Вам завтра.',
    'Запишите, пожалуйста, телефон.',
    'Договориться от Вашего имени я не могу.',
    'Я узнаю ответ в отделе и позвоню Вам.',
    'Записываю: Анна Петрова. Верно?',
  ])('CL-9: «%s» may be said', async (words) => {
    const fine = script('greeting', [
      { id: 'hello', kind: 'greeting', next: 'ask' },
      { id: 'ask', kind: 'question', branches: branches('say', '@callback'), words },
      { id: 'say', kind: 'answer', next: '@farewell' },
    ]);
    expect(await problems({ ...soundScripts, ...fine })).toEqual([]);
  });
});
