import type { Told } from '../telling.ts';

/** Ways to send a message; a letter that goes by two of them names both. */
const channels: readonly RegExp[] = [
  /электронн\p{L}* почт|(?:на|по) (?:ваш\p{L}* |эту |эту же |ту же )?почт[уе](?! росс)|e-?mail|эл\. ?почт|\S@\S|\(\([^)]*(?:электронная почта|адрес почты)[^)]*\)\)/u,
  /почт\p{L}* россии|обычн\p{L}* (?:почт|письм)|заказн|бумажн|почтов\p{L}* адрес/u,
  /госуслуг|епгу|портал|личн\p{L}* кабинет/u,
  /смс|sms|по телефону|звонк|позвон/u,
  /мфц|лично|на руки/u,
];

const sends = /направ|отправ|присла|пришл|сообщ|вышл|уведом|ответ|придет|ушл/u;

/** The sentences that say by which ways a message goes, when a letter names two of them. */
export function sentencesOfChannels(letter: readonly Told[]): number[] {
  const sent = [...letter.entries()].filter(([, { text }]) => sends.test(text));
  const named = channels.flatMap((channel) => {
    const first = sent.find(([, { text }]) => channel.test(text));
    return first === undefined ? [] : [first[0]];
  });
  return named.length > 1 ? named : [];
}
