import { govern, keep, swap } from '../phrase-language/fix.ts';
import type { Phrase } from '../phrase-language/phrase.ts';

/** Prepositions and verbs with the wrong case. */
export const government: readonly Phrase[] = [
  {
    pattern: '=согласно (<gent!datv>)',
    example: 'Согласно приказа прием отменен.',
    plain: 'согласно + дательный: «согласно приказу»; лучше «по приказу»',
    fix: [govern('по', 'gent', 'datv')],
    moderation: 'no',
    severity: 'error',
  },
  {
    pattern: '=вопреки|=благодаря (<gent!datv>)',
    example: 'Вопреки закона отказали.',
    plain: '+ дательный: «вопреки закону»',
    fix: [govern('=', 'gent', 'datv')],
    moderation: 'no',
    severity: 'error',
  },
  {
    pattern:
      '=в =течении ~2 (секунда|минута|час|сутки|день|неделя|месяц|мес|квартал|полугодие|год|срок|период|время|смена)',
    // The dictionary takes «месяца» for a form of «мес».
    example: 'В течении трёх дней мы ответим.',
    also: ['Позвоните в течении рабочего дня.', 'В течении месяца дадим ответ.'],
    fine: ['В течение месяца дадим ответ.', 'В течении реки много камней.'],
    plain: '«в течение» (о времени)',
    fix: [swap('в течение')],
    moderation: 'no',
    severity: 'error',
  },
  {
    pattern: '=в =соответствие =с|=со',
    except: ['привести|приводить|приведение|прийти|приходить ~4 =в =соответствие =с|=со'],
    example: 'В соответствие с законом срок продлён.',
    fine: ['Приведите документы в соответствие с законом.'],
    plain: '«в соответствии с»; лучше «по»',
    fix: [govern('по', 'ablt', 'datv')],
    moderation: 'no',
    severity: 'error',
  },
  {
    pattern: '=по =окончанию',
    example: 'По окончанию приема двери закроют.',
    plain: '«по окончании» (предложный падеж)',
    fix: [swap('по окончании')],
    moderation: 'no',
    severity: 'error',
  },
  {
    pattern: '=по =истечению',
    example: 'По истечению срока приходите.',
    plain: '«по истечении» (предложный падеж)',
    fix: [swap('по истечении')],
    moderation: 'no',
    severity: 'error',
  },
  {
    pattern: '=по =завершению',
    example: 'По завершению ремонта вход откроют.',
    plain: '«по завершении» (предложный падеж)',
    fix: [swap('по завершении')],
    moderation: 'no',
    severity: 'error',
  },
  {
    pattern: '=по =прибытию',
    example: 'По прибытию возьмите талон.',
    plain: '«по прибытии» (предложный падеж)',
    fix: [swap('по прибытии')],
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: '=по =приезду',
    example: 'По приезду зарегистрируйтесь.',
    plain: '«по приезде» (предложный падеж)',
    fix: [swap('по приезде')],
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: 'оплатить|оплачивать =за',
    example: 'Оплатите за услугу.',
    plain: 'оплатить что; платить за что',
    fix: [keep(0).before('<accs>')],
    moderation: 'no',
    severity: 'error',
  },
  {
    pattern: 'указать|указывать|отметить =о',
    example: 'В заявлении укажите о льготе.',
    plain: 'указать что',
    moderation: 'no',
    severity: 'warning',
  },
];
