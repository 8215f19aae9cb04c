import { createLinter } from '@ponyatno/lint-rules';
import { openDictionary } from '@ponyatno/russian/node';
import { describe, expect, it } from 'vitest';
import { promiseToAct } from '../../calls/proofs/acting.ts';
import { lineAgency, script } from '../../calls/testing/scripts.ts';
import { contentFolder } from '../../knowledge/testing/content-folder.ts';
import { examples } from '../../lint-rules/rules/acting-for-caller/examples.ts';
import { runLint } from './testing/run.ts';

const linter = createLinter({ dictionary: openDictionary(), profile: 'speech' });
const byLinter = (text: string) =>
  linter.lint(text).messages.some(({ rule }) => rule === 'acting-for-caller');
const byProof = (text: string) => promiseToAct(text) !== undefined;

/**
 * What an operator may not promise stands twice: as phrases of the linter, which must install alone, and as patterns of the
 * proof, which names the step and the clause of the profile and works without a dictionary. They must not part.
 */
describe('CL-9: the linter and the proof of the scripts agree', () => {
  const own = [
    'Давайте я заполню заявление за Вас.',
    'Мы отправим документы вместо Вас.',
    'От Вашего имени я подам жалобу.',
    'Сейчас свяжусь с банком от Вашего имени.',
    'За Вас мы подадим жалобу.',
    'Я напишу письмо вместо Вас.',
    'Поможем Вам оформить документы.',
    'Давайте мы сами заполним форму.',
    'Я договорюсь с банком от Вашего имени.',
    'Получу справку за Вас.',
    'Мы всё сделаем за Вас.',
    'Я позвоню вместо Вас в школу.',
  ];
  const forbidden = [...own, ...examples.bad.map((bad) => (typeof bad === 'string' ? bad : bad.text))];
  const allowed = [
    'Сделать это за Вас я не могу: Правила не разрешают.',
    'Вы заполняете бланк, а я подсказываю.',
    'Я перезвоню Вам завтра.',
    'Запишите, пожалуйста, телефон.',
    'Договориться от Вашего имени я не могу.',
    'Я узнаю ответ в отделе и позвоню Вам.',
    'Сделайте это за неделю.',
    'Мы отправим ответ за два дня.',
  ];

  it.each(forbidden)('both forbid «%s»', (text) => {
    expect([byLinter(text), byProof(text)]).toEqual([true, true]);
  });

  it.each(allowed)('both allow «%s»', (text) => {
    expect([byLinter(text), byProof(text)]).toEqual([false, false]);
  });
});

describe('CL-4: the words of a script are linted as speech', () => {
  it.each([
    ['Щас проверим Ваше письмо.', 'colloquialism'],
    ['Вы сами виноваты, что опоздали.', 'hostile-tone'],
    ['Давайте я помогу Вам заполнить заявление.', 'acting-for-caller'],
    ['Ваш вопрос взят на контроль.', 'brush-off'],
  ])('«%s» is found: %s', async (words, rule) => {
    const folder = await contentFolder({
      'agency.yml': lineAgency,
      ...script('greeting', [{ id: 'hello', kind: 'greeting', next: 'end', words }]),
    });
    const { code, out } = await runLint(`${folder}/scripts`, '--content', folder, '--format', 'json');
    expect(out).toContain(`"${rule}"`);
    expect(code).toBe(1);
  });

  it('even and neutral words pass', async () => {
    const words = 'Здравствуйте! Чем я могу Вам помочь?';
    const folder = await contentFolder({
      'agency.yml': lineAgency,
      ...script('greeting', [{ id: 'hello', kind: 'greeting', next: 'end', words }]),
    });
    expect(await runLint(`${folder}/scripts`, '--content', folder)).toMatchObject({ code: 0 });
  });
});
