import type { Variable } from '#knowledge';
import type { VariableValue } from '../storage/record.ts';
import { isMoment } from './dates.ts';

/**
 * What is wrong with a value that was typed or sent for a variable, as the end of a sentence: «нужно число». Undefined for a
 * good value and for an empty one: that is loud in the letter.
 */
export function wrongValue(
  { type, options }: Variable,
  value: VariableValue | undefined,
): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (type === 'flag') return typeof value === 'boolean' ? undefined : 'нужно «да» или «нет»';
  if (typeof value !== 'string') return 'нужен текст';
  const text = value.trim();
  if (type === 'choice' && !options?.includes(value)) return 'выберите один из вариантов';
  if (type === 'date' && !isMoment(`${text}T00:00`)) return 'такой даты нет';
  if (type === 'number' && !/^-?\d+(?:[.,]\d+)?$/.test(text.replaceAll(/[\s\u00a0]/g, '')))
    return 'нужно число: цифры, а для дробей запятая';
  if (type === 'link' && text !== '' && !isAddress(text)) return 'нужен адрес, который начинается с https://';
  return undefined;
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s.]+\.\S+$/.test(text) && URL.canParse(text);
}
