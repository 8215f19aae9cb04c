import type { Phrase } from '../phrase-language/phrase.ts';

/** Intensifiers instead of facts (LN-7). */
export const intensifier: readonly Phrase[] = [
  {
    pattern: '=особо|=крайне|=весьма важный|нужный',
    example: 'Это крайне важный вопрос.',
    plain: 'убрать усилитель; сказать, чем важен',
    moderation: 'no',
    severity: 'hint',
  },
  {
    pattern: '=максимально <ADVB>',
    example: 'Ответим максимально быстро.',
    plain: 'назвать срок',
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: 'широкий спектр|круг',
    example: 'Центр дает широкий спектр услуг.',
    plain: 'сколько и какие',
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: 'эффективный ~1 механизм|мера|инструмент',
    example: 'Это эффективный инструмент поддержки.',
    plain: 'какой результат дает',
    moderation: 'no',
    severity: 'hint',
  },
  {
    pattern: '=значительно|=существенно улучшить|повысить|улучшиться|повыситься',
    example: 'Качество значительно улучшилось.',
    plain: 'на сколько',
    moderation: 'no',
    severity: 'hint',
  },
];
