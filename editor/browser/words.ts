import type { RuleId } from '@ponyatno/lint-rules';
import type { DraftVersion, VersionKind } from '../storage/version.ts';

/** What a rule is called above its findings. */
export const ruleNames: Readonly<Record<RuleId, string>> = {
  officialese: 'Канцелярит',
  'light-verb': 'Два слова вместо одного',
  passive: 'Кто это сделает?',
  nominalization: 'Действие спрятано в\u00a0существительном',
  'genitive-chain': 'Цепочка родительных',
  'participial-clause': 'Причастный оборот',
  'sentence-length': 'Длинное предложение',
  'unexplained-abbreviation': 'Без расшифровки',
  'unexplained-term': 'Без объяснения',
  'brush-off': 'Отписка',
  archaism: 'Устаревшее слово',
  colloquialism: 'Разговорное слово',
  jargon: 'Жаргон',
  'hostile-tone': 'Недобрый тон',
  'acting-for-caller': 'Действие за клиента',
  pleonasm: 'Лишнее слово',
  repetition: 'Повтор',
  intensifier: 'Усиление',
  'cliche-density': 'Много штампов',
  'bare-citation': 'Норма без объяснения',
  'missing-part': 'Нет обязательной части',
  spelling: 'Правописание',
};

/** The name of a rule that a draft of another version may have kept; nothing for one that is not known. */
export function ruleNameOf(rule: string): string {
  return Object.entries(ruleNames).find(([id]) => id === rule)?.[1] ?? '';
}

const versionNames: Readonly<Record<VersionKind, string>> = {
  hand: 'Версия',
  created: 'Из шаблона',
  session: 'Когда все вышли',
  copied: 'Письмо скопировали',
  'before-decision': 'Перед решением о правках',
  'before-restore': 'Перед возвратом версии',
  restored: 'Возвращена версия',
};

/** What a version is called: its own name, or the moment it was kept at. */
export function versionName({ kind, name }: Pick<DraftVersion, 'kind' | 'name'>): string {
  if (kind === 'restored') return `${versionNames.restored} «${name}»`;
  return name === '' ? versionNames[kind] : name;
}

const counts = new Intl.PluralRules('ru');

/** «1 замечание», «3 замечания», «6 замечаний». */
export function countedWords(count: number, one: string, few: string, many: string): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one, few };
  return `${count}\u00a0${forms[counts.select(count)] ?? many}`;
}

/** «с 8-го класса», «со 2-го курса вуза»: the school grade that reads the letter with ease. */
export function readerOf(grade: number): string {
  const rounded = Math.max(1, Math.round(grade));
  if (rounded <= 11) return `${since(rounded)}\u00a0класса`;
  return rounded <= 16 ? `${since(rounded - 11)}\u00a0курса вуза` : 'только специалистом';
}

/** «9-й класс», «2-й курс вуза»: the same as a name, for a comparison. */
export function gradeName(grade: number): string {
  const rounded = Math.max(1, Math.round(grade));
  if (rounded <= 11) return `${rounded}-й\u00a0класс`;
  return rounded <= 16 ? `${rounded - 11}-й\u00a0курс вуза` : 'специалист';
}

/** «с 1-го», but «со 2-го»: the preposition is read before «второго». */
function since(ordinal: number): string {
  return `${ordinal === 2 ? 'со' : 'с'}\u00a0${ordinal}-го`;
}

/** A clause stays on one line: «п. 4.8». */
export function boundClause(clause: string): string {
  return clause.length > 24 ? clause : clause.replaceAll(' ', '\u00a0');
}

const moment = new Intl.DateTimeFormat('ru', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** «25 нояб., 14:05», by the clock of this computer; empty for what is no moment. */
export function shortMoment(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : moment.format(time).replaceAll(' ', '\u00a0');
}
