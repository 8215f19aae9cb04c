import type { RuleId } from '../types.ts';

/** What each rule is called where people see it. */
export const ruleTitles: Readonly<Record<RuleId, string>> = {
  officialese: 'Канцелярит',
  'light-verb': 'Расщеплённое сказуемое',
  passive: 'Страдательный залог',
  nominalization: 'Отглагольное существительное',
  'genitive-chain': 'Цепочка родительных падежей',
  'participial-clause': 'Тяжёлый причастный оборот',
  'sentence-length': 'Длинное предложение',
  'unexplained-abbreviation': 'Необъяснённое сокращение',
  'unexplained-term': 'Необъяснённый термин',
  'brush-off': 'Отписка',
  archaism: 'Архаизм',
  colloquialism: 'Просторечие',
  jargon: 'Жаргон',
  'hostile-tone': 'Недружелюбный тон',
  pleonasm: 'Лишнее слово',
  repetition: 'Повтор',
  intensifier: 'Усилитель',
  'cliche-density': 'Слишком много клише',
  'bare-citation': 'Ссылка на закон без объяснения',
  'missing-part': 'Нет обязательной части',
  spelling: 'Ошибка в слове',
};
