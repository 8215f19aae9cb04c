import { Analysis, normalise } from './analysis.ts';
import { attach, fixed, isProductive, meaningOf } from './derive.ts';
import { cases, Grammeme, numbers } from './grammemes.ts';
import type { Lookup } from './lookup.ts';
import { leadingParticles, particles, unchangingFirsts } from './particles.ts';

/** How a word without hyphens is analysed when the dictionary has it not. */
export type AnalysePart = (clean: string) => Analysis[];

/** Analyses of a word with hyphens that the dictionary has not; may be none. */
export function analyseHyphenated(lookup: Lookup, clean: string, analysePart: AnalysePart): Analysis[] {
  for (const attempt of [withParticle, withLeadingParticle, adverb, ordinal, withNumber]) {
    const analyses = attempt(lookup, clean, analysePart);
    if (analyses.length > 0) return analyses;
  }
  return compound(lookup, clean, analysePart);
}

/** «смотри-ка», «какой-либо» */
function withParticle(lookup: Lookup, clean: string): Analysis[] {
  const particle = particles.find((candidate) => clean.endsWith(candidate));
  if (particle === undefined) return [];
  return lookup.analyse(clean.slice(0, -particle.length)).map((base) => attach(base, '', particle));
}

/** «кое-кто», «кой-какой» */
function withLeadingParticle(lookup: Lookup, clean: string): Analysis[] {
  const particle = leadingParticles.find((candidate) => clean.startsWith(candidate));
  if (particle === undefined) return [];
  return lookup.analyse(clean.slice(particle.length)).map((base) => attach(base, particle, ''));
}

/** «по-новому», «по-старинке», «по-русски»: a dative, or an adverb in «-ски», «-цки», «-ьи». */
function adverb(lookup: Lookup, clean: string): Analysis[] {
  if (!clean.startsWith('по-')) return [];
  const rest = clean.slice(3);
  const dative = Grammeme.datv | Grammeme.sing;
  const isAdverb =
    /(?:[сц]ки|ьи)$/.test(rest) ||
    lookup.analyse(rest).some(({ grammemes }) => (grammemes & dative) === dative);
  return isAdverb ? [fixed(clean, meaningOf('ADVB'), 1)] : [];
}

/** Endings of ordinals as people write them after digits, and as «пятый» has them. */
const ordinalEndings: ReadonlyMap<string, readonly string[]> = new Map([
  ['й', ['ый']],
  ['я', ['ая']],
  ['е', ['ое', 'ые']],
  ['го', ['ого']],
  ['му', ['ому']],
  ['м', ['ым', 'ом']],
  ['ю', ['ую']],
  ['х', ['ых']],
  ['ми', ['ыми']],
  ...['ый', 'ая', 'ое', 'ые', 'ого', 'ому', 'ым', 'ом', 'ую', 'ой', 'ых', 'ыми'].map(
    (ending): [string, string[]] => [ending, [ending]],
  ),
]);

/** «5-го», «22-х» */
function ordinal(lookup: Lookup, clean: string): Analysis[] {
  const [, digits, written] = /^(\d+)-(\p{Ll}+)$/u.exec(clean) ?? [];
  const endings = ordinalEndings.get(written ?? '') ?? [];
  return endings
    .flatMap((ending) => lookup.analyse(`пят${ending}`))
    .filter(({ tag }) => tag.startsWith('ADJF,Anum'))
    .map((model) => fixed(`${digits}-й`, model, model.probability));
}

/** «форма-4», «ковид-19» */
function withNumber(lookup: Lookup, clean: string, analysePart: AnalysePart): Analysis[] {
  const [, left, number] = /^(.{2,}?)((?:-\d+)+)$/.exec(clean) ?? [];
  if (left === undefined || number === undefined) return [];
  const known = lookup.analyse(left);
  return (known.length > 0 ? known : analysePart(left)).map((base) => attach(base, '', number));
}

/** What an unchanging first part is worth where two changing words fit as well. */
const singleShare = 0.3;

/** «20-летний» is a word, «210-фз» the number of a document. */
const leastAfterNumber = 4;

/** Two words that change together («компания-производитель»), or one after others that do not («онлайн-приём»). */
function compound(lookup: Lookup, clean: string, analysePart: AnalysePart): Analysis[] {
  const cut = clean.lastIndexOf('-');
  const [left, right] = [clean.slice(0, cut), clean.slice(cut + 1)];
  if (left === '' || right === '' || (isNumber(left) && right.length < leastAfterNumber)) return [];
  const known = lookup.analyse(right);
  const firsts = unchangingFirsts.has(left)
    ? []
    : lookup.analyse(left).filter(({ tag }) => !tag.includes('Fixd'));
  const pairs = firsts.flatMap((first) => known.flatMap((head) => pair(first, head)));
  const heads = (known.length > 0 ? known : analysePart(right)).filter(isProductive);
  const singles = normalise(ofCompound(left, heads)).map((head) => attach(head, `${left}-`, ''));
  if (pairs.length === 0) return singles;
  return [
    ...normalise(pairs),
    ...singles.map((single) => single.withProbability(single.probability * singleShare)),
  ];
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

/** «религиозно-духовные» is an adjective, though «духовная» is a noun as well. */
function ofCompound(left: string, heads: readonly Analysis[]): readonly Analysis[] {
  const adjectives = /[ое]$/.test(left)
    ? heads.filter(({ partOfSpeech }) => /^(?:ADJ|PRT)/.test(partOfSpeech))
    : [];
  return adjectives.length > 0 ? adjectives : heads;
}

function pair(first: Analysis, head: Analysis): Analysis[] {
  const lexeme = Analysis.lexemeOf(head);
  const agrees =
    first.partOfSpeech === head.partOfSpeech &&
    (first.grammemes & (cases | numbers)) === (head.grammemes & (cases | numbers));
  if (lexeme === undefined || !agrees || !isProductive(first)) return [];
  const probability = first.probability * head.probability;
  const lemma = `${first.lemma}-${head.lemma}`;
  return [new Analysis(lemma, head, probability, false, { ...lexeme, companion: first })];
}
