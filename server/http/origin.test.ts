import { describe, expect, it } from 'vitest';
import { isOwnHost, isOwnOrigin, namesOf } from './origin.ts';

describe('isOwnHost', () => {
  it.each(['127.0.0.1:4321', 'localhost:4321', 'localhost', '[::1]:4321', '127.0.0.1:80', 'LOCALHOST:4321'])(
    'knows %s',
    (host) => {
      expect(isOwnHost({ host })).toBe(true);
    },
  );

  it.each([
    'example.com',
    'example.com:4321',
    'localhost.example.com',
    '127.0.0.1.example.com',
    'a@localhost',
    '',
  ])('refuses %j, as a rebound name would send it', (host) => {
    expect(isOwnHost({ host })).toBe(false);
  });

  it('refuses a request without a host', () => {
    expect(isOwnHost({})).toBe(false);
  });
});

describe('the names an administrator gives', () => {
  const names = namesOf('https://faq.example.ru:8443', '10.0.0.9');

  it('are those of PONYATNO_URL and PONYATNO_HOST; who listens everywhere has none by that', () => {
    expect(names).toEqual(['faq.example.ru', '10.0.0.9']);
    expect(namesOf(undefined, '0.0.0.0')).toEqual([]);
    expect(namesOf(undefined, '::')).toEqual([]);
    expect(namesOf('https://[2001:db8::1]', '::')).toEqual(['2001:db8::1']);
  });

  it.each(['faq.example.ru', 'FAQ.example.ru', 'faq.example.ru:443', '10.0.0.9:4321', '127.0.0.1:4321'])(
    'open the server as %s',
    (host) => {
      expect(isOwnHost({ host }, names)).toBe(true);
    },
  );

  it.each([
    'example.ru',
    'evil.faq.example.ru',
    'faq.example.ru.evil.ru',
    'faq.example.ru.',
    'faq.example.ru@evil.ru',
    'evil.ru#faq.example.ru',
    'evil.ru/faq.example.ru',
    '10.0.0.99',
    '[2001:db8::1]',
  ])('do not open it as %s', (host) => {
    expect(isOwnHost({ host }, names)).toBe(false);
  });

  it('do not help a page of another origin at the same host', () => {
    const host = 'faq.example.ru';
    expect(isOwnOrigin({ host, origin: 'https://faq.example.ru' })).toBe(true);
    expect(isOwnOrigin({ host, origin: 'https://faq.example.ru:444' })).toBe(false);
    expect(isOwnOrigin({ host, origin: 'https://evil.faq.example.ru' })).toBe(false);
  });
});

describe('isOwnOrigin', () => {
  const host = '127.0.0.1:4321';

  it('lets our own pages through', () => {
    expect(isOwnOrigin({ host, origin: 'http://127.0.0.1:4321' })).toBe(true);
  });

  it.each(['http://127.0.0.1:4322', 'http://localhost:4321', 'https://example.com', 'null', ''])(
    'refuses the origin %j',
    (origin) => {
      expect(isOwnOrigin({ host, origin })).toBe(false);
    },
  );

  it('lets a program without a browser through, but no cross-site request of a browser', () => {
    expect(isOwnOrigin({ host })).toBe(true);
    expect(isOwnOrigin({ host, 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(isOwnOrigin({ host, 'sec-fetch-site': 'same-origin' })).toBe(true);
  });
});
