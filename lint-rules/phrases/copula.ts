import { govern, swap, verb } from '../phrase-language/fix.ts';
import type { Phrase } from '../phrase-language/phrase.ts';

/** Heavy words for «is». */
export const copula: readonly Phrase[] = [
  {
    pattern: 'являться',
    example: 'Министерство является получателем.',
    plain: 'тире; это; быть',
    fix: [
      govern('—', 'ablt', 'nomn').when('<VERB:pres,per3>').after('<NOUN>'),
      verb('быть', 'быть').when('<VERB:past>').before('<ablt>'),
    ],
    moderation: 'moderate',
    severity: 'warning',
  },
  {
    pattern: 'представлять|представить =собой',
    example: 'Услуга представляет собой выплату.',
    plain: 'это',
    fix: [govern('— это', 'accs', 'nomn').when('<VERB:pres,per3>').after('<NOUN>')],
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: 'иметь =место',
    example: 'Нарушения имели место в мае.',
    plain: 'быть, случиться',
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: 'выступать =в =роли|=качестве',
    example: 'Оператор выступает в роли посредника.',
    plain: 'быть',
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: 'служить|послужить основание',
    example: 'Отказ послужил основанием для жалобы.',
    plain: 'из-за (чего); потому что',
    moderation: 'moderate',
    severity: 'hint',
  },
  {
    pattern: 'носить ~2 характер',
    example: 'Рекомендация носит общий характер.',
    plain: 'быть: «общая рекомендация»',
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: 'иметься',
    example: 'В деле имеется справка.',
    plain: 'есть',
    fix: [swap('есть').when('<VERB:pres>')],
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: 'отсутствовать',
    example: 'В деле отсутствует справка.',
    plain: 'нет',
    fix: [govern('нет', 'nomn', 'gent').when('<VERB:pres>')],
    moderation: 'moderate',
    severity: 'hint',
  },
  {
    pattern: 'располагать информация|сведение|данные',
    example: 'Отдел не располагает информацией.',
    plain: 'знать; «у нас нет данных»',
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: 'заключаться =в =том',
    example: 'Проблема заключается в том, что нет справки.',
    plain: '«проблема: нет справки»',
    moderation: 'moderate',
    severity: 'hint',
  },
];
