import { describe, expect, it } from 'vitest';
import { readFolder } from '#knowledge';
import { contentFolder, type Files } from '../../knowledge/testing/content-folder.ts';
import { orderM, orderP, orderU } from '../testing/orders.ts';
import { type StepData, script } from '../testing/scripts.ts';
import { checkScripts } from './index.ts';

const greeting = script('greeting', [
  { id: 'hello', kind: 'greeting', next: 'ask' },
  {
    id: 'ask',
    kind: 'question',
    branches: [
      { when: 'Записаться', to: '@booking' },
      { when: 'Отменить', to: '@cancelling' },
    ],
  },
]);
const farewell = script('farewell', [{ id: 'bye', kind: 'farewell', next: 'end' }]);
const cancelling = script('cancelling', [{ id: 'done', kind: 'cancelling', next: '@farewell' }]);

const told = {
  slot: 'Какое время Вам удобно?',
  place: 'Адрес: ((адрес)). Как добраться: ((дорога)).',
  reminders: 'Напомнить Вам о приёме за сутки или за два часа?',
  cancel: 'Отменить запись можно по этому телефону, ((телефон)), или на сайте ((сайт)).',
};

function booking(changes: Partial<typeof told> = {}, steps: readonly StepData[] = []): Files {
  const words = Object.values({ ...told, ...changes }).join(' ');
  return script('booking', [{ id: 'book', kind: 'booking', next: '@farewell', words }, ...steps], {
    variables: [
      { name: 'адрес', label: 'Адрес', from: 'address' },
      { name: 'дорога', label: 'Как добраться', from: 'directions' },
      { name: 'телефон', label: 'Телефон линии', from: 'line.phone' },
      { name: 'сайт', label: 'Сайт', from: 'site' },
    ],
  });
}

type Order = object & { calls?: object; internalClients?: object };

/** What the proofs about visits say of the scripts of an order. */
async function faults({ calls: _, internalClients: __, ...agency }: Order, ...files: Files[]) {
  const folder = await contentFolder(
    Object.assign({ 'agency.yml': agency }, greeting, farewell, cancelling, booking(), ...files),
  );
  return checkScripts(await readFolder(folder)).map(
    ({ file, rule, message }) => `${file} ${rule} ${message}`,
  );
}

describe('booking a visit', () => {
  it.each([
    ['M', orderM],
    ['U', orderU],
    ['P', orderP],
  ])('passes in profile %s when everything is told', async (_, order) => {
    expect(await faults(order)).toEqual([]);
  });

  it.each([
    ['M', orderM, 'п. 8.4'],
    ['U', orderU, 'п. 4.5'],
    ['P', orderP, 'п. 31'],
  ])('PV-1: in profile %s the place and the way there are told', async (_, order, clause) => {
    const where = 'Путь: greeting/hello → ask → booking/book → farewell/bye → end.';
    expect(await faults(order, booking({ place: 'Мы на Красном проспекте.' }))).toEqual([
      expect.stringContaining(
        `script-booking Человека записали на приём, а адрес не назвали (${clause}). ${where}`,
      ),
      expect.stringContaining(
        `script-booking Человека записали на приём, а дорогу не назвали (${clause}). ${where}`,
      ),
    ]);
    expect(await faults(order, booking({ place: 'Адрес: ((адрес)).' }))).toEqual([
      expect.stringContaining('дорогу не назвали'),
    ]);
  });

  it('PV-1: a short cut past the place is found', async () => {
    const steps = script(
      'booking',
      [
        {
          id: 'name',
          kind: 'booking',
          branches: [
            { when: 'Знает дорогу', to: '@farewell' },
            { when: 'Не знает', to: 'place' },
            { when: 'Положил трубку', to: 'end', hungUp: true },
          ],
        },
        { id: 'place', kind: 'booking', next: '@farewell', words: Object.values(told).join(' ') },
      ],
      {
        variables: [
          { name: 'адрес', label: 'Адрес', from: 'address' },
          { name: 'дорога', label: 'Как добраться', from: 'directions' },
          { name: 'телефон', label: 'Телефон линии', from: 'line.phone' },
          { name: 'сайт', label: 'Сайт', from: 'site' },
        ],
      },
    );
    const found = await faults(orderM, steps);
    expect(found).toHaveLength(4);
    expect(found[0]).toContain('Путь: greeting/hello → ask → booking/name → farewell/bye → end.');
  });

  it('PV-3: where the order has it, the client chooses the time and is offered each reminder', async () => {
    expect(await faults(orderP, booking({ slot: 'Записываю Вас на среду.' }))).toEqual([
      expect.stringContaining('свободное время на выбор не назвали (п. 29)'),
    ]);
    expect(await faults(orderP, booking({ reminders: 'Напомнить Вам о приёме за сутки?' }))).toEqual([
      expect.stringContaining('напоминание за 2 ч не назвали (п. 30)'),
    ]);
    expect(await faults(orderM, booking({ slot: 'Записываю Вас.', reminders: '' }))).toEqual([]);
  });

  it('PV-4: every way to cancel that the profile lists is told', async () => {
    const phone = 'Отменить запись можно по телефону ((телефон)).';
    expect(await faults(orderU, booking({ cancel: phone }))).toEqual([]);
    expect(await faults(orderM, booking({ cancel: phone }))).toEqual([
      expect.stringContaining('способ отменить запись «на сайте» не назвали (п. 8.5)'),
    ]);
  });

  it('PV-4, PV-1: the scripts themselves are asked for where the line books', async () => {
    const without = { 'scripts/booking.mdx': undefined, 'scripts/cancelling.mdx': undefined };
    const hello = script('greeting', [
      { id: 'hello', kind: 'greeting', next: 'ask' },
      { id: 'ask', kind: 'question', next: '@farewell' },
    ]);
    expect(await faults(orderU, without, hello)).toEqual([
      expect.stringContaining('script-required На приём записывают и по телефону (п. 4.5)'),
      expect.stringContaining('script-required Запись отменяют и по телефону (п. 4.6)'),
    ]);
  });
});
