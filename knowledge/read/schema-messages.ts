import type { z } from 'zod';
import { counted } from '../russian.ts';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const typeNames: Record<string, string> = {
  string: 'текст',
  number: 'число',
  int: 'целое число',
  boolean: 'true или false',
  array: 'список (строки с «- »)',
  object: 'набор полей',
  record: 'набор полей',
};

const formats: Record<string, string> = {
  url: 'Нужен полный адрес: «https://dmp.nso.ru».',
  email: 'Нужен адрес электронной почты: «name@nso.ru».',
  date: 'Дата пишется как 2026-11-22.',
};

/** Says in Russian what a value of the content should be; messages written in the schema itself go first. */
export function explainIssue(issue: RawIssue): string {
  if (issue.input === undefined) return 'Не хватает обязательного поля. Впишите его.';
  switch (issue.code) {
    case 'invalid_type':
      return `Ожидается ${typeNames[issue.expected] ?? issue.expected}, а стоит ${describe(issue.input)}.${quotes(issue)}`;
    case 'too_small':
      return bound(issue.origin, Number(issue.minimum), 'не меньше', issue.input);
    case 'too_big':
      return bound(issue.origin, Number(issue.maximum), 'не больше', issue.input);
    case 'invalid_format':
      return formats[issue.format] ?? 'Значение написано не так, как нужно.';
    case 'unrecognized_keys':
      return `Поля «${issue.keys.join('», «')}» здесь не бывает. Проверьте имя или уберите поле.`;
    case 'invalid_value':
      return `Здесь бывает только: ${issue.values.map(String).join(', ')}. Стоит ${describe(issue.input)}.`;
    case 'invalid_union':
      return `Ни один из вариантов записи не подходит. Стоит ${describe(issue.input)}.`;
    case 'invalid_key':
      return 'Имя поля не подходит.';
    default:
      return 'Значение не подходит.';
  }
}

/** «2137» and «да» without quotes are a number and a word of YAML's own. */
function quotes({ expected, input }: { readonly expected: string; readonly input?: unknown }): string {
  const bare = typeof input === 'number' || typeof input === 'boolean';
  return expected === 'string' && bare ? ' Возьмите значение в кавычки.' : '';
}

/** A short picture of what stands in the file. */
export function describe(input: unknown): string {
  if (input === null || input === undefined) return 'пусто';
  if (Array.isArray(input)) return 'список';
  if (typeof input === 'object') return `набор полей (${Object.keys(input).join(', ')})`;
  const text = String(input);
  return `«${text.length > 60 ? `${text.slice(0, 57)}…` : text}»`;
}

function bound(origin: string, limit: number, relation: string, input: unknown): string {
  if (origin === 'string') {
    const length = typeof input === 'string' ? input.length : 0;
    const now = length === 0 ? 'сейчас пусто' : `сейчас ${length}`;
    return `Нужно ${relation} ${counted(limit, ['знака', 'знаков', 'знаков'])}, ${now}.`;
  }
  if (origin === 'array')
    return `В списке нужно ${relation} ${counted(limit, ['пункта', 'пунктов', 'пунктов'])}.`;
  return `Нужно число ${relation} ${limit}, стоит ${describe(input)}.`;
}
