import type { Phrase } from '../phrase-language/phrase.ts';

/** Nouns of action in chains. */
export const nominalChain: readonly Phrase[] = [
  {
    pattern: 'повышение эффективность|качество|уровень',
    example: 'Цель — повышение качества услуг.',
    plain: '«чтобы … стало быстрее, дешевле»',
    moderation: 'moderate',
    severity: 'hint',
  },
  {
    pattern: 'совершенствование деятельность|порядок|механизм',
    example: 'Задача — совершенствование деятельности.',
    plain: 'что изменится для человека',
    moderation: 'moderate',
    severity: 'hint',
  },
  {
    pattern: 'мероприятие =по <NOUN>',
    example: 'Мероприятия по благоустройству завершены.',
    plain: 'глагол: «благоустроили»',
    moderation: 'moderate',
    severity: 'hint',
  },
  {
    pattern: 'работа =по <NOUN>',
    example: 'Работы по ремонту завершены.',
    plain: 'глагол: «отремонтировали»',
    moderation: 'moderate',
    severity: 'hint',
  },
  {
    pattern:
      'процедура|процесс получение|предоставление|оформление|подача|рассмотрение|регистрация|согласование',
    example: 'Процедура получения справки проста.',
    plain: '«получить справку»',
    moderation: 'moderate',
    severity: 'hint',
  },
  {
    pattern: 'порядок|вопрос предоставление',
    example: 'Порядок предоставления субсидии изменен.',
    plain: '«как получить субсидию»',
    moderation: 'legal',
    severity: 'hint',
  },
  {
    pattern: 'факт <gent>',
    example: 'При выявлении факта нарушения звоните.',
    plain: 'убрать: «если увидели нарушение»',
    moderation: 'moderate',
    severity: 'hint',
  },
  {
    pattern: 'осуществление (<gent>)',
    example: 'Осуществление выплаты начнется в мае.',
    plain: 'глагол: «выплатим», «проверим»',
    moderation: 'no',
    severity: 'warning',
  },
];
