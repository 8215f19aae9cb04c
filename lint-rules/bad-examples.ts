import type { Document, Paragraph } from './document.ts';
import type { Span } from './types.ts';

/** «Не пишите:», «Плохо:», «Было:»: what follows is shown to be avoided. */
const warningAhead =
  /(?:^|[^a-zа-яё])(?:(?:не\s(?:пишите|говорите|используйте|употребляйте|произносите|(?:стоит|надо|следует)\s(?:писать|говорить))|нельзя\s(?:писать|говорить))(?:\s[a-zа-яё]+){0,3}|плохо|неправильно|неверно|неудачно|было|до\sправки|плохой\sпример|примеры?\sотпис[a-zа-яё]+):/giu;

/** Where the good example begins. */
const goodAhead =
  /(?:^|[^a-zа-яё])(?:правильно|хорошо|лучше|верно|стало|надо|нужно|пишите|говорите|после\sправки):/iu;

/** Bad examples that stand without quotation marks: after a colon, or as the list under it. */
export function badExamples({ text, paragraphs }: Document): Span[] {
  return paragraphs.flatMap((paragraph, index) => {
    const own = text.slice(paragraph.start, paragraph.end);
    if (!own.includes(':')) return [];
    return [...own.matchAll(warningAhead)].flatMap(({ index: at, 0: lead }) => {
      const start = paragraph.start + at + lead.length;
      const rest = text.slice(start, paragraph.end);
      if (rest.trim() === '') return listBelow(text, paragraphs, index);
      const length = goodAhead.exec(rest)?.index ?? firstSentence(rest);
      return [{ start, end: start + length }];
    });
  });
}

/** A row of bad examples goes on to the end of its sentence. */
function firstSentence(rest: string): number {
  const end = /[.!?…]+["»“]?(?=\s+\p{Lu}|\s*$)/u.exec(rest);
  return end === null ? rest.length : end.index + end[0].length;
}

function listBelow(text: string, paragraphs: readonly Paragraph[], lead: number): Span[] {
  const items: Span[] = [];
  for (const [offset, { start, end }] of paragraphs.slice(lead + 1).entries()) {
    const before = paragraphs[lead + offset]?.end ?? 0;
    if (!/^\s*(?:[-•*–—]|\d{1,2}[.)]|[а-я]\))\s/u.test(text.slice(before, Math.min(end, start + 4)))) break;
    items.push({ start, end });
  }
  return items;
}
