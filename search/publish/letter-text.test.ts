import { expect, it } from 'vitest';
import { letterText } from './letter-text.ts';

it('reads variables by their names and keeps the text under flags', () => {
  expect(letterText('Здравствуйте, ((имя))! ((есть телефон??Позвоните: ((телефон)).)) До встречи.')).toBe(
    'Здравствуйте, [имя]! Позвоните: [телефон]. До встречи.',
  );
});

it('leaves ordinary text and broken brackets as they are', () => {
  expect(letterText('Пункт (4.8) и ((незакрытое')).toBe('Пункт (4.8) и ((незакрытое');
});
