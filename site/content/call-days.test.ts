import { expect, it } from 'vitest';
import { spanOf } from './call-days.ts';

const asked = (text: string) => spanOf(new URLSearchParams(text), 'Asia/Novosibirsk');

it('is the month up to today unless the address asks for other days', () => {
  const { from, to } = asked('');
  expect(from).toBe(`${to.slice(0, 8)}01`);
  expect(asked('from=2026-11-03&to=2026-11-05')).toEqual({ from: '2026-11-03', to: '2026-11-05' });
  expect(asked('from=2026-11-05&to=2026-11-03')).toEqual({ from: '2026-11-03', to: '2026-11-05' });
  expect(asked("from=x&to=';drop")).toEqual({ from, to });
});
