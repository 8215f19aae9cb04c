import { describe, expect, it } from 'vitest';
import { readFolder } from '#knowledge';
import { contentFolder, type Files } from '../../knowledge/testing/content-folder.ts';
import { orderT, orderU } from '../testing/orders.ts';
import { type StepData, script } from '../testing/scripts.ts';
import { checkScripts } from './index.ts';

async function problems(agency: object, files: Files): Promise<string[]> {
  const folder = await contentFolder({ 'agency.yml': agency, ...files });
  return checkScripts(await readFolder(folder)).map(
    ({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`,
  );
}

describe('CL-17: a talk with the agency’s own people', () => {
  const { line: _line, calls: _calls, visits: _visits, ...agency } = orderU;
  const internal = (changes: Readonly<Record<string, Partial<StepData>>> = {}) =>
    script(
      'internal',
      [
        { id: 'hello', kind: 'greeting', next: 'ask' },
        {
          id: 'ask',
          kind: 'question',
          branches: [
            { when: 'Ответ известен', to: 'answer' },
            { when: 'Нужно разобраться', to: 'today' },
            { when: 'По телефону не объяснить', to: 'other' },
          ],
        },
        { id: 'answer', kind: 'answer', next: 'end' },
        { id: 'today', kind: 'say', next: 'end', words: 'Отвечу Вам ((срок)).' },
        { id: 'other', kind: 'say', next: 'end', words: 'Давайте я пришлю ответ письмом.' },
      ].map((step) => ({ ...step, ...changes[step.id] })),
      {
        direction: 'internal',
        variables: [{ name: 'срок', label: 'До какого часа', call: 'end-of-day' }],
      },
    );

  it('answers at once, by the end of the working day, or in another way', async () => {
    expect(await problems(agency, internal())).toEqual([]);
  });

  it('has its script where the order has such a rule, and only there', async () => {
    expect(await problems(agency, {})).toEqual([
      expect.stringMatching(
        /^agency\.yml:\d+:1 script-required Для устных вопросов своих сотрудников нужен сценарий \(п\. 5\.3\)/,
      ),
    ]);
    expect(await problems({ ...agency, internalClients: undefined }, {})).toEqual([]);
  });

  it.each([
    [{ answer: { kind: 'say' } }, 'нет ответа сразу (п. 5.3)'],
    [{ today: { words: 'Отвечу до конца дня.' } }, 'не назван срок «до конца рабочего дня» (п. 5.3)'],
    [{ other: { words: 'Не знаю.' } }, 'не предложен другой способ связи (п. 5.4)'],
  ])('misses none of the three: %j', async (changes, fault) => {
    expect(await problems(agency, internal(changes))).toEqual([
      expect.stringContaining(
        `scripts/internal.mdx:12:9 script-required В сценарии для своих сотрудников ${fault}. Путь: internal/hello.`,
      ),
    ]);
  });

  it('leaves nobody with nothing', async () => {
    const ask = {
      branches: [
        { when: 'Ответ известен', to: 'answer' },
        { when: 'Нужно разобраться', to: 'today' },
        { when: 'По телефону не объяснить', to: 'other' },
        { when: 'Не знаю', to: 'end' },
      ],
    };
    expect(await problems(agency, internal({ ask }))).toEqual([
      expect.stringMatching(
        /script-order После шага «Шаг ask» разговор с сотрудником кончается без ответа, .* \(п\. 5\.3\)\. Путь: internal\/hello → ask → end\./,
      ),
    ]);
  });
});

describe('CL-16: a call to a client for clarification', () => {
  const words =
    'Здравствуйте! Тестовый департамент, ((имя сотрудника)), ((должность)). Звоню по Вашему заявлению.';
  const outbound = (hello: string, bye: Partial<StepData> = {}) =>
    script(
      'outbound',
      [
        { id: 'hello', kind: 'greeting', next: 'ask', words: hello },
        { id: 'ask', kind: 'question', next: 'bye' },
        { id: 'bye', kind: 'farewell', next: 'end', words: 'Спасибо! До свидания!', ...bye },
      ],
      {
        direction: 'outbound',
        variables: [
          { name: 'имя сотрудника', type: 'person', label: 'Ваше имя' },
          { name: 'должность', label: 'Ваша должность' },
        ],
      },
    );

  it('begins with the agency, the name and the post, and ends with thanks', async () => {
    expect(await problems(orderT, outbound(words))).toEqual([]);
    expect(await problems(orderT, {})).toEqual([expect.stringMatching(/script-required .* \(п\. 9\)/)]);
  });

  it.each([
    [words.replace('Тестовый департамент', 'Это Минтруд'), 'не названо полное имя ведомства'],
    [words.replace('((имя сотрудника)), ', ''), 'сотрудник не назвал себя'],
    [words.replace(', ((должность))', ''), 'сотрудник не назвал должность'],
  ])('is not begun otherwise: %s', async (hello, fault) => {
    expect(await problems(orderT, outbound(hello))).toEqual([
      expect.stringContaining(
        `scripts/outbound.mdx:14:9 script-outbound В первых словах звонка ${fault} (п. 9). Путь: outbound/hello.`,
      ),
    ]);
  });

  it('is not ended without thanks once something was asked', async () => {
    expect(await problems(orderT, outbound(words, { words: 'До свидания!' }))).toEqual([
      expect.stringContaining(
        'звонок кончается без благодарности и прощания (п. 9). Путь: outbound/hello → ask → bye → end.',
      ),
    ]);
  });
});
