import { describe, expect, it } from 'vitest';
import { auditQuery, auditWish } from './audit.ts';

const wished = (query: string) => auditWish(new URLSearchParams(query));

describe('what the page of the log asks for', () => {
  it('is the form, without what is no value of it', () => {
    expect(wished('person= Анна &kind=sign-in&day=2026-11-26&before=40')).toEqual({
      person: 'Анна',
      kind: 'sign-in',
      day: '2026-11-26',
      before: 40,
    });
    expect(wished('kind=x&day=2026-13-40&before=-1')).toEqual({
      person: '',
      kind: '',
      day: '',
      before: undefined,
    });
    expect(wished('before=1e9.5&day=вчера').before).toBeUndefined();
  });

  it('is a day by the clock of the agency', () => {
    const { from, to } = auditQuery(wished('day=2026-11-26'), 'Asia/Novosibirsk');
    expect([from?.toISOString(), to?.toISOString()]).toEqual([
      '2026-11-25T17:00:00.000Z',
      '2026-11-26T17:00:00.000Z',
    ]);
    expect(auditQuery(wished(''), 'Asia/Novosibirsk')).toEqual({ limit: 100 });
  });
});
