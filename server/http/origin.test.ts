import { describe, expect, it } from 'vitest';
import { isOwnHost, isOwnOrigin } from './origin.ts';

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
