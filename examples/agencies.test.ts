import { existsSync, readFileSync } from 'node:fs';
import { createLinter } from '@ponyatno/lint-rules';
import { openDictionary } from '@ponyatno/russian/node';
import { describe, expect, it } from 'vitest';
import { checkScripts } from '#calls';
import { agencyLanguage } from '#editor/node';
import { checkContent, DeadlineError, deadline, type Hours, type TermName } from '#knowledge';
import { buildIndex, checkConsistency, search } from '#search';
import { type Letter, letters, orders, profile, reading } from './agencies.ts';
import { queries } from './queries.ts';

const dictionary = openDictionary();
const examples = letters.filter((letter): letter is Exclude<Letter, 'M'> => letter !== 'M');

describe.each(letters)('agency %s', (letter) => {
  it('KB-4: passes the check, its call scripts are proven', async () => {
    const read = await reading(letter);
    const faults = [
      ...checkContent(read),
      ...checkScripts(read),
      ...checkConsistency(read, dictionary),
    ].filter(({ severity }) => severity !== 'missing');
    expect(faults.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
  });

  it('WR-6, WR-10, WR-12: each of its letters has every part that its order demands', async () => {
    const { content } = await reading(letter);
    if (!content.agency) throw new Error('no profile');
    const language = agencyLanguage({ ...content, agency: content.agency });
    for (const { id, body, data } of content.pagesOf('template')) {
      const linter = createLinter({
        ...language,
        dictionary,
        profile: 'letter',
        letter: data.letter,
        rules: {},
      });
      const missing = (text: string) =>
        linter.lint(text).messages.flatMap(({ rule, part }) => (rule === 'missing-part' ? [part] : []));
      expect(missing(body), id).toEqual([]);
      const parts = content.agency.letters[data.letter]?.parts.map(({ part }) => part) ?? [];
      expect(missing('Завтра.').toSorted(), id).toEqual(parts.toSorted());
    }
  });

  it('quotes its order letter by letter', async (test) => {
    const file = `../shared/seeds/${orders[letter]}`;
    if (!existsSync(file)) return test.skip('the orders lie outside the repository');
    const plain = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();
    const order = plain(readFileSync(file, 'utf8'));
    const read = await reading(letter);
    const quotes = read.content.pages.flatMap(({ components, id }) =>
      components
        .filter(({ name, attributes }) => name === 'Quote' && attributes.act === read.content.agency?.order)
        .map(({ source }) => ({ id, quote: plain(source) })),
    );
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.filter(({ quote }) => !order.includes(quote))).toEqual([]);
  });
});

describe.each(examples)('the example %s', (letter) => {
  it('KB-4: answers at least fifteen questions, each with words to read out and the clause', async () => {
    const { content } = await reading(letter);
    const faq = content.pagesOf('faq');
    expect(faq.length).toBeGreaterThanOrEqual(15);
    expect(faq.filter(({ data }) => !data.basis.some(({ clause }) => clause)).map(({ id }) => id)).toEqual(
      [],
    );
  });

  it('has templates of the kinds that its order demands and no others', async () => {
    const { content } = await reading(letter);
    const kinds = new Set(content.pagesOf('template').map(({ data }) => data.letter));
    expect([...kinds].toSorted()).toEqual(Object.keys(content.agency?.letters ?? {}).toSorted());
  });

  it('KB-2: a dozen questions in other words find their page', async () => {
    const { content } = await reading(letter);
    if (!content.agency) throw new Error('no profile');
    const index = buildIndex({ ...content, agency: content.agency }, dictionary);
    const places = queries[letter].map(([query, ...pages]) => {
      const { hits } = search(index, query, { audience: 'staff', limit: 5 });
      return { query, place: hits.findIndex(({ page }) => pages.includes(page)) + 1, first: hits[0]?.page };
    });
    const within = (most: number) =>
      places.filter(({ place }) => place > 0 && place <= most).length / places.length;
    expect(within(1), JSON.stringify(places.filter(({ place }) => place !== 1))).toBeGreaterThanOrEqual(0.65);
    expect(within(5), JSON.stringify(places.filter(({ place }) => place === 0))).toBeGreaterThanOrEqual(0.9);
  });
});

/** The parameter table: term, clause, and the day it ends when it begins on Monday 2 February 2026 at 10:00. */
const table: readonly (readonly [Letter, TermName, string, string])[] = [
  ['M', 'urgentReply', 'п. 4.6', '2026-02-09'],
  ['U', 'urgentReply', 'п. 2.4', '2026-02-09'],
  ['P', 'urgentReply', 'п. 10', '2026-02-09'],
  ['D', 'urgentReply', 'ПВ¶6', '2026-02-24'],
  ['M', 'abuseNotice', 'п. 4.7', '2026-02-03'],
  ['U', 'abuseNotice', 'п. 2.5', '2026-02-11'],
  ['P', 'abuseNotice', 'п. 11', '2026-02-03'],
  ['D', 'abuseNotice', 'ПВ¶7', '2026-02-09'],
  ['M', 'firstReply', 'п. 4.8', '2026-02-03'],
  ['P', 'firstReply', 'п. 12', '2026-02-03'],
  ['D', 'firstReply', 'ПВ¶8', '2026-02-05'],
  ['T', 'incompleteDocuments', 'п. 8', '2026-02-03'],
];

describe('WR-4, WR-5, WR-6, WR-13: terms by the parameter table', () => {
  it.each(table)('%s %s (%s) ends on %s', async (letter, term, clause, day) => {
    const { content } = await reading(letter);
    const { own } = deadline(term, '2026-02-02T10:00', await profile(letter), content.calendar);
    expect([own.clause, own.due.toPlainDate().toString()]).toEqual([clause, day]);
  });

  it.each([
    ['M', 'firstReply', '2026-02-09T17:00'],
    ['P', 'firstReply', '2026-02-09T17:00'],
    ['T', 'incompleteDocuments', '2026-02-07T17:00'],
  ] as const)('%s %s from Friday at 17:00 ends on %s', async (letter, term, end) => {
    const { content } = await reading(letter);
    const { own } = deadline(term, '2026-02-06T17:00', await profile(letter), content.calendar);
    expect(own.due.toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(end);
  });

  it('every term that a profile has stands in the table, all others are switched off', async () => {
    const more = ['M visitNotice', 'U internalReply', 'U socialMention', 'U socialRequest'];
    const told = await Promise.all(
      letters.map(async (letter) =>
        Object.keys((await profile(letter)).terms).map((term) => `${letter} ${term}`),
      ),
    );
    const expected = [...table.map(([letter, term]) => `${letter} ${term}`), ...more];
    expect(told.flat().toSorted()).toEqual(expected.toSorted());
  });

  it('OT-2, CL-17: U counts in working hours, and says so while nobody has given them', async () => {
    const { content } = await reading('U');
    const agency = await profile('U');
    const count = (term: TermName, profileOfU: typeof agency) =>
      deadline(term, '2026-02-02T10:00', profileOfU, content.calendar).own.due.toPlainTime().toString();
    expect(() => count('socialMention', agency)).toThrow(DeadlineError);
    const value: Hours = { weekdays: { from: '09:00', to: '18:00' }, preHolidayShorterByMinutes: 60 };
    const known = { ...agency, officeHours: { value } };
    expect(count('socialMention', known)).toMatch(/^16:00/);
    expect(count('socialRequest', known)).toMatch(/^15:00/);
    expect(count('internalReply', known)).toMatch(/^18:00/);
  });
});

describe('what an order has and has not', () => {
  const has = async (what: (agency: Awaited<ReturnType<typeof profile>>) => unknown) => {
    const found = await Promise.all(
      letters.map(async (letter) => (what(await profile(letter)) ? letter : '')),
    );
    return found.join('');
  };

  it.each([
    ['CL-2: a line', 'MUPD', 'line'],
    ['CL-16: calls for clarification', 'T', 'outboundCalls'],
    ['CL-17: internal clients', 'U', 'internalClients'],
    ['RF-1: the monthly check', 'MD', 'refresh'],
    ['OT-5: training', 'MD', 'training'],
    ['WR-2: classification', 'MUD', 'classification'],
    ['OT-4: history', 'MUPD', 'history'],
    ['PV-1: visits', 'MUPD', 'visits'],
  ] as const)('%s: %s', async (_name, expected, key) => {
    expect(await has((agency) => agency[key])).toBe(expected);
  });

  it('CL-12, CL-14, CL-11, PV-3, PV-5: rules of calls and visits', async () => {
    expect(await has(({ calls }) => calls?.closingQuestions)).toBe('MD');
    expect(await has(({ calls }) => calls?.crisis)).toBe('P');
    expect(await has(({ calls }) => calls?.outOfRemitContact.value === 'must')).toBe('P');
    expect(await has(({ calls }) => calls?.callbackSteps.value === 4)).toBe('UP');
    expect(await has(({ visits }) => (visits?.remindersHoursBefore.length ?? 0) > 0)).toBe('PD');
    expect(await has(({ visits }) => visits?.rescheduling)).toBe('U');
    expect(await has(({ abuseWording }) => abuseWording?.text === 'злоупотребления правом')).toBe('U');
  });

  it('CL-16, CL-17, PV-1: scripts are those of the order', async () => {
    const scripts = async (letter: Letter) =>
      (await reading(letter)).content
        .pagesOf('script')
        .map(({ id }) => id)
        .toSorted();
    const line = ['answer', 'callback', 'farewell', 'greeting', 'need', 'out-of-remit', 'transfer'];
    const visits = ['booking', 'cancelling', 'visit'];
    expect(await scripts('T')).toEqual(['outbound-call']);
    expect(await scripts('D')).toEqual([...line, ...visits].toSorted());
    expect(await scripts('P')).toEqual([...line, ...visits, 'crisis'].toSorted());
    expect(await scripts('U')).toEqual([...line, ...visits, 'internal'].toSorted());
  });

  it.each(letters)(
    '%s names no other agency: nothing was left of the pages it was written after',
    async (letter) => {
      const { content } = await reading(letter);
      const others = await Promise.all(letters.filter((other) => other !== letter).map(profile));
      const foreign = others.flatMap(({ name, line }) => [
        name.full,
        name.genitive,
        ...(line?.phone && 'value' in line.phone ? [line.phone.value] : []),
      ]);
      const said = content.pages.map(({ id, body, data }) => ({
        id,
        text: `${JSON.stringify(data)} ${body}`,
      }));
      const left = said.flatMap(({ id, text }) =>
        foreign
          .filter((words) => text.toLowerCase().includes(words.toLowerCase()))
          .map((words) => `${id}: ${words}`),
      );
      expect(left).toEqual([]);
    },
  );
});
