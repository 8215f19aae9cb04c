import { channels, link, type Part } from './parts.ts';

/** A sentence as the signs of the parts expect it. */
export function folded(sentence: string): string {
  return sentence
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u00ad|\u0301/g, '')
    .replaceAll('ё', 'е')
    .replace(/\s+/g, ' ');
}

/** Which of a letter's sentences, folded, bring a part; none when it is not there. */
export function sentencesWith(
  name: string,
  { signs, except, link: needsLink }: Part,
  sentences: readonly string[],
): number[] {
  const found = sentences.flatMap((sentence, index) => {
    const told = except === undefined ? sentence : sentence.replaceAll(except, ' ');
    if (!signs.some((sign) => sign.test(told))) return [];
    return needsLink !== true || link.test(`${sentence} ${sentences[index + 1] ?? ''}`) ? [index] : [];
  });
  return found.length === 0 && name === 'both-channels' ? twoChannels(sentences) : found;
}

/** The sentences that say by which channels a message goes, when they name two of them. */
function twoChannels(sentences: readonly string[]): number[] {
  const sent = [...sentences.entries()].filter(([, sentence]) =>
    /(?:направ|отправ|присла|пришл|сообщ|вышл|уведом|ответ|придет|ушл)/u.test(sentence),
  );
  const named = channels.flatMap((channel) => {
    const first = sent.find(([, sentence]) => channel.test(sentence));
    return first === undefined ? [] : [first[0]];
  });
  return named.length > 1 ? [...new Set(named)].sort((a, b) => a - b) : [];
}
