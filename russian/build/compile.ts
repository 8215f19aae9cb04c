// Compiles the dictionary that the npm package `az` ships into data/opencorpora.dict.br.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compress } from './compress.ts';
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
const compressed = compress(bytes);
const target = fileURLToPath(new URL('../data/opencorpora.dict.br', import.meta.url));
writeFileSync(target, compressed);
console.log(`${bytes.length} bytes, compressed ${compressed.length}: ${target}`);
