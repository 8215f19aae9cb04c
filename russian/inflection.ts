import { Analysis, type Lexeme } from './analysis.ts';
import {
  animacies,
  aspects,
  cases,
  Grammeme,
  genders,
  numbers,
  persons,
  tenses,
  voices,
} from './grammemes.ts';
import type { Lookup } from './lookup.ts';
import type { Form, Grammemes, Parse, PartOfSpeech } from './types.ts';

/** All forms of the lexeme that a parse belongs to; at least the parse's own lemma. */
export function formsOf(lookup: Lookup, parse: Parse): Form[] {
  const lexeme = Analysis.lexemeOf(parse) ?? sameLexeme(lookup, parse);
  if (lexeme === undefined) {
    const { lemma, partOfSpeech, grammemes, tag } = parse;
    return [{ form: lemma, partOfSpeech, grammemes, tag }];
  }
  const { paradigmStarts } = lookup.lexicon.tables;
  const forms: Form[] = [];
  const end = paradigmStarts[lexeme.paradigm + 1] ?? 0;
  for (let form = paradigmStarts[lexeme.paradigm] ?? 0; form < end; form++) {
    const { partOfSpeech, grammemes, tag } = lookup.meaning(form);
    const text = lexeme.before + lookup.lexicon.formText(lexeme.stem, form) + lexeme.after;
    forms.push({ form: withCompanion(lookup, lexeme, text, grammemes), partOfSpeech, grammemes, tag });
  }
  return forms;
}

/** A parse that went through JSON or to a worker and back is found again by its lemma. */
function sameLexeme(lookup: Lookup, parse: Parse): Lexeme | undefined {
  if (parse instanceof Analysis) return undefined;
  const analyses = lookup.analyse(parse.lemma).filter(({ lemma }) => lemma === parse.lemma);
  const lexemes = analyses.map(Analysis.lexemeOf);
  const { paradigmStarts } = lookup.lexicon.tables;
  return lexemes.find((lexeme) => {
    if (lexeme === undefined) return false;
    const end = paradigmStarts[lexeme.paradigm + 1] ?? 0;
    for (let form = paradigmStarts[lexeme.paradigm] ?? 0; form < end; form++)
      if (lookup.meaning(form).tag === parse.tag) return true;
    return false;
  });
}

/** Puts the first word of a pair into the case and number of the second. */
function withCompanion(lookup: Lookup, { companion }: Lexeme, form: string, grammemes: Grammemes): string {
  if (companion === undefined) return form;
  const wanted = grammemes & (cases | numbers);
  return `${inflected(lookup, companion, wanted) ?? companion.lemma}-${form}`;
}

/** Grammemes of which a form has at most one: to want one is to give up the others. */
const groups: readonly Grammemes[] = [cases, numbers, genders, animacies, aspects, voices, tenses, persons];

/** How much it matters that an unnamed grammeme stays, in the order of `groups`. */
const weights: readonly number[] = [64, 64, 16, 8, 4, 32, 32, 32];

/** Finite and non-finite forms are one verb: «проверить» may be put into the past. */
const verbal: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>(['VERB', 'INFN']);

/** The form of the same lexeme that has all the wanted grammemes and keeps most of the others. */
export function inflected(
  lookup: Lookup,
  parse: Parse,
  wanted: Grammemes,
  partOfSpeech?: PartOfSpeech,
): string | undefined {
  let best: string | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const form of formsOf(lookup, parse)) {
    if (
      (form.grammemes & wanted) !== wanted ||
      !isWanted(form.partOfSpeech, parse.partOfSpeech, partOfSpeech)
    )
      continue;
    const score = likeness(form, parse, wanted);
    if (score > bestScore) [best, bestScore] = [form.form, score];
  }
  return best;
}

function isWanted(form: PartOfSpeech, parse: PartOfSpeech, wanted: PartOfSpeech | undefined): boolean {
  if (wanted !== undefined) return form === wanted;
  return form === parse || (verbal.has(form) && verbal.has(parse));
}

/** Plurals that the dictionary does not mark as rare, or marks the other one: schools have «учителя», houses «корпуса». */
const unusual: ReadonlySet<string> = new Set(['учители', 'лагери', 'корпусы']);

function likeness(form: Form, parse: Parse, wanted: Grammemes): number {
  // Rare variants («рукою», «чаю») only when they are asked for.
  let score = unusual.has(form.form) ? -1 : /V-|Arch|Infr|Erro|Dist|Coun|Slng/.test(form.tag) ? 0 : 2;
  if ((form.grammemes & Grammeme.second) === (parse.grammemes & Grammeme.second)) score += 1;
  if (form.partOfSpeech === parse.partOfSpeech) score += 1;
  if ((form.grammemes & Grammeme.impr) === (parse.grammemes & Grammeme.impr)) score += 4;
  for (const [index, group] of groups.entries()) {
    if ((wanted & group) !== 0) continue;
    const kept = form.grammemes & parse.grammemes & group;
    if (kept !== 0 || (form.grammemes & group) === (parse.grammemes & group)) score += weights[index] ?? 0;
  }
  return score;
}
