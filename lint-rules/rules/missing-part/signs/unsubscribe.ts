import type { Told } from '../telling.ts';
import { lemmas } from '../telling.ts';
import { hasAddress } from './link.ts';

const mail = '(?:рассыл|подписк|пис(?:ьм|ем)|новост|уведомлени|сообщени|оповещени)\\p{L}*';
const signs = [
  /(?<!\p{L})отпи[сш]/u,
  new RegExp(`(?:отказ(?:аться|ывайтесь)|откажитесь) от (?:\\p{L}+ ){0,3}(?:${mail}|нее|них|нашей)`, 'u'),
  new RegExp(
    `не (?:хотите|хочется|желаете|надо|нужн\\p{L}*|нужны|интересн\\p{L}*)(?: \\p{L}+){0,3} ${mail}`,
    'u',
  ),
  new RegExp(
    `не (?:получать|присыла\\p{L}*|читать|приходил\\p{L}*|беспокои\\p{L}*)|больше (?:таких|этих|наших) ${mail}`,
    'u',
  ),
  new RegExp(`${mail}(?: \\p{L}+){0,3} не (?:нужн|интересн|хотите|хочется|надо)`, 'u'),
  new RegExp(`(?:отмен|отключ|прекра|останов|остано|отозв|отозов)\\p{L}* (?:\\p{L}+ ){0,3}${mail}`, 'u'),
  new RegExp(
    `(?:убрать|удалить|исключить|уберите|удалите|уберем|вычеркнуть) .{0,30}адрес|(?:выйти|исключить|удалить) .{0,30}${mail}`,
    'u',
  ),
];

const topics = lemmas('рассылка подписка отписка отказ письмо новость адрес');

/** Whether the sentence says how to leave the mailing, with the address where it is done. */
export function offersToLeave(letter: readonly Told[], index: number): boolean {
  const { text = '' } = letter[index] ?? {};
  if (
    /отписаться (?:\p{L}+ ){0,3}(?:нельзя|невозможно|не получится)|(?:нельзя|невозможно|не получится) отписаться/u.test(
      text,
    )
  )
    return false;
  return signs.some((sign) => sign.test(text)) && hasAddress(letter, index, topics);
}
