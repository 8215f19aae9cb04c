import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from './main.ts';

describe('wrong usage', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each([
    [['chec'], 'Команды «chec» нет. Может быть, check? Справка: ponyatno help.'],
    [['people', '--help'], 'Команды «people» нет. Справка: ponyatno help.'],
    [['check', '--fast'], 'Параметра --fast нет. Справка: ponyatno help.'],
    [
      ['check', '--format', 'xml'],
      'Значение «xml» не подходит параметру --format <вид>. Бывают: stylish, json, github, gitlab. Справка: ponyatno help.',
    ],
    [['check', '--format'], 'Параметру --format <вид> нужно значение. Справка: ponyatno help.'],
    [['deadline'], 'Не хватает параметра --received <когда>. Справка: ponyatno help.'],
    [['deadline', '--received', '1'], 'Не хватает аргумента <срок>. Справка: ponyatno help.'],
    [['refresh', 'status', '--all'], 'Параметра --all нет. Справка: ponyatno help.'],
    [
      ['check', 'content'],
      'Слишком много аргументов: текст из нескольких слов берут в кавычки. Справка: ponyatno help.',
    ],
  ])('is said in one Russian sentence: %j', async (args, sentence) => {
    expect(await main(args)).toBe(2);
    expect(vi.mocked(console.error).mock.calls).toEqual([[sentence]]);
  });
});

describe('the help pages', () => {
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('have none of the English words of commander', async () => {
    for (const command of [
      '',
      'serve',
      'user',
      'check',
      'lint',
      'lsp',
      'search',
      'index',
      'deadline',
      'refresh',
    ])
      expect(await main([...(command === '' ? [] : [command]), '--help'])).toBe(0);
    expect(written.join('')).toContain('Как вызвать: ponyatno check [параметры]');
    expect(written.join('')).not.toMatch(/options|command|choices|default|display|usage/i);
  });

  it('name the values that are possible and the one taken when none is given', async () => {
    await main(['check', '--help']);
    expect(written.join('').replaceAll(/\s+/g, ' ')).toContain(
      'вид отчёта (бывает: stylish, json, github, gitlab; по умолчанию stylish)',
    );
  });
});
