import type { Document, Sentence } from '../../document.ts';
import { type Check, defineRule, type Settings } from '../../rule.ts';

/** A reference to a legal act with its number: «ст. 12 Федерального закона № 59-ФЗ», «пункту 4.6 Правил». */
const citation =
  /(?:стать[a-zа-яё]*|ст\.|пункт[a-zа-яё]*|п\.|част[a-zа-яё]{1,3}|ч\.|подпункт[a-zа-яё]*|абзац[a-zа-яё]*)\s*\d|(?:закон|приказ|постановлени|распоряжени|кодекс|регламент)[a-zа-яё]*[^.]{0,80}№\s*\S*\d|\d-ФЗ/iu;

/** Words of an explanation: a cause said in plain words. It may stand anywhere before the citation. */
const cause =
  /потому что|поэтому|значит|так как|поскольку|из-за|причин[аы]|дело в том|это (?:значит|означает)|то есть|иначе говоря|не хватает/iu;

/** What else explains when it stands right beside: a condition, a way out, plain words after a colon. */
const hint =
  /(?<!не )положен[аоы]?\s+(?!согласно|на\s|в\s|по\s)[a-zа-яё]|полагается|только (?:тем|те|если|когда)|нужн|можно|можете|больше|меньше|раньше|позже|(?:выше|ниже) нормы|:\s+[a-zа-яё]/iu;

/** Words of a refusal. */
const refusal = new Set([
  ...['отказать', 'отказывать', 'отказ', 'отклонить', 'отклонять', 'невозможно', 'невозможный', 'нельзя'],
  ...['возвратить', 'вернуть', 'оставить', 'прекратить'],
]);

/** A refusal that rests on an act and does not say why in plain words (WR-10). */
export const checkBareCitation: Check = function* (document, settings) {
  // Pages explain acts to staff; a client gets letters and talks.
  if (settings.profile !== 'letter' && settings.profile !== 'speech') return;
  for (const [index, sentence] of document.sentences.entries()) {
    const text = textOf(document, sentence);
    if (!/\d/.test(text) || !citation.test(text) || !isRefusal(document, settings, sentence)) continue;
    const around = document.sentences.slice(Math.max(0, index - 1), index + 2);
    const before = document.sentences.slice(0, index + 2);
    if (before.some((one) => cause.test(textOf(document, one)))) continue;
    if (around.some((one) => hint.test(textOf(document, one)))) continue;
    const { start, end } = sentence;
    yield {
      rule: 'bare-citation',
      severity: 'warning',
      start,
      end,
      message:
        'Отказ со ссылкой на акт, а причина простыми словами не названа. Лучше: сначала причина, потом что можно сделать, ссылка — в конце.',
      replacements: [],
    };
  }
};

/** Bare citations as a retext plugin. */
export const bareCitation = defineRule('bare-citation', checkBareCitation);

function textOf({ text }: Document, { start, end }: Sentence): string {
  return text.slice(start, end);
}

/** A letter of refusal, or words of a refusal in the sentence. */
function isRefusal(document: Document, { letter }: Settings, { words, start, end }: Sentence): boolean {
  if (letter === 'refusal') return true;
  if (
    /не\s+(?:мож|представляется|подлежит|предусмотрен|имеет|положен|назнач|полагается|удовлетвор)|основани[a-zа-яё]*\s[^.]{0,60}(?:нет|не\s)/iu.test(
      document.text.slice(start, end),
    )
  )
    return true;
  return words.some(({ keys }) => [...refusal].some((word) => keys.has(word)));
}
