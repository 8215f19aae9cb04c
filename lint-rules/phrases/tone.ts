import type { Phrase } from '../phrase-language/phrase.ts';

/** Accusation and displeasure (LN-2, LN-7). */
export const tone: readonly Phrase[] = [
  {
    pattern: '=вам =отказано',
    example: 'Вам отказано в выплате.',
    plain: 'причина простыми словами + что сделать дальше',
    moderation: 'moderate',
    severity: 'warning',
  },
  {
    pattern: '=Вы =не предоставить|представить|приложить|указать',
    example: 'Вы не предоставили справку.',
    plain: '«не хватает справки; пришлите до …»',
    moderation: 'no',
    severity: 'warning',
  },
  {
    pattern: '=Вы =обязаны|=должны',
    example: 'Вы обязаны явиться лично.',
    plain: '«нужно прийти»',
    moderation: 'moderate',
    severity: 'hint',
  },
  {
    pattern: '=по =Вашей =вине',
    example: 'Ошибка произошла по Вашей вине.',
    plain: 'убрать обвинение; что исправить',
    moderation: 'no',
    severity: 'error',
  },
  {
    pattern: 'ошибочно полагать',
    example: 'Вы ошибочно полагаете, что срок истек.',
    plain: '«срок идет до …»',
    moderation: 'no',
    severity: 'error',
  },
  {
    pattern: 'необоснованный|голословный жалоба|претензия|довод|обращение',
    example: 'Жалоба необоснованная, довод голословный.',
    plain: 'что проверили и почему решили так',
    moderation: 'no',
    severity: 'error',
  },
  {
    pattern: 'внимательно читать|прочитать|ознакомиться',
    example: 'Внимательно ознакомьтесь с правилами.',
    plain: 'дать суть правила здесь',
    moderation: 'no',
    severity: 'warning',
  },
];
