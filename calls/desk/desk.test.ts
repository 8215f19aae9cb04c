import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '#knowledge';
import {
  beginCall,
  beginTransfer,
  type Call,
  currentStep,
  endCall,
  firstOfKind,
  goBack,
  goOn,
  jump,
  readAloud,
  transfersLeft,
  waysOf,
} from './call.ts';
import { callbackDays } from './callback-days.ts';
import { deskData } from './data.ts';
import { asked, fillWords } from './fill.ts';
import { mergeNote, noteOf } from './note.ts';
import { recordOf } from './record.ts';

const { content } = await readContent('content');
const data = deskData(content, new Date('2026-11-25T05:00:00Z'));
const now = Date.parse('2026-11-25T05:00:00Z');
const operator = { name: 'Анна' };
const begin = () => beginCall(data, 'consultation', 'call-1', now);

const answer = {
  page: 'reply-term',
  title: 'Сколько ждать ответа',
  function: 'messages',
  spoken: 'Ответ придёт за пять рабочих дней.',
};

describe('the data of the call screen', () => {
  it('has every script, step and way of the content', () => {
    expect(data.scripts).toHaveLength(content.pagesOf('script').length);
    for (const { start, steps } of data.scripts) expect(steps).toContain(start);
    const keys = new Set(data.steps.map(({ key }) => key));
    for (const { ways } of data.steps)
      for (const { to } of ways) expect(to === 'end' || keys.has(to)).toBe(true);
  });

  it('tells words for the caller from notes for the operator', () => {
    const brief = data.steps.find(({ key }) => key === 'transfer/brief');
    expect(brief?.words.map((paragraph) => paragraph.for)).toEqual(['operator', 'caller']);
  });

  it('changes its version with the content only', () => {
    expect(deskData(content, new Date(0)).version).toBe(data.version);
    // An act that changes under a script makes new data: the screen must come to know of it.
    expect(deskData(content, new Date(0), { answer: 'Правила' })).toMatchObject({
      alarms: { answer: 'Правила' },
    });
    expect(deskData(content, new Date(0), { answer: 'Правила' }).version).not.toBe(data.version);
    const fewer = { ...content, units: content.units.slice(1) };
    expect(deskData(fewer, new Date(0)).version).not.toBe(data.version);
  });
});

describe('a call', () => {
  it('CL-3: begins with the greeting', () => {
    expect(currentStep(data, begin())?.kind).toBe('greeting');
  });

  it('goes on by the number of a way, back, and freely anywhere (CL-13)', () => {
    const second = goOn(data, begin(), 0, now);
    expect(currentStep(data, second)?.key).toBe('consultation/ask');
    expect(currentStep(data, goBack(second))?.key).toBe('consultation/hello');
    expect(currentStep(data, jump(data, second, 'crisis/hold'))?.key).toBe('crisis/hold');
    expect(goOn(data, second, 99, now)).toBe(second);
    expect(jump(data, second, 'no/step')).toBe(second);
  });

  it('CL-6: a transfer begins with the words that warn the caller', () => {
    const warned = beginTransfer(data, begin(), 'Подразделение по приёму');
    expect(currentStep(data, warned)).toMatchObject({ key: 'transfer/warn', kind: 'say' });
    expect(warned).toMatchObject({ transfers: 0, colleague: 'Подразделение по приёму' });
  });

  it('CL-7: the third transfer is refused with the clause', () => {
    const once = jump(data, begin(), 'transfer/first');
    const twice = jump(data, once, 'transfer/second');
    expect(twice.transfers).toBe(2);
    const refused = beginTransfer(data, twice, 'кто-то');
    expect(refused).toMatchObject({ transfers: 2, refused: expect.stringContaining('п. 6.9') });
    expect(jump(data, twice, 'transfer/first').transfers).toBe(2);
    const ways = waysOf(data, jump(data, twice, 'consultation/repeat')).map(({ to }) => to);
    expect(ways).not.toContain('transfer/warn');
    expect(ways.filter((to) => to === 'callback/number').length).toBeGreaterThan(0);
  });

  it('CL-7: no sequence of actions makes a third one', () => {
    const action = fc.oneof(
      fc.nat(6).map((way) => (call: Call) => goOn(data, call, way, now)),
      fc.constantFrom(...data.steps).map(
        ({ key }) =>
          (call: Call) =>
            jump(data, call, key),
      ),
      fc.constant((call: Call) => beginTransfer(data, call, 'x')),
      fc.constant(goBack),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const call = actions.reduce((current, act) => act(current), begin());
        expect(call.transfers).toBeLessThanOrEqual(2);
        expect(transfersLeft(data, call)).toBeGreaterThanOrEqual(0);
        expect(currentStep(data, call)).toBeDefined();
      }),
    );
  });

  it('CL-14: the crisis, the callback and the farewell are one key away from every step', () => {
    for (const kind of ['crisis', 'callback', 'farewell', 'out-of-remit'] as const) {
      const key = firstOfKind(data, kind);
      expect(data.steps.find((step) => step.key === key)?.kind).toBe(kind);
    }
  });

  it('ends by a way to the end, and only once', () => {
    const bye = jump(data, begin(), 'farewell/goodbye');
    const ended = goOn(data, bye, 0, now + 5_000);
    expect(ended.ended).toBe(now + 5_000);
    expect(endCall(ended, now + 9_000).ended).toBe(now + 5_000);
  });
});

describe('the words', () => {
  const said = (call: Call) =>
    (currentStep(data, call)?.words ?? []).flatMap((paragraph) =>
      fillWords(data, call, operator, paragraph.said),
    );

  it('have the operator and the answer filled in, and what is unknown stays visible', () => {
    expect(said(begin())).toContainEqual({ kind: 'value', name: 'имя сотрудника', text: 'Анна' });
    const at = jump(data, begin(), 'consultation/short');
    expect(said(at)[0]).toMatchObject({ kind: 'unknown', name: 'ответ' });
    expect(said(readAloud(at, answer))[0]).toMatchObject({ kind: 'value', text: answer.spoken });
  });

  it('CL-11: name the other body that was chosen, with its phone', () => {
    const body = data.bodies.find(({ phone }) => 'value' in phone);
    const at = { ...jump(data, begin(), 'out-of-remit/contact'), body: body?.page };
    const text = said(at)
      .map((piece) => ('text' in piece ? piece.text : '?'))
      .join('');
    expect(text).toContain(body?.name);
    expect(text).toContain(body && 'value' in body.phone ? body.phone.value : '-');
  });

  it('leave out what a flag has not switched on', () => {
    const at = jump(data, begin(), 'greeting/thanks');
    expect(
      said(at)
        .map((piece) => ('text' in piece ? piece.text : '?'))
        .join(''),
    ).toMatch(/^Спасибо\. Задам/);
    expect(asked(data, at).map(({ name }) => name)).toContain('клиент назвался');
    const named = { ...at, values: { 'клиент назвался': true, 'имя клиента': 'Пётр' } };
    expect(
      said(named)
        .map((piece) => ('text' in piece ? piece.text : '?'))
        .join(''),
    ).toContain(', Пётр');
  });
});

describe('CL-8: the callback', () => {
  const days = (moment: string) => callbackDays(data, Date.parse(moment)).map(({ day }) => day);

  it('is promised for a working day: today while the line is open, else the next', () => {
    expect(days('2026-11-25T05:00:00Z').slice(0, 2)).toEqual(['2026-11-25', '2026-11-26']);
    expect(days('2026-11-25T12:00:00Z')[0]).toBe('2026-11-26');
    expect(days('2026-11-27T12:00:00Z')[0]).toBe('2026-11-30');
  });

  it('passes over holidays', () => {
    expect(days('2026-11-03T12:00:00Z')[0]).toBe('2026-11-05');
  });

  it('does not guess a day of a year without a calendar', () => {
    expect(days('2031-05-05T05:00:00Z')).toEqual([]);
  });

  it('stands in the note for the register', () => {
    const card = { number: '8 913 000-00-00', time: 'с десяти до двенадцати', day: '2026-11-26' };
    const note = noteOf(
      data,
      endCall({ ...begin(), callback: card, transfers: 1, colleague: 'отдел писем' }, now + 222_000),
    );
    expect(note.split('\n')).toEqual([
      'Звонок 25 ноября 2026 г., 12:00, длился 3 мин 42 с.',
      'Переключений: 1 (отдел писем).',
      'Перезвонить по номеру 8 913 000-00-00: не позднее 26 ноября, с десяти до двенадцати.',
    ]);
  });
});

describe('the counters of a call', () => {
  it('CL-12: hold the answers to the closing questions by number', () => {
    const call = endCall(
      { ...readAloud(begin(), answer), closing: { 0: 'да', 1: 'частично удовлетворен' } },
      now + 60_000,
    );
    expect(recordOf(data, call)).toEqual({
      id: 'call-1',
      day: '2026-11-25',
      function: 'messages',
      kind: 'answer',
      seconds: 60,
      transfers: 0,
      callbacks: 0,
      unanswered: 0,
      closing: [0, 1],
    });
  });

  it('CL-10: hold nothing that was typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6 }), (typed) => {
        const secret = `§${typed}§`;
        const call: Call = {
          ...begin(),
          values: { 'имя клиента': secret },
          unanswered: [secret],
          callback: { number: secret, time: secret, day: '2026-11-26' },
          colleague: secret,
          closing: { 0: secret },
        };
        expect(JSON.stringify(recordOf(data, endCall(call, now)))).not.toContain('§');
      }),
    );
  });

  it('say what decided the call', () => {
    const kindOf = (...steps: string[]) =>
      recordOf(
        data,
        steps.reduce((call, key) => jump(data, call, key), begin()),
      ).kind;
    expect(kindOf()).toBe('other');
    expect(kindOf('consultation/short')).toBe('answer');
    expect(kindOf('consultation/short', 'transfer/first')).toBe('transfer');
    expect(kindOf('transfer/first', 'callback/number')).toBe('callback');
    expect(kindOf('crisis/listen', 'consultation/short')).toBe('crisis');
  });
});

describe('a note that was changed by hand', () => {
  it('keeps what was written and takes what came since', () => {
    const before = 'Звонок 25 ноября.\nПолучен ли ответ — да.';
    const after = 'Звонок 25 ноября.\nПолучен ли ответ — нет.\nОценка — удовлетворен.';
    const edited = 'Звонок 25 ноября, по делу 12.\nПолучен ли ответ — да.\nПерезвонить в среду.';
    expect(mergeNote(edited, before, after)).toBe(
      'Звонок 25 ноября, по делу 12.\nПерезвонить в среду.\nПолучен ли ответ — нет.\nОценка — удовлетворен.',
    );
    expect(mergeNote(edited, before, before)).toBe(edited);
  });
});
