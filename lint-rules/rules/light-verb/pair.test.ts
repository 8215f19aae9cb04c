import { describe, expect, it } from 'vitest';
import { lint } from '../../support/linting.ts';

const spans = (text: string): string[] =>
  lint(text)
    .filter(({ rule }) => rule === 'light-verb')
    .map(({ actual, expected }) => expected[0] ?? actual);

describe('which noun belongs to which light verb', () => {
  it('WR-1: of two verbs each has its own', () => {
    expect(spans('Отдел проводит проверку списков и осуществляет рассылку писем.')).toEqual([
      'проверяет списки',
      'рассылает письма',
    ]);
  });

  it('WR-1: a genitive of another noun of action belongs to that noun', () => {
    expect(spans('Рассмотрение предложения осуществит комиссия.')).toEqual(['Предложение рассмотрит']);
  });
});
