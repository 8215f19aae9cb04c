import { baseAgency, type Files, page } from '../../knowledge/testing/content-folder.ts';

/** A step of a script as a test writes it. */
export interface StepData {
  id: string;
  kind?: string;
  next?: string;
  branches?: { when: string; to: string; transfers?: 'left' | 'none'; hungUp?: true }[];
  words?: string | false;
}

/** A script page: every step gets words unless `words` is false. */
export function script(
  id: string,
  steps: readonly StepData[],
  { extra = '', ...more }: { extra?: string } & Readonly<Record<string, unknown>> = {},
): Files {
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
    ...more,
    steps: data,
  };
  return { [`scripts/${id}.mdx`]: page(frontMatter, [...words, extra].join('\n\n')) };
}

/** Ways on, one for each target. */
export const branches = (...targets: string[]) =>
  targets.map((to, index) => ({ when: `ответ ${index}`, to }));

/** The profile of an agency with a line: the rules of order M. */
export const lineAgency = {
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
    closingQuestions: {
      questions: [{ text: 'Получен ли ответ на Ваш вопрос?', options: ['да', 'нет'] }],
      clause: 'п. 6.12',
    },
  },
};

const callbackIds = ['one', 'two', 'three', 'four', 'five'];

/** A callback of so many steps, each leading to the next. */
export const callbackOf = (count: number): Files =>
  script(
    'callback',
    callbackIds
      .slice(0, count)
      .map((id, index, all) => ({ id, kind: 'callback', next: all[index + 1] ?? 'end' })),
  );

/** A sound set of scripts: greeting, need, answer, callback, the closing question, farewell. */
export const soundScripts: Files = {
  'agency.yml': lineAgency,
  ...script('greeting', [
    { id: 'hello', kind: 'greeting', next: 'ask' },
    { id: 'ask', kind: 'question', branches: branches('say', '@callback') },
    { id: 'say', kind: 'answer', next: '@farewell' },
  ]),
  ...script('farewell', [
    {
      id: 'ask',
      kind: 'survey',
      branches: [
        { when: 'да', to: 'bye' },
        { when: 'нет', to: 'bye' },
      ],
      words: 'Получен ли ответ на Ваш вопрос? Да или нет?',
    },
    { id: 'bye', kind: 'farewell', next: 'end' },
  ]),
  ...callbackOf(5),
};

const crisisSteps: readonly StepData[] = [
  { id: 'listen', kind: 'crisis', next: 'pause', words: 'Я Вас слушаю.' },
  {
    id: 'pause',
    kind: 'crisis',
    branches: [
      { when: 'Согласен', to: '@callback' },
      { when: 'Ругается', to: 'interest' },
    ],
    words:
      '((имя отчество)), давайте возьмем паузу в обсуждении данного вопроса и вернемся к его решению после ((причина)).',
  },
  {
    id: 'interest',
    kind: 'crisis',
    branches: [
      { when: 'Согласен', to: '@farewell' },
      { when: 'Продолжает', to: 'warn' },
    ],
    words:
      '((имя отчество)), мы заинтересованы в дальнейшем деловом сотрудничестве, однако решение данной проблемы требует ((причина)).',
  },
  {
    id: 'warn',
    kind: 'crisis',
    next: 'bye',
    words: 'Разговор носит неделовой характер, поэтому я вынужден его прекратить.',
  },
  { id: 'bye', kind: 'farewell', next: 'end', words: 'До свидания!' },
];

/** The crisis script of order P with some steps changed or left out: pause, warning, goodbye, end. */
export function crisisScript(changes: Readonly<Record<string, Partial<StepData> | false>>): Files {
  const steps = crisisSteps.flatMap((step) => {
    const change = changes[step.id];
    if (change === false) return [];
    if (change === undefined) return [step];
    const { next: _next, branches: _branches, ...rest } = step;
    return [change.next || change.branches ? { ...rest, ...change } : { ...step, ...change }];
  });
  return script('crisis', steps, {
    variables: [
      { name: 'имя отчество', label: 'Имя и отчество' },
      { name: 'причина', label: 'Почему нужна пауза' },
    ],
  });
}
