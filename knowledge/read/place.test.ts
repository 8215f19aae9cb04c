import { describe, expect, it } from 'vitest';
import { placeOf } from './place.ts';

describe('the place of a page', () => {
  it.each([
    ['functions/requests/index.mdx', 'function', '/functions/requests', 'requests', 'requests'],
    [
      'functions/requests/regulations/order-m.mdx',
      'regulation',
      '/functions/requests/regulations/order-m',
      'requests',
      'order-m',
    ],
    ['functions/requests/jobs/clerk.mdx', 'job', '/functions/requests/jobs/clerk', 'requests', 'clerk'],
    ['functions/requests/cases/first.mdx', 'case', '/functions/requests/cases/first', 'requests', 'first'],
    ['functions/requests/notes/other.mdx', 'note', '/functions/requests/notes/other', 'requests', 'other'],
    ['faq/requests/wait.mdx', 'faq', '/faq/requests/wait', 'requests', 'wait'],
    ['templates/refusal.mdx', 'template', '/templates/refusal', undefined, 'refusal'],
    ['scripts/greeting.mdx', 'script', '/scripts/greeting', undefined, 'greeting'],
    ['contacts/pension-fund.mdx', 'contact', '/contacts/pension-fund', undefined, 'pension-fund'],
  ])('says of %s that it is a %s', (file, kind, url, owner, slug) => {
    expect(placeOf(file)).toEqual({ kind, url, function: owner, slug });
  });

  it.each([
    'faq/wait.mdx',
    'faq/requests/deep/wait.mdx',
    'faq/requests/Wait.mdx',
    'faq/вопросы/срок.mdx',
    'functions/requests/letters/x.mdx',
    'functions/index.mdx',
    'templates/refusal.md',
    'index.mdx',
  ])('knows no place for %s', (file) => {
    expect(placeOf(file)).toBeUndefined();
  });
});
