import { describe, expect, it } from 'vitest';
import { agencySchema, codesSchema, type Variable } from '#knowledge';
import { baseAgency } from '../../knowledge/testing/content-folder.ts';
import { isSalutation } from './layout.ts';
import { type RequisiteSources, requisitesOf } from './requisites.ts';

const codes = { ogrn: '1027700132195', inn: '7707083893', kpp: '773601001' };
const agency = agencySchema.parse({
  ...baseAgency,
  codes: { value: codes },
  email: { missing: 'Приказ не называет адрес.' },
  line: {
    phone: { value: '8 (383) 200-00-00' },
    hours: { weekdays: { from: '09:00', to: '18:00' } },
    clause: 'п. 6.2',
  },
});
const variable = (name: string, more: Partial<Variable>): Variable => ({
  name,
  type: 'text',
  label: name,
  optional: false,
  ...more,
});
const sources: RequisiteSources = {
  agency,
  variables: [
    variable('номер', { requisite: 'incoming-number' }),
    variable('когда', { type: 'date', requisite: 'incoming-date' }),
    variable('автор', { type: 'person' }),
    variable('телефон', { requisite: 'executor-phone' }),
  ],
  values: { номер: ' 102-41 ', когда: '2026-11-20', автор: 'Ирина Сергеевна Павлова', телефон: '200-00-01' },
  fields: {
    addressee: 'Петровой А. П.\n',
    address: 'ул. Ленина, 1\r\nНовосибирск',
    heading: 'О приёме.',
    signer: '',
  },
  approvedBy: undefined,
};

describe('requisitesOf', () => {
  it('takes the head of the letter from the profile, and leaves out what the profile does not know', () => {
    const { agency: name, details } = requisitesOf(sources);
    expect(name).toBe('Тестовый департамент');
    expect(details).toEqual([
      'г. Новосибирск, Красный проспект, д. 18',
      '8 (383) 200-00-00',
      'example.ru',
      'ОГРН 1027700132195',
      'ИНН/КПП 7707083893/773601001',
    ]);
  });

  it('takes what the letter already says from its variables', () => {
    expect(requisitesOf(sources)).toMatchObject({
      incoming: { number: '102-41', date: '20.11.2026' },
      executor: ['Ирина Сергеевна Павлова', '200-00-01'],
      addressee: ['Петровой А. П.', 'ул. Ленина, 1', 'Новосибирск'],
      heading: 'О приёме',
      signer: undefined,
    });
  });

  it('leaves blank what nobody has filled in', () => {
    expect(requisitesOf({ ...sources, values: {} })).toMatchObject({
      incoming: { number: '', date: '' },
      executor: [],
    });
  });

  it('names the signer of the form, and the approver instead once there is one', () => {
    const fields = { ...sources.fields, signer: 'head' };
    const chosen = requisitesOf({ ...sources, fields }).signer;
    expect(chosen).toEqual({ post: 'Руководитель', name: 'И.\u00a0И.\u00a0Иванов' });
    const approvedBy = { post: 'начальник отдела', name: 'Сидорова Вера Петровна' };
    expect(requisitesOf({ ...sources, fields, approvedBy }).signer).toEqual({
      post: 'Начальник отдела',
      name: 'В.\u00a0П.\u00a0Сидорова',
    });
  });
});

describe('codes of the agency', () => {
  it('takes codes whose control digits are right', () => {
    expect(codesSchema.safeParse(codes).success).toBe(true);
  });

  it.each([
    [{ ...codes, inn: '7707083894' }, 'Последняя цифра не сходится'],
    [{ ...codes, ogrn: '1027700132196' }, 'Последняя цифра не сходится'],
    [{ ...codes, kpp: '77360100' }, 'Нужны 9 цифр'],
  ])('refuses the others and says which', (wrong, words) => {
    expect(codesSchema.safeParse(wrong).error?.issues[0]?.message).toContain(words);
  });
});

it.each([
  ['Здравствуйте, Анна Петровна!', true],
  ['Уважаемая Анна Петровна!', true],
  ['Добрый день, коллеги,', true],
  ['Здравствуйте. Мы получили Ваше письмо', false],
  ['Вы спросили, как записаться!', false],
])('the greeting of a letter: %s', (text, greets) => {
  expect(isSalutation(text)).toBe(greets);
});
