import { predicate, swap } from '../phrase-language/fix.ts';
import type { Phrase } from '../phrase-language/phrase.ts';

/** Heavy words for «must», «may» and «cannot». */
export const obligation: readonly Phrase[] = [
  {
    pattern: 'надлежать',
    example: 'Вам надлежит явиться.',
    plain: 'нужно',
    fix: [swap('нужно').when('<VERB:pres>')],
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: 'подлежать (<datv>)',
    example: 'Заявление подлежит возврату.',
    plain: '«мы вернем»; нужно',
    moderation: 'legal',
    severity: 'hint',
  },
  {
    pattern: 'допускаться',
    example: 'Допускается подача копий.',
    plain: 'можно',
    moderation: 'moderate',
    severity: 'hint',
  },
  {
    pattern: '=не представляться =возможным',
    example: 'Решить вопрос не представляется возможным.',
    plain: 'нельзя, потому что…; «мы не можем»',
    fix: [swap('нельзя')],
    moderation: 'no',
    severity: 'error',
  },
  {
    pattern: 'представляться =целесообразным',
    example: 'Представляется целесообразным отложить встречу.',
    plain: 'лучше; предлагаем',
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: '=вправе',
    example: 'Вы вправе обжаловать отказ.',
    plain: 'можете',
    fix: [predicate('мочь')],
    moderation: 'moderate',
    severity: 'hint',
  },
  {
    pattern: '=должно|=должны|=должен|=должна =быть <PRTS>',
    example: 'Заявление должно быть подписано.',
    plain: '«подпишите заявление»',
    moderation: 'moderate',
    severity: 'hint',
  },
];
