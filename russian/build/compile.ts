// Compiles the dictionary that the npm package `az` ships into data/opencorpora.dict.br.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { encode } from './encode.ts';
import { readSource, sourceFolder } from './source.ts';

const folder = sourceFolder();
if (folder === undefined) {
  console.error(
    'The npm package «az», whose dictionary is compiled, is not installed: run npm install first.',
  );
  process.exit(2);
}
const bytes = encode(readSource(folder));
const compressed = brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
});
const target = fileURLToPath(new URL('../data/opencorpora.dict.br', import.meta.url));
writeFileSync(target, compressed);
console.log(`${bytes.length} bytes, compressed ${compressed.length}: ${target}`);
