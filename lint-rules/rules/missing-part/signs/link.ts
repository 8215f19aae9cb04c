import { isOneOf, lemmas, nounsOf, type Told } from '../telling.ts';

/** An address, a variable for one, or the value that stands for it; words about a link are no link. */
export const address =
  /https?:\/\/|www\.|(?<![\p{L}\d@.])[a-zа-я\d-]+(?:\.[a-zа-я\d-]+)*\.(?:ru|рф|com|org|net|su|me|info|gov)(?![\p{L}\d])|\(\([^)]*(?:ссылк|опрос|сайт|отпис|оценк)[^)]*\)\)|0{8,}/u;

/** Nouns that say nothing of what a link is about. */
export const ofLinks = lemmas(
  `ссылка страница страничка сайт адрес форма кнопка клик нажатие интернет раздел переход минута минутка секунда пара
  раз время год день вопрос шкала балл звезда звёздочка единица спасибо пожалуйста просьба помощь qr код`,
);

/** Whether an address stands in the sentence, or in the next if that one names nothing else. */
export function hasAddress(letter: readonly Told[], index: number, topics: ReadonlySet<string>): boolean {
  const [told, next] = [letter[index], letter[index + 1]];
  if (told === undefined) return false;
  if (address.test(told.text)) return true;
  if (next === undefined || !address.test(next.text)) return false;
  const nouns = next.clauses.flatMap(nounsOf);
  return nouns.every((noun) => isOneOf(noun, ofLinks) || isOneOf(noun, topics));
}
