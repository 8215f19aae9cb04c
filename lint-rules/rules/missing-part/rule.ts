import type { Document } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { capitalize } from '../../morphology/case.ts';
import { type Check, defineRule } from '../../rule.ts';
import { type Place, parts } from './parts.ts';
import { sentencesWith } from './recognise.ts';
import { tellingOf } from './telling.ts';

/** Parts that a letter of its kind must have by the agency's order, and does not (WR-6…WR-13, LN-1, OT-1). */
export const checkMissingParts: Check = function* (document, { letter, letters }) {
  const required = letter === undefined ? [] : (letters[letter]?.parts ?? []);
  const told = required.length === 0 ? [] : tellingOf(document);
  for (const { part, clause } of required) {
    const known = parts[part];
    if (known === undefined || sentencesWith(known, told).length > 0) continue;
    yield {
      rule: 'missing-part',
      severity: 'warning',
      ...anchor(document, known.place),
      message: `Нет обязательной части: ${known.name}. Лучше: добавить ${placeNames[known.place]}. ${capitalize(known.advice)}.`,
      replacements: [],
      part,
      ...(clause === undefined ? {} : { clause }),
    } satisfies Finding;
  }
};

/** Missing parts of a letter as a retext plugin. */
export const missingPart = defineRule('missing-part', checkMissingParts);

const placeNames: Readonly<Record<Place, string>> = {
  beginning: 'в\u00a0начало письма',
  body: 'в\u00a0основной текст',
  end: 'в\u00a0конец письма',
};

/** The sentence near which the part belongs; the whole text when there is none. */
function anchor(document: Document, place: Place): { start: number; end: number } {
  const { sentences, text } = document;
  const at = { beginning: 0, body: Math.floor(sentences.length / 2), end: sentences.length - 1 }[place];
  const sentence = sentences[at];
  return sentence ? { start: sentence.start, end: sentence.end } : { start: 0, end: text.length };
}
