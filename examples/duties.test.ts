import { describe, expect, it } from 'vitest';
import type { PageKind } from '#knowledge';
import { type Letter, profile, reading } from './agencies.ts';

/** A clause that an agency's pages must tell of. */
type Told = readonly [Letter, clause: string];

/** Whether «пп. 8.9–8.11», «п. 4.13», «ПВ¶11» name a clause; `bare` is it without the word before. */
function names(clause: string, wanted: string): boolean {
  if (clause === wanted) return true;
  const bare = wanted.replace(/^п\. /, '');
  return clause
    .replace(/^пп?\. /, '')
    .split(/, | и /)
    .some((part) => {
      const [from = '', to = from] = part.split('–');
      const number = (text: string) => text.split('.').map(Number);
      const [one = [], other = [], asked = []] = [from, to, bare].map(number);
      if ([...one, ...other, ...asked].some(Number.isNaN) || one.length !== asked.length)
        return part === bare;
      const last = asked.length - 1;
      const same = asked.slice(0, -1).every((digit, place) => digit === one[place]);
      return same && (one[last] ?? 0) <= (asked[last] ?? 0) && (asked[last] ?? 0) <= (other[last] ?? 0);
    });
}

/** Every agency has a page that rests on the clause of its own order, of one of these kinds. */
async function expectTold(clauses: readonly Told[], kinds?: readonly PageKind[]): Promise<void> {
  for (const [letter, clause] of clauses) {
    const { content } = await reading(letter);
    const order = (await profile(letter)).order;
    const acts = new Set([
      order,
      ...content
        .pagesOf('regulation')
        .filter(({ data }) => data.authority === 'agency')
        .map(({ id }) => id),
    ]);
    const telling = content.pages.filter(
      ({ kind, data }) =>
        (kinds === undefined || kinds.includes(kind)) &&
        data.basis.some(
          (basis) => acts.has(basis.act) && basis.clause !== undefined && names(basis.clause, clause),
        ),
    );
    expect(telling.length, `${letter} ${clause}`).toBeGreaterThan(0);
  }
}

async function templatesOf(letter: Letter, kind: string) {
  return (await reading(letter)).content.pagesOf('template').filter(({ data }) => data.letter === kind);
}

describe('duties of the five orders', () => {
  it('reads the clauses that a page names', () => {
    expect(names('пп. 8.9–8.11', 'п. 8.10')).toBe(true);
    expect(names('пп. 4.6, 4.10–4.15', 'п. 4.14')).toBe(true);
    expect(names('пп. 4.6, 4.10–4.15', 'п. 4.7')).toBe(false);
    expect(names('п. 4', 'п. 4.1')).toBe(false);
    expect(names('ПВ¶11', 'ПВ¶11')).toBe(true);
  });

  it('WR-9: says how to make sure that the need is understood; a call out begins with who calls and asks', async () => {
    await expectTold([
      ['M', 'п. 4.11'],
      ['U', 'п. 2.7'],
      ['P', 'п. 14'],
      ['D', 'ПВ¶11'],
    ]);
    const { content } = await reading('M');
    const out = content.pagesOf('script').filter(({ data }) => data.direction === 'outbound');
    expect(out.length).toBeGreaterThan(0);
    for (const { data } of out) {
      expect(data.steps[0]?.kind).toBe('greeting');
      expect(data.steps.map(({ kind }) => kind)).toContain('question');
    }
  });

  it('WR-11: says that the reply goes by the chosen channel, and by the second one where a law names it', async () => {
    await expectTold([
      ['M', 'п. 4.14'],
      ['U', 'п. 2.9'],
      ['P', 'п. 16'],
      ['D', 'ПВ¶14'],
    ]);
  });

  it('WR-14: names what each channel of a service may be used for', async () => {
    await expectTold([['T', 'п. 12']]);
    const { content } = await reading('T');
    for (const { id, data } of content.pagesOf('function'))
      expect(
        data.channels.filter(({ purpose }) => purpose.length < 10),
        id,
      ).toEqual([]);
  });

  it('WR-15: offers a choice of channel, in the first reply where there is one', async () => {
    await expectTold([
      ['M', 'п. 3.1'],
      ['U', 'п. 1.4'],
      ['P', 'п. 3'],
      ['D', 'ОТ¶1'],
    ]);
    for (const letter of ['M', 'P', 'D'] as const)
      expect((await profile(letter)).letters['first-reply']?.parts.map(({ part }) => part)).toContain(
        'channel-choice',
      );
  });

  it('WR-16: answers a written request of its own people in writing', async () => {
    await expectTold([
      ['U', 'п. 5.5'],
      ['U', 'п. 8'],
    ]);
    expect(await templatesOf('U', 'internal-reply')).not.toEqual([]);
  });

  it('LN-12: asks for logic and brevity, which only a reader can judge', async () => {
    await expectTold([['P', 'п. 6']], ['job', 'case', 'faq', 'function']);
  });

  it('LN-13: keeps a reply in a social network short', async () => {
    await expectTold([['U', 'п. 7.5']]);
    const templates = await templatesOf('U', 'social-reply');
    expect(templates).not.toEqual([]);
    for (const { id, body } of templates) expect(body.split(/\s+/).length, id).toBeLessThan(120);
  });

  it('PV-6: lists how to behave with a visitor', async () => {
    await expectTold([
      ['M', 'п. 8.8'],
      ['U', 'п. 5.1'],
      ['P', 'п. 33'],
      ['D', 'ЛП¶9'],
    ]);
  });

  it('PV-7: tells the rules of a visit and what to do when it goes wrong', async () => {
    await expectTold([
      ['P', 'п. 34'],
      ['P', 'п. 35'],
    ]);
  });

  it('PV-8: says what is there for those who do not hear, see or speak Russian', async () => {
    await expectTold([
      ['M', 'п. 8.9'],
      ['D', 'ЛП¶10'],
      ['U', 'п. 4.7'],
    ]);
  });

  it('PV-9: offers to rate the visit', async () => {
    await expectTold([
      ['M', 'п. 8.12'],
      ['U', 'п. 4.9'],
      ['P', 'п. 36'],
      ['D', 'ЛП¶13'],
    ]);
    for (const letter of ['M', 'U', 'P', 'D'] as const) {
      const visits = (await reading(letter)).content
        .pagesOf('script')
        .filter(({ data }) => data.direction === 'visit');
      expect(
        visits.some(({ data }) => data.steps.some(({ kind }) => kind === 'survey')),
        letter,
      ).toBe(true);
    }
  });

  it('OT-4: gives a client the whole history on request, in a letter where the order demands it', async () => {
    await expectTold([
      ['M', 'п. 3.4'],
      ['P', 'п. 4'],
      ['U', 'п. 1.5'],
    ]);
    for (const letter of ['M', 'P', 'D'] as const)
      expect(await templatesOf(letter, 'interaction-history'), letter).not.toEqual([]);
  });

  it('OT-6: takes feedback by every way that the order names', async () => {
    await expectTold([
      ['T', 'п. 13'],
      ['T', 'п. 14'],
    ]);
  });

  it('OT-8: says how to act when no rule fits', async () => {
    await expectTold([['P', 'п. 7']]);
    const { content } = await reading('P');
    expect(
      content.pagesOf('script').some(({ data }) => data.steps.some(({ kind }) => kind === 'crisis')),
    ).toBe(true);
  });
});
