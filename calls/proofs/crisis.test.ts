import { describe, expect, it } from 'vitest';
import { readFolder } from '#knowledge';
import { contentFolder, type Files } from '../../knowledge/testing/content-folder.ts';
import { orderP } from '../testing/orders.ts';
import { callbackOf, crisisScript, script, soundScripts } from '../testing/scripts.ts';
import { checkScripts } from './index.ts';

async function problems(changes: Files): Promise<string[]> {
  const { visits: _, ...agency } = orderP;
  const folder = await contentFolder({
    ...soundScripts,
    ...callbackOf(4),
    'agency.yml': agency,
    ...script('greeting', [
      { id: 'hello', kind: 'greeting', next: 'ask' },
      {
        id: 'ask',
        kind: 'question',
        branches: [
          { when: 'Вопрос ясен', to: 'say' },
          { when: 'Перезвонить', to: '@callback' },
          { when: 'Ругается', to: '@crisis' },
        ],
      },
      { id: 'say', kind: 'answer', next: '@farewell' },
    ]),
    ...crisisScript({}),
    ...changes,
  });
  return checkScripts(await readFolder(folder)).map(
    ({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`,
  );
}

describe('CL-14: the phrases that put a crisis off', () => {
  it('stand word for word, with the name before and the reason after', async () => {
    expect(await problems({})).toEqual([]);
  });

  it('may be written with ё', async () => {
    const words =
      '((имя отчество)), давайте возьмём паузу в обсуждении данного вопроса и вернёмся к его решению после ((причина)).';
    expect(await problems(crisisScript({ pause: { words } }))).toEqual([]);
  });

  it('are missed, with the clause, when they are retold', async () => {
    const words = '((имя отчество)), давайте поговорим позже, после ((причина)).';
    expect(await problems(crisisScript({ pause: { words } }))).toEqual([
      expect.stringMatching(
        /^agency\.yml:\d+:\d+ script-crisis Фразы «давайте возьмем паузу .*» нет ни в одном сценарии \(п\. 27\)/,
      ),
    ]);
  });

  it.each([
    [
      'Давайте возьмем паузу в обсуждении данного вопроса и вернемся к его решению после ((причина)).',
      'Перед фразой',
    ],
    [
      '((имя отчество)), давайте возьмем паузу в обсуждении данного вопроса и вернемся к его решению после совещания.',
      'После фразы',
    ],
  ])('need the name and the reason: %s', async (words, fault) => {
    expect(await problems(crisisScript({ pause: { words } }))).toEqual([
      expect.stringMatching(
        new RegExp(
          `^scripts/crisis\\.mdx:\\d+:9 script-crisis ${fault} .* \\(п\\. 27\\)\\. Путь: crisis/pause\\.`,
        ),
      ),
    ]);
  });

  it('are not asked for where the order has none', async () => {
    const { crisis: _, ...calls } = orderP.calls;
    const { visits: __, ...agency } = orderP;
    expect(
      await problems({
        'agency.yml': { ...agency, calls },
        ...crisisScript({ pause: { words: 'Минуту.' } }),
      }),
    ).toEqual([]);
  });
});

describe('CL-15: a talk that stays unbusinesslike', () => {
  it('has a step that warns of the end', async () => {
    expect(await problems(crisisScript({ warn: { words: 'Извините, я кладу трубку.' } }))).toEqual([
      expect.stringMatching(
        /^agency\.yml:\d+:\d+ script-required Если человек продолжает ругаться, .* \(п\. 27\)/,
      ),
    ]);
  });

  it('is put off before it is warned of its end', async () => {
    const hasty = crisisScript({
      listen: {
        branches: [
          { when: 'Слушает', to: 'pause' },
          { when: 'Ругается', to: 'warn' },
        ],
      },
    });
    expect(await problems(hasty)).toEqual([
      expect.stringMatching(
        /^scripts\/crisis\.mdx:\d+:9 script-crisis На шаге «Шаг warn» предупреждают о конце разговора, .* \(п\. 27\)\. Путь: greeting\/hello → ask → crisis\/listen → warn\./,
      ),
    ]);
  });

  it('ends with a goodbye after the warning', async () => {
    expect(await problems(crisisScript({ warn: { next: 'end' }, bye: false }))).toEqual([
      expect.stringMatching(
        /script-crisis После шага «Шаг warn» разговор прекращают, не попрощавшись \(п\. 27\)\. Путь: .*crisis\/listen → pause → interest → warn → end\./,
      ),
    ]);
    const both =
      'Разговор носит неделовой характер, поэтому я вынужден его прекратить. Всего доброго, до свидания!';
    expect(await problems(crisisScript({ warn: { next: 'end', words: both }, bye: false }))).toEqual([]);
  });

  it('is never just cut off; only a caller who hangs up ends it so', async () => {
    const cut = (way: object) =>
      crisisScript({
        listen: {
          branches: [
            { when: 'Слушает', to: 'pause' },
            { when: 'Трубку положили', to: 'end', ...way },
          ],
        },
      });
    expect(await problems(cut({}))).toEqual([
      expect.stringContaining('После шага «Шаг listen» разговор прекращают, не попрощавшись (п. 27)'),
    ]);
    expect(await problems(cut({ hungUp: true }))).toEqual([]);
  });
});
