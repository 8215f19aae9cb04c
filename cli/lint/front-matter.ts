import type { Profile } from '@ponyatno/lint-rules';
import { isScalar, parseDocument, visit } from 'yaml';

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
