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
