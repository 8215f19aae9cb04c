// The dictionary of `az`, read the way pymorphy2 reads it: one word at a time, straight from the word graph. It shares
// nothing with `build/`, so that the two check each other.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../node_modules/az/dicts/', import.meta.url);

/** Whether the package is installed. */
export const hasAz: boolean = existsSync(fileURLToPath(folder));

/** All analyses of a word that the source has, as `lemma tag`, sorted, without repeats. */
export type SourceParser = (word: string) => string[];

function bytesOf(name: string): DataView {
  const bytes = readFileSync(new URL(name, folder));
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function stringsOf(name: string): string[] {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

/** Opens the source. */
export function openAz(): SourceParser {
  const words = bytesOf('words.dawg');
  const suffixes = stringsOf('suffixes.json');
  const tags = stringsOf('gramtab-opencorpora-int.json');
  const paradigms = readParadigms(bytesOf('paradigms.array'));
  const prefixes = ['', 'по', 'наи'];
  const codes = new Map(
    Array.from(
      new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, code) => code)),
      (letter, code) => [letter, code],
    ),
  );

  const unit = (index: number) => words.getUint32(4 + index * 4, true);

  /** Follows one byte of a key from a state; undefined if no key goes on so. */
  function follow(state: number | undefined, byte: number | undefined): number | undefined {
    if (state === undefined || byte === undefined) return undefined;
    const offset = (unit(state) >>> 10) << ((unit(state) & 0x200) >>> 6);
    const next = state ^ offset ^ byte;
    return (unit(next) & 0x800000ff) >>> 0 === byte ? next : undefined;
  }

  /** All payloads of four bytes after a state: the numbers of paradigm and form, seven bits a byte. */
  function payloads(state: number | undefined, bytes: readonly number[]): [number, number][] {
    if (state === undefined) return [];
    if (bytes.length === 4) {
      const [a = 0, b = 0, c = 0, d = 0] = bytes;
      return [[((a ^ 1) << 6) + (b >> 1), ((c ^ 1) << 6) + (d >> 1)]];
    }
    const found: [number, number][] = [];
    for (let byte = 1; byte < 256; byte++) found.push(...payloads(follow(state, byte), [...bytes, byte]));
    return found;
  }

  function analyses(spelling: string, [paradigm, form]: [number, number]): string {
    const row = paradigms[paradigm] ?? [];
    const forms = row.length / 3;
    const part = (index: number) => row[index] ?? 0;
    const prefix = prefixes[part(2 * forms + form)] ?? '';
    const stem = spelling.slice(prefix.length, spelling.length - (suffixes[part(form)] ?? '').length);
    const lemma = (prefixes[part(2 * forms)] ?? '') + stem + (suffixes[part(0)] ?? '');
    return `${lemma} ${tags[part(forms + form)]}`;
  }

  /** Both spellings of each е. */
  function visit(word: string, state: number | undefined, spelling: string, found: Set<string>): void {
    if (state === undefined) return;
    if (spelling.length === word.length) {
      for (const payload of payloads(follow(state, 1), [])) found.add(analyses(spelling, payload));
      return;
    }
    const letter = word[spelling.length] ?? '';
    for (const variant of letter === 'е' ? ['е', 'ё'] : [letter])
      visit(word, follow(state, codes.get(variant)), spelling + variant, found);
  }

  return (word) => {
    const found = new Set<string>();
    visit(word, 0, '', found);
    return [...found].sort();
  };
}

function readParadigms(view: DataView): number[][] {
  const number = (index: number) => view.getUint16(index * 2, true);
  const rows: number[][] = [];
  for (let position = 1; rows.length < number(0); position += 1 + number(position))
    rows.push(Array.from({ length: number(position) }, (_, index) => number(position + 1 + index)));
  return rows;
}
