import { expect, it } from 'vitest';
import { cleanWord, foldWord } from './fold.ts';

it('folds case, ё, composition, stress marks, soft hyphens, hyphens and apostrophes', () => {
  expect(foldWord('ПРИЁМ')).toBe('прием');
  expect(foldWord('Прие\u0308м')).toBe('прием');
  expect(foldWord('за\u0301мок')).toBe('замок');
  expect(foldWord('об\u00ADра\u00ADще\u00ADние')).toBe('обращение');
  expect(foldWord('2816–Р')).toBe('2816-р');
  expect(foldWord('онлайн\u2011приём')).toBe('онлайн-прием');
  expect(foldWord('\u0438\u0306')).toBe('й');
});

it('leaves ё to cleanWord', () => {
  expect(cleanWord('Ёж')).toBe('ёж');
  expect(cleanWord('\u0415\u0308ж')).toBe('ёж');
});
