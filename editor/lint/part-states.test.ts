import { openDictionary } from '@ponyatno/russian/node';
import { describe, expect, it } from 'vitest';
import { partStates } from './part-states.ts';

const dictionary = openDictionary();
const required = ['greeting', 'receipt', 'registration', 'deadline'].map((part) => ({
  part,
  clause: 'п. 4.8',
}));
const states = (texts: readonly string[]) =>
  Object.fromEntries(
    partStates(dictionary, texts, required).map(({ part, state, block, unfilled }) => [
      part,
      { state, block, unfilled },
    ]),
  );

describe('partStates', () => {
  it('WR-6: a part whose variable is empty waits for it', () => {
    const found = states([
      'Здравствуйте, Анна Петровна!',
      'Мы получили Ваше письмо 20 ноября. Оно записано под номером ((номер)) от ((дата регистрации)).',
      'Ответ пришлём до ((дата ответа)).',
    ]);
    expect(found.greeting).toEqual({ state: 'there', block: 0, unfilled: [] });
    expect(found.receipt).toEqual({ state: 'there', block: 1, unfilled: [] });
    expect(found.registration).toEqual({
      state: 'waiting',
      block: 1,
      unfilled: ['номер', 'дата регистрации'],
    });
    expect(found.deadline).toEqual({ state: 'waiting', block: 2, unfilled: ['дата ответа'] });
  });

  it('WR-6: what nobody wrote is missing, with where it belongs', () => {
    const [, receipt] = partStates(dictionary, ['Здравствуйте!', ''], required);
    expect(receipt).toMatchObject({ state: 'missing', place: 'beginning', clause: 'п. 4.8', unfilled: [] });
    expect(receipt?.advice).not.toBe('');
    expect(partStates(dictionary, [], required).every(({ state }) => state === 'missing')).toBe(true);
    expect(partStates(dictionary, ['Здравствуйте!'], [])).toEqual([]);
  });
});
