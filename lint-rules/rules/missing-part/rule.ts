import type { Document, Sentence } from '../../document.ts';
import type { Finding } from '../../finding.ts';
import { capitalize } from '../../morphology/case.ts';
import { type Check, defineRule } from '../../rule.ts';
import { channels, link, type Part, type Place, parts } from './parts.ts';

/** Parts that a letter of its kind must have by the agency's order, and does not (WR-6…WR-13, LN-1, OT-1). */
export const checkMissingParts: Check = function* (document, { letter, letters }) {
  const required = letter === undefined ? [] : (letters[letter]?.parts ?? []);
  const sentences =
    required.length === 0 ? [] : document.sentences.map((sentence) => fold(document, sentence));
  for (const { part, clause } of required) {
    const known = parts[part];
    if (known === undefined || isThere(part, known, sentences)) continue;
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

/** A sentence as the signs of the parts expect it. */
function fold({ text }: Document, { start, end }: Sentence): string {
  return text
    .slice(start, end)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u00ad|\u0301/g, '')
    .replaceAll('ё', 'е')
    .replace(/\s+/g, ' ');
}

function isThere(
  name: string,
  { signs, except, link: needsLink }: Part,
  sentences: readonly string[],
): boolean {
  if (name === 'both-channels' && namesTwoChannels(sentences)) return true;
  return sentences.some((sentence, index) => {
    const told = except === undefined ? sentence : sentence.replaceAll(except, ' ');
    if (!signs.some((sign) => sign.test(told))) return false;
    return needsLink !== true || link.test(`${sentence} ${sentences[index + 1] ?? ''}`);
  });
}

function namesTwoChannels(sentences: readonly string[]): boolean {
  const sent = sentences.filter((sentence) =>
    /(?:направ|отправ|присла|пришл|сообщ|вышл|уведом|ответ|придет|ушл)/u.test(sentence),
  );
  return channels.filter((channel) => sent.some((sentence) => channel.test(sentence))).length > 1;
}

/** The sentence near which the part belongs; the whole text when there is none. */
function anchor(document: Document, place: Place): { start: number; end: number } {
  const { sentences, text } = document;
  const at = { beginning: 0, body: Math.floor(sentences.length / 2), end: sentences.length - 1 }[place];
  const sentence = sentences[at];
  return sentence ? { start: sentence.start, end: sentence.end } : { start: 0, end: text.length };
}
