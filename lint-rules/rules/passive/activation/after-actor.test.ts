import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionary, lint } from '../../../support/linting.ts';

/** What the rule offers for the first passive that has an offer, put into the text. */
function activated(text: string): string | undefined {
  const found = lint(text).find(({ rule, expected }) => rule === 'passive' && expected.length > 0);
  return found && text.slice(0, found.start) + (found.expected[0] ?? '') + text.slice(found.end);
}

const moving: readonly (readonly [string, string])[] = [
  ['Стенд оформлен волонтёрами из Барнаула.', 'Волонтёры из Барнаула оформили стенд.'],
  ['Сцена собрана слесарями из соседнего цеха.', 'Слесари из соседнего цеха собрали сцену.'],
  ['Тропа расчищена егерями с собаками.', 'Егеря с собаками расчистили тропу.'],
  ['Квартира затоплена соседями сверху.', 'Соседи сверху затопили квартиру.'],
  ['Склад проверен инспекторами в масках.', 'Инспекторы в масках проверили склад.'],
  ['Груз доставлен курьерами на велосипедах.', 'Курьеры на велосипедах доставили груз.'],
  ['Сарай построен нами с соседом.', 'Мы с соседом построили сарай.'],
  ['Двор убирается жильцами дома 42.', 'Жильцы дома 42 убирают двор.'],
  ['Сквер озеленён школой № 91.', 'Школа № 91 озеленила сквер.'],
  ['Забор покрашен жильцами дома № 8 по улице Мира.', 'Жильцы дома № 8 по улице Мира покрасили забор.'],
  ['Турнир организован клубом «Ладья» в мае.', 'Клуб «Ладья» организовал турнир в мае.'],
  [
    'Справка выдана поликлиникой № 7 города Омска 5 мая.',
    'Поликлиника № 7 города Омска выдала справку 5 мая.',
  ],
  ['Учителями гимназии № 3 подготовлен спектакль.', 'Учителя гимназии № 3 подготовили спектакль.'],
];

const staying: readonly (readonly [string, string])[] = [
  ['Комната уже освобождена жильцом.', 'Жилец уже освободил комнату.'],
  ['Залог вчера возвращён банком клиенту.', 'Банк вчера возвратил залог клиенту.'],
  ['Программа «Тепло» утверждена комиссией.', 'Комиссия утвердила программу «Тепло».'],
  ['Родители предупреждены воспитателем о карантине.', 'Воспитатель предупредил родителей о карантине.'],
  ['Договор подписан директором с подрядчиком.', 'Директор подписал договор с подрядчиком.'],
  ['Проект согласован отделом с мэрией.', 'Отдел согласовал проект с мэрией.'],
  ['Ученик отчислен директором из лицея.', 'Директор отчислил ученика из лицея.'],
  ['Решение принято комиссией 15.05.2026.', 'Комиссия приняла решение 15.05.2026.'],
  ['Площадка построена заводом для детей.', 'Завод построил площадку для детей.'],
];

/** Only advice: to whom or what does the last phrase belong? */
const doubtful = [
  'Программа «Звезда» утверждена комитетом.',
  'Мусор вывезен ребятами из отряда.',
  'Торт испечён поваром из муки.',
  'Спектакль поставлен школой для глухих.',
  'Приказ подписан директором Петровым.',
  'Приказ подписан директором лицея Петровой.',
  'Ответ дан инспектором отдела № 2 Петровой.',
  'Газета выпускается учениками 8 «Б» класса.',
  'Смета составлена обществом с ограниченной ответственностью «Луч».',
  'Работа принята комиссией как экспертом.',
  'Дом куплен нами всеми.',
  'Отпуск согласован только начальником.',
  'Заявление рассмотрено отделом на Садовой, 5.',
];

describe('what stands right of the one who acts', () => {
  it.each(moving)('LN-10: moves along when it belongs to him: %s', (passive, expected) => {
    expect(activated(passive)).toBe(expected);
  });

  it.each(staying)('LN-10: stays when it tells how or when: %s', (passive, expected) => {
    expect(activated(passive)).toBe(expected);
  });

  it.each(doubtful)('LN-10: %s', (text) => {
    const found = lint(text).filter(({ rule }) => rule === 'passive');
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(({ expected }) => expected)).toEqual([]);
  });
});

const objects = ['Отчёт', 'Смета', 'Письмо № 5', 'Программа «Старт»', 'Списки участников'] as const;
const participles: Readonly<Record<(typeof objects)[number], string>> = {
  Отчёт: 'проверен',
  Смета: 'составлена',
  'Письмо № 5': 'прочитано',
  'Программа «Старт»': 'утверждена',
  'Списки участников': 'подписаны',
};
const adverbs = ['', 'уже ', 'вчера ', 'не ', 'снова '];
const actors = ['комиссией', 'инженерами', 'клубом «Парус»', 'школой № 12', 'жильцами дома 9', 'нами'];
const tails = [
  ...['', 'из Томска', 'с детьми', 'в касках', 'на лодках', 'без ошибок', 'при мэрии', 'для родителей'],
  ...['из отряда', 'за неделю', '5 мая', 'под руководством мастера', 'от имени совета', 'как экспертами'],
  ...['«Альфа»', '№ 3', '15', 'Ивановой', 'сверху', 'района', 'по улице Мира', 'в доме 8', '(копия)'],
];

const sentences = fc
  .record({
    object: fc.constantFrom(...objects),
    adverb: fc.constantFrom(...adverbs),
    actor: fc.constantFrom(...actors),
    tails: fc.array(fc.constantFrom(...tails), { maxLength: 2 }),
    isFirst: fc.boolean(),
  })
  .map(({ object, adverb, actor, tails: ends, isFirst }) => {
    const tail = ends.filter(Boolean).map((end) => ` ${end}`);
    const verb = `${adverb}${participles[object]}`;
    if (!isFirst) return { text: `${object} ${verb} ${actor}${tail.join('')}.`, verb: participles[object] };
    const start = actor.charAt(0).toUpperCase() + actor.slice(1);
    const rest = object.charAt(0).toLowerCase() + object.slice(1);
    return { text: `${start}${tail.join('')} ${verb} ${rest}.`, verb: participles[object] };
  });

/** The words of a text by their dictionary forms, without one of them, and its signs. */
function piecesOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}\d-]+|[^\p{L}\p{M}\d\s]/gu) ?? [];
  return words.map((word) => pronouns.get(word.toLowerCase()) ?? dictionary.parse(word)[0]?.lemma ?? word);
}

const pronouns = new Map([
  ['нами', 'мы'],
  ['мы', 'мы'],
]);

describe('the active sentence', () => {
  it('LN-10: has every word and every sign of the passive one but the verb, and none twice', () => {
    let offered = 0;
    fc.assert(
      fc.property(sentences, ({ text, verb }) => {
        const result = activated(text);
        if (result === undefined) return;
        offered++;
        const before = piecesOf(text.replace(verb, '')).toSorted();
        const after = piecesOf(result);
        for (const piece of before) {
          const at = after.indexOf(piece);
          expect(at, `${text} → ${result}: «${piece}»`).toBeGreaterThanOrEqual(0);
          after.splice(at, 1);
        }
        // The verb is the only word that came.
        expect(after, `${text} → ${result}`).toHaveLength(1);
      }),
      { numRuns: 400 },
    );
    expect(offered).toBeGreaterThan(80);
  });
});
