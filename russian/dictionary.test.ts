import { describe, expect, it } from 'vitest';
import { loadDictionary } from './dictionary.ts';
import { cases, Grammeme } from './grammemes.ts';
import { openDictionary } from './node.ts';
import type { Parse } from './types.ts';

const dictionary = openDictionary();

/** The first analysis that has the grammemes. */
function parseOf(word: string, grammemes = 0): Parse {
  const parse = dictionary.parse(word).find((candidate) => (candidate.grammemes & grammemes) === grammemes);
  if (parse === undefined) throw new Error(`No such analysis of «${word}».`);
  return parse;
}

describe('parse', () => {
  it('gives lemma, part of speech, grammemes and tag', () => {
    expect(parseOf('обращению')).toMatchObject({
      lemma: 'обращение',
      partOfSpeech: 'NOUN',
      tag: 'NOUN,inan,neut sing,datv',
      grammemes: Grammeme.inan | Grammeme.neut | Grammeme.sing | Grammeme.datv,
      known: true,
    });
  });

  it('takes participles and gerunds to the infinitive', () => {
    for (const form of ['рассмотренного', 'рассмотрен', 'рассмотревший', 'рассмотрев', 'рассмотрит'])
      expect(dictionary.lemmas(form), form).toEqual(['рассмотреть']);
  });

  it('takes degrees to the adjective', () => {
    expect(dictionary.lemmas('поскорее')).toContain('скорый');
    expect(dictionary.lemmas('наименьшего')).toContain('наименьший');
  });

  it('puts what the corpus has most often first', () => {
    expect(parseOf('стали').lemma).toBe('стать');
    expect(parseOf('что').partOfSpeech).toBe('CONJ');
    expect(parseOf('им').partOfSpeech).toBe('NPRO');
    expect(parseOf('новые').partOfSpeech).toBe('ADJF');
  });

  it('gives probabilities that add up to 1 and go down', () => {
    for (const word of ['стали', 'данный', 'все', 'кибербуллинга', 'ЕПГУ', 'интернет-портал', '2816-р', '']) {
      const probabilities = dictionary.parse(word).map(({ probability }) => probability);
      expect(
        probabilities.reduce((a, b) => a + b, 0),
        word,
      ).toBeCloseTo(1, 9);
      expect(probabilities, word).toEqual([...probabilities].sort((a, b) => b - a));
    }
  });

  it.each(['ПРИЁМ', 'Приём', 'прием', 'при\u0435\u0308м', 'приё\u0301м', 'при\u00ADём'])(
    'reads «%s» as «приём»',
    (word) => {
      expect(dictionary.has(word)).toBe(true);
      expect(dictionary.lemmas(word)).toEqual(['приём']);
    },
  );

  it('reads a composed and a decomposed й alike', () => {
    expect(dictionary.lemmas('новы\u0438\u0306')).toEqual(dictionary.lemmas('новый'));
  });

  it('takes a written ё as evidence', () => {
    expect(dictionary.lemmas('все')).toEqual(['весь', 'всё']);
    expect(dictionary.parse('всё').every(({ grammemes }) => (grammemes & Grammeme.plur) === 0)).toBe(true);
    // A ё where the dictionary has none is no reason to find nothing.
    expect(dictionary.lemmas('афёра')).toEqual(['афера']);
  });

  it('is the same for any way to load the same bytes', async () => {
    const { readFile } = await import('node:fs/promises');
    const { brotliDecompressSync } = await import('node:zlib');
    const { dictionaryFile } = await import('./node.ts');
    const bytes = brotliDecompressSync(await readFile(dictionaryFile));
    const before = bytes.slice();
    const other = loadDictionary(bytes);
    expect(bytes).toEqual(before);
    expect(other.parse('стали')).toEqual(dictionary.parse('стали'));
  });

  it('refuses bytes that are no dictionary', () => {
    expect(() => loadDictionary(new Uint8Array())).toThrow('no dictionary of Ponyatno');
    expect(() => loadDictionary(Uint8Array.from([200, 1, 2, 3]))).toThrow('no dictionary of Ponyatno');
  });
});

describe('forms', () => {
  it('are all forms of the lexeme', () => {
    const forms = dictionary.forms(parseOf('услуг')).map(({ form }) => form);
    expect(new Set(forms)).toEqual(
      new Set([
        'услуга',
        'услуги',
        'услуге',
        'услугу',
        'услугой',
        'услугою',
        'услуг',
        'услугам',
        'услугами',
        'услугах',
      ]),
    );
  });

  it('survive a copy of the parse that lost its memory', () => {
    const copy = structuredClone(parseOf('услуг'));
    expect(dictionary.forms(copy).map(({ form }) => form)).toContain('услугами');
    expect(dictionary.inflect(copy, Grammeme.ablt)).toBe('услугами');
  });

  it('of a guessed word are guessed alike', () => {
    const forms = dictionary.forms(parseOf('интернет-порталом')).map(({ form }) => form);
    expect(forms).toContain('интернет-порталах');
  });

  it('of a word with one form are that form', () => {
    expect(dictionary.forms(parseOf('очень')).map(({ form }) => form)).toEqual(['очень']);
    expect(dictionary.forms(parseOf('2816-р')).map(({ form }) => form)).toEqual(['2816-р']);
  });
});

describe('inflect', () => {
  it('changes the case and keeps the number', () => {
    expect(dictionary.inflect(parseOf('проверка'), Grammeme.accs)).toBe('проверку');
    expect(dictionary.inflect(parseOf('документов'), Grammeme.accs)).toBe('документы');
    expect(dictionary.inflect(parseOf('сотрудников'), Grammeme.ablt)).toBe('сотрудниками');
  });

  it('keeps gender, tense and person of what it is not told to change', () => {
    expect(dictionary.inflect(parseOf('рассмотренное', Grammeme.nomn), Grammeme.gent)).toBe('рассмотренного');
    expect(dictionary.inflect(parseOf('новая', Grammeme.femn), Grammeme.datv)).toBe('новой');
    expect(dictionary.inflect(parseOf('проверяет'), Grammeme.plur)).toBe('проверяют');
    expect(dictionary.inflect(parseOf('проверял'), Grammeme.plur)).toBe('проверяли');
  });

  it('puts an infinitive into any finite form', () => {
    const check = parseOf('проверить');
    expect(dictionary.inflect(check, Grammeme.past | Grammeme.plur)).toBe('проверили');
    expect(dictionary.inflect(check, Grammeme.futr | Grammeme.per3 | Grammeme.sing)).toBe('проверит');
    expect(dictionary.inflect(parseOf('проверять'), Grammeme.pres | Grammeme.per1 | Grammeme.plur)).toBe(
      'проверяем',
    );
  });

  it('makes participles of a verb', () => {
    const check = parseOf('проверить');
    expect(dictionary.inflect(check, Grammeme.neut, 'PRTS')).toBe('проверено');
    expect(dictionary.inflect(check, Grammeme.pssv | Grammeme.gent | Grammeme.plur, 'PRTF')).toBe(
      'проверенных',
    );
    expect(dictionary.inflect(parseOf('проверен'), 0, 'INFN')).toBe('проверить');
  });

  it('prefers the usual variant', () => {
    expect(dictionary.inflect(parseOf('рука'), Grammeme.ablt)).toBe('рукой');
    expect(dictionary.inflect(parseOf('лес'), Grammeme.loct)).toBe('лесе');
    expect(dictionary.inflect(parseOf('лес'), Grammeme.loct | Grammeme.second)).toBe('лесу');
  });

  it('changes both words of a pair', () => {
    const pair = parseOf('компания-производитель');
    expect(dictionary.inflect(pair, Grammeme.plur | Grammeme.ablt)).toBe('компаниями-производителями');
  });

  it('keeps ё', () => {
    expect(dictionary.inflect(parseOf('прием'), Grammeme.gent)).toBe('приёма');
  });

  it('finds nothing where there is nothing', () => {
    expect(dictionary.inflect(parseOf('очень'), Grammeme.gent)).toBeUndefined();
    expect(dictionary.inflect(parseOf('приём'), cases)).toBeUndefined();
  });
});
