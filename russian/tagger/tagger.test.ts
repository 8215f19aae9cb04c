import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Grammeme } from '../grammemes.ts';
import { openDictionary, openTagger } from '../node.ts';
import { segment } from '../segments.ts';
import { tokenize } from '../tokens.ts';
import type { Parse } from '../types.ts';
import { createTagger } from './tagger.ts';

const tagger = openTagger();

/** The chosen analysis of a word of a sentence. */
function chosen(sentence: string, word: string): Parse {
  const tokens = tokenize(sentence);
  const parse = tagger.tag(tokens)[tokens.findIndex((token) => token.word === word)];
  if (parse === undefined) throw new Error(`«${word}» got no analysis in «${sentence}».`);
  return parse;
}

describe('the tagger', () => {
  it.each([
    ['Специалисты осуществляют проверку документов.', 'документов', Grammeme.gent],
    ['Отдел получил ответ министерства.', 'Отдел', Grammeme.nomn],
    ['Отдел получил ответ министерства.', 'ответ', Grammeme.accs],
    ['Ответ направлен заявителю.', 'Ответ', Grammeme.nomn],
    ['Мы рассмотрели ваше обращение.', 'обращение', Grammeme.accs],
    ['Мы рассмотрели ваше обращение.', 'ваше', Grammeme.accs],
    ['Ваше обращение рассмотрено.', 'обращение', Grammeme.nomn],
    ['Напишите об этом в заявлении.', 'заявлении', Grammeme.loct],
    ['Срок ответа по заявлению истёк.', 'ответа', Grammeme.gent],
  ])('chooses the case: %s – %s', (sentence, word, grammeme) => {
    expect(chosen(sentence, word).grammemes & grammeme).toBe(grammeme);
  });

  it.each([
    ['Дома стали выше.', 'стали', 'VERB'],
    ['Трубы сделаны из прочной стали.', 'стали', 'NOUN'],
    ['Все документы готовы.', 'Все', 'ADJF'],
    ['Нужны паспорт и СНИЛС.', 'и', 'CONJ'],
    ['В приказе данный срок не указан.', 'данный', 'ADJF'],
  ])('chooses the part of speech: %s – %s', (sentence, word, partOfSpeech) => {
    expect(chosen(sentence, word).partOfSpeech).toBe(partOfSpeech);
  });

  it('answers token by token, and nothing for what is no word', () => {
    const tokens = tokenize('1. Ответ, ((имя)), – до 20.08.2024\uFFFC.');
    const parses = tagger.tag(tokens);
    expect(parses.length).toBe(tokens.length);
    expect(tokens.filter((_, index) => parses[index] !== undefined).map(({ text }) => text)).toEqual([
      'Ответ',
      'до',
      '20.08.2024',
    ]);
  });

  it('chooses only what the dictionary has, in any text', () => {
    const dictionary = openDictionary();
    const word = fc.constantFrom(
      ...'мы все данные ответ стали в с и , . готовы рассмотрен 5 ЕПГУ кибербуллинг'.split(' '),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((list) => list.join(' ')),
        ),
        (text) => {
          for (const { sentences } of segment(text))
            for (const { tokens } of sentences)
              for (const [index, parse] of tagger.tag(tokens).entries())
                if (parse !== undefined) expect(dictionary.parse(tokens[index]?.word ?? '')).toContain(parse);
        },
      ),
    );
  });

  it('refuses bytes that are no weights', () => {
    expect(() => createTagger(new Uint8Array(), openDictionary())).toThrow('no weights of the tagger');
  });
});
