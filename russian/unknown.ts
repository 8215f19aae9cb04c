import { Analysis, type Lexeme, normalise, type TagMeaning } from './analysis.ts';
import { foldWord } from './fold.ts';
import { Grammeme, grammemesOfTag, partOfSpeechOfTag } from './grammemes.ts';
import type { Guesser } from './guess.ts';
import type { Lookup } from './lookup.ts';
import { leadingParticles, particles, wordPrefixes } from './particles.ts';
import { patterns } from './patterns.ts';

/** Analyses words that the dictionary has not, from the surest way to the boldest. */
export class UnknownWords {
  readonly #lookup: Lookup;
  readonly #guesser: Guesser;

  constructor(lookup: Lookup, guesser: Guesser) {
    this.#lookup = lookup;
    this.#guesser = guesser;
  }

  /** `word` as it is written, because capitals tell abbreviations; `clean` as `cleanWord` leaves it. Never empty. */
  analyse(word: string, clean: string): Analysis[] {
    const analyses = this.#analyse(word, clean);
    return analyses.length > 0 ? normalise(analyses) : [unknown(clean)];
  }

  #analyse(word: string, clean: string): Analysis[] {
    for (const { matches, tags } of patterns)
      if (matches.test(word)) return tags.map(([tag, share]) => fixed(clean, meaningOf(tag), share));
    if (clean.includes('-')) {
      const hyphenated = this.#hyphenated(word, clean);
      if (hyphenated.length > 0) return hyphenated;
    }
    const prefixed = this.#prefixed(clean);
    return prefixed.length > 0 ? prefixed : this.#guesser.guess(foldWord(clean));
  }

  #hyphenated(word: string, clean: string): Analysis[] {
    for (const particle of particles) {
      if (!clean.endsWith(particle)) continue;
      const base = this.#lookup.analyse(clean.slice(0, -particle.length));
      if (base.length > 0) return base.map((analysis) => attach(analysis, '', particle));
    }
    for (const particle of leadingParticles) {
      if (!clean.startsWith(particle)) continue;
      const base = this.#lookup.analyse(clean.slice(particle.length));
      if (base.length > 0) return base.map((analysis) => attach(analysis, particle, ''));
    }
    const adverb = this.#adverb(clean);
    return adverb.length > 0 ? adverb : this.#compound(word, clean);
  }

  /** «по-новому», «по-русски»: «по-» with the dative of an adjective, or with an adverb in «-ски», «-цки», «-ьи». */
  #adverb(clean: string): Analysis[] {
    if (!clean.startsWith('по-')) return [];
    const rest = clean.slice(3);
    const dative = Grammeme.datv | Grammeme.sing;
    const isAdverb =
      /(?:[сц]ки|ьи)$/.test(rest) ||
      this.#lookup
        .analyse(rest)
        .some((base) => base.partOfSpeech === 'ADJF' && (base.grammemes & dative) === dative);
    return isAdverb ? [fixed(clean, meaningOf('ADVB'), 1)] : [];
  }

  /** Two words that change together («компания-производитель»), or one that changes after some that do not («онлайн-приём»). */
  #compound(word: string, clean: string): Analysis[] {
    const cut = clean.lastIndexOf('-');
    const [left, right] = [clean.slice(0, cut), clean.slice(cut + 1)];
    if (left === '' || right === '') return [];
    if (/^\d+$/.test(right))
      return this.#parts(word.slice(0, cut), left).map((base) => attach(base, '', `-${right}`));
    const heads = this.#lookup.analyse(right);
    const pairs = this.#lookup.analyse(left).flatMap((first) => heads.flatMap((head) => pair(first, head)));
    const rest = heads.length > 0 ? heads : this.#prefixed(right);
    const single = (rest.length > 0 ? rest : this.#guesser.guess(foldWord(right))).filter(isInflected);
    const share = pairs.length > 0 ? 0.3 : 1;
    return [
      ...normalise(pairs),
      ...normalise(single).map((head) =>
        attach(head.withProbability(head.probability * share), `${left}-`, ''),
      ),
    ];
  }

  #parts(word: string, clean: string): Analysis[] {
    const known = this.#lookup.analyse(clean);
    return known.length > 0 ? known : this.#analyse(word, clean);
  }

  #prefixed(clean: string): Analysis[] {
    for (const prefix of wordPrefixes) {
      if (!clean.startsWith(prefix) || clean.length - prefix.length < 3) continue;
      const rest = this.#lookup.analyse(clean.slice(prefix.length)).filter(isInflected);
      if (rest.length > 0) return rest.map((analysis) => attach(analysis, prefix, ''));
    }
    return [];
  }
}

/** The parts of speech that enter compounds. */
function isInflected({ partOfSpeech, grammemes }: Analysis): boolean {
  if ((grammemes & Grammeme.Apro) !== 0) return false;
  return !['PREP', 'CONJ', 'PRCL', 'INTJ', 'NPRO', 'PRED', 'NUMR'].includes(partOfSpeech);
}

function attach(base: Analysis, before: string, after: string): Analysis {
  const lexeme = Analysis.lexemeOf(base);
  const longer: Lexeme | undefined = lexeme && {
    ...lexeme,
    before: before + lexeme.before,
    after: lexeme.after + after,
  };
  return new Analysis(before + base.lemma + after, base, base.probability, false, longer);
}

const agreement =
  Grammeme.nomn |
  Grammeme.gent |
  Grammeme.datv |
  Grammeme.accs |
  Grammeme.ablt |
  Grammeme.loct |
  Grammeme.sing |
  Grammeme.plur;

function pair(first: Analysis, head: Analysis): Analysis[] {
  const lexeme = Analysis.lexemeOf(head);
  if (lexeme === undefined || first.partOfSpeech !== head.partOfSpeech) return [];
  if (!isInflected(first) || (first.grammemes & agreement) !== (head.grammemes & agreement)) return [];
  return [
    new Analysis(`${first.lemma}-${head.lemma}`, head, first.probability * head.probability, false, {
      ...lexeme,
      companion: first,
    }),
  ];
}

function fixed(lemma: string, meaning: TagMeaning, probability: number): Analysis {
  return new Analysis(lemma, meaning, probability, false, undefined);
}

function unknown(clean: string): Analysis {
  return fixed(clean, meaningOf('UNKN'), 1);
}

const meanings = new Map<string, TagMeaning>();

function meaningOf(tag: string): TagMeaning {
  const meaning = meanings.get(tag) ?? {
    tag,
    partOfSpeech: partOfSpeechOfTag(tag),
    grammemes: grammemesOfTag(tag),
  };
  meanings.set(tag, meaning);
  return meaning;
}
