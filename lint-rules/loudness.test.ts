import { openDictionary } from '@ponyatno/russian/node';
import { describe, expect, it } from 'vitest';
import { createLinter } from './linter.ts';
import { limits } from './loudness.ts';
import { type Profile, profiles } from './types.ts';

const dictionary = openDictionary();
const loud = (profile: Profile, text: string) =>
  createLinter({ dictionary, profile })
    .lint(text)
    .messages.map(({ rule, severity }) => `${rule} ${severity}`);

describe('profiles', () => {
  it.each<[string, Record<Profile, string | undefined>]>([
    [
      'Данный документ хранится у директора.',
      {
        letter: 'officialese warning',
        page: 'officialese warning',
        speech: 'officialese warning',
        legal: 'officialese hint',
      },
    ],
    [
      'Ваш вопрос взят на контроль.',
      { letter: 'brush-off error', page: 'brush-off error', speech: 'brush-off error', legal: undefined },
    ],
    [
      'Решение принято комиссией.',
      {
        letter: 'passive warning',
        page: 'passive warning',
        speech: 'passive warning',
        legal: 'passive hint',
      },
    ],
    [
      'Давайте я помогу Вам заполнить заявление.',
      { letter: undefined, page: undefined, speech: 'acting-for-caller error', legal: undefined },
    ],
    [
      'Вам отказано на основании пункта 5 статьи 10 Федерального закона № 59-ФЗ.',
      {
        letter: 'bare-citation warning',
        page: undefined,
        speech: undefined,
        legal: undefined,
      },
    ],
  ])('LN-8, CL-9: «%s» is as loud as its kind of text wants', (text, wanted) => {
    for (const profile of profiles) {
      const found = loud(profile, text);
      const want = wanted[profile];
      const rule = Object.values(wanted)
        .find((one) => one !== undefined)
        ?.split(' ')[0];
      expect(
        found.filter((one) => one.startsWith(`${rule} `)),
        profile,
      ).toEqual(want === undefined ? [] : [want]);
    }
  });

  it('no rule of an act is louder than a hint, but for what confuses anybody', () => {
    const text =
      'Вышеуказанный документ надлежит препроводить посредством портала. Осуществляется проверка документов комиссией.';
    expect(loud('legal', text).filter((one) => !one.endsWith(' hint'))).toEqual([]);
    expect(loud('letter', text).filter((one) => !one.endsWith(' hint')).length).toBeGreaterThan(1);
  });

  it('every profile has its limits', () => {
    expect(Object.keys(limits).toSorted()).toEqual([...profiles].toSorted());
  });
});

describe('what the orders say of language', () => {
  it.each([
    [
      'a letter is written in short sentences',
      'sentence-length',
      'Мы рассмотрели Ваше письмо о ремонте дороги у дома, узнали у дорожной службы, когда она начнёт работу на этой улице, сверили её ответ с планом города на этот год, спросили у района, кто отвечает за тротуар у школы, и отправили Вам копии обоих ответов вместе с адресом, по которому можно задать вопросы.',
      'Мы рассмотрели Ваше письмо. Дорогу у дома отремонтируют до 20 мая.',
    ],
    [
      'words without a fact are no answer',
      'brush-off',
      'По Вашему обращению приняты меры.',
      'Дорожная служба засыпала яму 12 мая.',
    ],
    [
      'the tone is neutral, without intensifiers and ornate politeness',
      'intensifier',
      'Убедительно просим Вас прислать справку!!!',
      'Пришлите, пожалуйста, справку.',
    ],
  ])('LN-3, LN-5, LN-6, LN-7, LN-9: %s', (_, rule, faulty, plain) => {
    const rules = (text: string) => loud('letter', text).map((found) => found.split(' ')[0]);
    expect(rules(faulty)).toContain(rule);
    expect(rules(plain)).not.toContain(rule);
  });
});
