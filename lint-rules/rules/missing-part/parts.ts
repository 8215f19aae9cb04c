import { tellsHowToCancel } from './signs/cancel.ts';
import { sentencesOfChannels } from './signs/channels.ts';
import { tellsContact } from './signs/contact.ts';
import { tellsDeadline } from './signs/deadline.ts';
import { tellsTheWay } from './signs/directions.ts';
import { namesLacking } from './signs/missing-items.ts';
import { asksOpinion } from './signs/opinion.ts';
import { tellsReason } from './signs/reason.ts';
import { tellsBody } from './signs/redirect.ts';
import { tellsRegistration } from './signs/registration.ts';
import { offersToLeave } from './signs/unsubscribe.ts';
import type { Told } from './telling.ts';

/** Where in a letter a part belongs. */
export type Place = 'beginning' | 'body' | 'end';

/** Whether a sentence of a letter brings a part; it may need the sentences around it. */
export type Sign = (letter: readonly Told[], index: number) => boolean;

/** A part of a letter: what it is called, what to write, where, and how it is recognised. */
export interface Part {
  readonly name: string;
  readonly advice: string;
  readonly place: Place;
  readonly isTold: Sign;
}

/** A sign in the words of one sentence. `except` looks like a sign and says something else: it is cut out first. */
function says(signs: readonly RegExp[], except?: RegExp): Sign {
  return (letter, index) => {
    const text = letter[index]?.text ?? '';
    const told = except === undefined ? text : text.replaceAll(except, ' ');
    return signs.some((sign) => sign.test(told));
  };
}

const message =
  '(?:письм|обращени|сообщени|заявлени|жалоб|запрос|заявк|отзыв|предложени|просьб|документ|анкет|ваш\\p{L}* вопрос)';
const received =
  '(?:получил|получен|поступил|пришл[оаи](?=[ ,.])|принял|принят|дошл[оаи](?=[ ,.])|зарегистрирова|доставлен|прочитал|прочли|подтвержда\\p{L}* получени)';
const again = '(?:снова|заново|повторно|еще раз|новое|новую)';
const send = '(?:пода|обрат|заявит|пришл|присла|отправ|напи)';

const doubles = says([
  /дублир\p{L}* (?!дат|срок|номер|адрес|врем)|дважды|по обоим|двумя способами|(?:второй|дополнительный|другой|выбранный|оба) канал|обоим каналам|(?:и|также|еще) (?:и )?(?:на|по|через|в) .{0,40}(?:тоже|также)/u,
]);

/** The parts that the orders know (WR-6…WR-13, LN-1, LN-6, OT-1). */
export const parts: Readonly<Record<string, Part>> = {
  greeting: {
    name: 'приветствие',
    advice: '«Здравствуйте» и имя',
    place: 'beginning',
    isTold: says([
      /здравствуй|добр(?:ый|ое|ого) (?:день|утро|вечер|дня|утра|вечера)|приветству(?:ем|ю) вас/u,
      /^[^\p{L}]*(?:глубоко|много)?уважаем(?:ый|ая|ые)(?:\(ая\))? (?:\p{L}|\()/u,
    ]),
  },
  receipt: {
    name: 'подтверждение, что письмо получено',
    advice: '«мы получили Ваше письмо» и день',
    place: 'beginning',
    isTold: says(
      [
        new RegExp(`${received}.{0,80}${message}`, 'u'),
        new RegExp(`${message}.{0,80}${received}`, 'u'),
        /(?:письм|обращени|сообщени|заявлени|жалоб|запрос|заявк)\p{L}*.{0,30}(?:уже )?у нас/u,
      ],
      /не (?:получ|поступ|приш|дош|принял|зарегистр)\p{L}*|решени\p{L}* принят\p{L}*|принят\p{L}* (?:решени|мер)\p{L}*|принял\p{L}* (?:решени|мер)\p{L}*|(?:мер|решени)\p{L}* .{0,60}принят\p{L}*/gu,
    ),
  },
  registration: {
    name: 'регистрация',
    advice: 'под каким номером и когда записали письмо',
    place: 'beginning',
    isTold: tellsRegistration,
  },
  deadline: {
    name: 'срок ответа',
    advice: 'до какого дня ответите',
    place: 'body',
    isTold: tellsDeadline,
  },
  'rating-link': {
    name: 'ссылка на оценку',
    advice: 'попросите оценить, удобно ли было писать, и дайте ссылку',
    place: 'end',
    isTold: asksOpinion,
  },
  'survey-link': {
    name: 'ссылка на опрос',
    advice: 'попросите пройти опрос и дайте ссылку',
    place: 'end',
    isTold: asksOpinion,
  },
  'channel-choice': {
    name: 'выбор канала',
    advice: 'спросите, куда прислать ответ: на почту, по телефону, в личный кабинет',
    place: 'body',
    isTold: says([
      /как (?:вам |вы )?.{0,20}(?:удобн|хотите|хотели бы|предпочитаете|лучше).{0,40}(?:получ|ответ|связ|общ|узна|присла)/u,
      /удобн\p{L}* (?:для вас |вам )?(?:способ|канал)|(?:получ|ответ|связ|общ|присла)\p{L}*.{0,40}(?:удобн|другим способом)|удобнее.{0,40}(?:получ|ответ|связ|письм|звон|почт|телефон)/u,
      /(?:выберите|выбрать|укажите|назовите|сообщите|напишите|скажите|ответьте).{0,60}(?:способ|канал|как (?:вам |мне |нам )?(?:получ|присл|ответ|отправ|связ)|куда (?:вам |мне |нам )?(?:присы|присл|ответ|отправ|направ|писать))/u,
      /куда .{0,30}(?:прислать|присылать|отправить|ответить|направить)|хотите (?:получ|ответ)|предпочита\p{L}*.{0,40}(?:письм|звон|почт|телефон|кабинет|способ|канал)/u,
      /(?:можем|могу) (?:ответить|прислать|написать).{0,60} или |ответ.{0,30}можно получить.{0,80} или /u,
    ]),
  },
  'both-channels': {
    name: 'два канала',
    advice: 'пришлите и по выбранному каналу, и по тому, что требует закон, и назовите оба',
    place: 'body',
    isTold: (letter, index) => doubles(letter, index) || sentencesOfChannels(letter).includes(index),
  },
  'plain-reason': {
    name: 'причина простыми словами',
    advice: 'почему нельзя — так, чтобы не открывать закон',
    place: 'body',
    isTold: tellsReason,
  },
  alternative: {
    name: 'что можно сделать',
    advice: 'другой способ или куда обратиться',
    place: 'body',
    isTold: says(
      [
        /вы (?:также |все же )?(?:можете|вправе)|можно |что (?:можно )?сделать|вместо этого|предлага|другой способ|вариант|способами/u,
        /попробуйте|обратитесь|подайте|пришлите|помогу|поможем|поможет|запиши|приходите|оформите|встаньте/u,
        /советуем|советую|рекоменду|обжал|вам (?:все же |также )?положен|есть (?:право|друг|ин)\p{L}*/u,
      ],
      /(?:других|иных) (?:вариантов|способов|возможностей) (?:нет|не)|нет (?:других |иных )?(?:вариантов|способов)|ничего нельзя|вы не (?:можете|вправе)|невозможно/gu,
    ),
  },
  'executor-contact': {
    name: 'кто отвечает и как с ним связаться',
    advice: 'имя, должность, телефон исполнителя',
    place: 'end',
    isTold: tellsContact,
  },
  'redirect-body': {
    name: 'кому передали письмо',
    advice: 'какому органу и когда передали, его телефон',
    place: 'beginning',
    isTold: tellsBody,
  },
  'missing-items': {
    name: 'чего не хватает',
    advice: 'список документов или ошибок',
    place: 'body',
    isTold: namesLacking,
  },
  reapply: {
    name: 'можно обратиться ещё раз',
    advice: 'исправить и подать снова, до какого дня',
    place: 'body',
    isTold: says([
      new RegExp(`${again}.{0,60}${send}|${send}\\p{L}*.{0,80}${again}`, 'u'),
      /(?:донесите|донести|принесите|принести|дошлите|исправьте|исправить|устраните|устранить|добавьте|подпишите|приложите)(?!\p{L})|пришлите (?:их|ее|его|недостающ|исправлен|справк|полис|копи|согласи|паспорт|подпис|договор|выписк|диплом)/u,
    ]),
  },
  'unsubscribe-link': {
    name: 'ссылка для отписки',
    advice: 'ссылка, по которой можно отказаться от рассылки',
    place: 'end',
    isTold: offersToLeave,
  },
  directions: {
    name: 'как добраться',
    advice: 'адрес, остановка, вход, этаж',
    place: 'body',
    isTold: tellsTheWay,
  },
  'cancel-way': {
    name: 'как отменить запись',
    advice: 'телефон или сайт, где можно отменить или перенести',
    place: 'end',
    isTold: tellsHowToCancel,
  },
};
