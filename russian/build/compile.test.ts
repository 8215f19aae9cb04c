import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dictionaryFile } from '../node.ts';
import { encode } from './encode.ts';
import { readSource, sourceFolder } from './source.ts';

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('the compiled dictionary', () => {
  it('takes at most 0.8 MB', () => {
    expect(readFileSync(dictionaryFile).length).toBeLessThan(800_000);
  });

  it('comes out the same when it is compiled again', { timeout: 180_000 }, ({ skip }) => {
    const folder = sourceFolder();
    if (folder === undefined) return skip('npm package «az», the source, is not installed');
    const shipped = brotliDecompressSync(readFileSync(dictionaryFile));
    expect(digest(encode(readSource(folder)))).toBe(digest(shipped));
  });
});
