import type { Profile } from '@ponyatno/lint-rules';
import { isPair, isScalar, parseDocument, visit } from 'yaml';
import { pageSchemas } from '#knowledge';

/** Words of a page that stand in its front matter, at their places in the file. */
export interface FrontMatterText {
  /** As long as the file; everything else is blank. */
  readonly text: string;
  readonly profile: Profile;
}

/** Fields that people read, and what they are; the others are identifiers or words of searchers. */
const fields: ReadonlyMap<string, Profile> = new Map([
  ['title', 'page'],
  ['summary', 'page'],
  ['clients', 'page'],
  ['situation', 'page'],
  ['remit', 'page'],
  ['when', 'page'],
  ['label', 'page'],
  ['hint', 'page'],
  ['spoken', 'speech'],
]);

const block = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/** The texts of the front matter, each on its own: they do not make one text. */
export function frontMatterTexts(source: string): FrontMatterText[] {
  const yaml = block.exec(source)?.[1];
  if (yaml === undefined) return [];
  const base = source.indexOf(yaml);
  const texts: FrontMatterText[] = [];
  visit(parseDocument(yaml), {
    Pair(_, { key, value }) {
      const profile = isScalar(key) ? fields.get(String(key.value)) : undefined;
      if (profile === undefined || !isScalar(value) || typeof value.value !== 'string' || !value.range)
        return;
      const [start, end] = value.range;
      texts.push({ text: blankAround(source, base + start, base + end, value.type), profile });
    },
  });
  return texts;
}

/** One field of the front matter as a plain string; undefined when it is not there. */
export function frontMatterField(source: string, name: string): string | undefined {
  const yaml = block.exec(source)?.[1];
  const value: unknown = yaml === undefined ? undefined : parseDocument(yaml).get(name);
  return typeof value === 'string' ? value : undefined;
}

/**
 * Whether front matter after a change of words is still what it was: the same fields, each value as it is written, and
 * whatever a page of the knowledge base may be it still may (a title must not outgrow its limit).
 */
export function frontMatterIntact(before: string, after: string): boolean {
  const [one, two] = [valuesOf(before), valuesOf(after)];
  if (one === undefined || two === undefined) return one === two;
  if (two.broken && !one.broken) return false;
  if (JSON.stringify(one.others) !== JSON.stringify(two.others)) return false;
  if (one.words.some((value, index) => value.isAsWritten && two.words[index]?.isAsWritten !== true))
    return false;
  return Object.values(pageSchemas).every(
    (schema) => !schema.safeParse(one.data).success || schema.safeParse(two.data).success,
  );
}

interface Values {
  readonly broken: boolean;
  readonly data: unknown;
  /** Values of the fields that people read, in their order. */
  readonly words: readonly { readonly isAsWritten: boolean }[];
  /** Everything else: it may not change. */
  readonly others: readonly unknown[];
}

function valuesOf(source: string): Values | undefined {
  const yaml = block.exec(source)?.[1];
  if (yaml === undefined) return undefined;
  const document = parseDocument(yaml);
  const words: { isAsWritten: boolean }[] = [];
  const others: unknown[] = [];
  visit(document, {
    Scalar(key, { value, range, type }, path) {
      const pair = path.at(-1);
      const field = key === 'value' && isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
      if (!fields.has(field) || typeof value !== 'string' || !range) return void others.push(value);
      const [start, end] = range;
      const written = blankAround(yaml, start, end, type);
      words.push({ isAsWritten: withoutSpace(written) === withoutSpace(value) });
    },
  });
  return { broken: document.errors.length > 0, data: document.toJS(), words, others };
}

const withoutSpace = (text: string) => text.replace(/\s+/g, '');

/** The text of a value without its quotes or its `>-`; lines keep their numbers. */
function blankAround(source: string, start: number, end: number, type: string | undefined): string {
  const own = source.slice(start, end);
  const isBlock = type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL';
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  const from = start + (isBlock ? own.search(/\r?\n/) : isQuoted ? 1 : 0);
  const to = isQuoted ? end - 1 : end;
  const blank = (text: string) => text.replace(/[^\r\n]/g, ' ');
  return blank(source.slice(0, from)) + source.slice(from, to) + blank(source.slice(to));
}
