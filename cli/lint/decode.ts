import { UsageError } from '../errors.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Letters of another encoding would be linted as garbage, and written back as garbage by `--fix`. */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = decode(bytes);
  // UTF-16 without letters beyond ASCII is valid UTF-8 full of zeros, and so is many a binary file.
  if (text !== undefined && !text.includes('\0')) return text;
  const encoding = guess(bytes);
  const what = encoding === undefined ? '' : `: похоже, это ${encoding.name}`;
  const way =
    encoding === undefined
      ? 'Сохраните его в UTF-8 и повторите.'
      : `Сохраните его в UTF-8 и повторите, например: iconv -f ${encoding.code} -t UTF-8.`;
  throw new UsageError(`Файл «${name}» не в кодировке UTF-8${what}. ${way}`);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The encodings that old Russian programs write. */
function guess(bytes: Uint8Array): { name: string; code: string } | undefined {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { name: 'UTF-16', code: 'UTF-16' };
  if (bytes.includes(0)) return undefined;
  // In Windows-1251 small letters stand from 0xE0, in KOI8-R from 0xC0: a text has more small letters than capitals.
  let low = 0;
  let high = 0;
  for (const byte of bytes) {
    if (byte >= 0xe0) high++;
    else if (byte >= 0xc0) low++;
  }
  if (low + high === 0) return undefined;
  return high >= low ? { name: 'Windows-1251', code: 'CP1251' } : { name: 'KOI8-R', code: 'KOI8-R' };
}
