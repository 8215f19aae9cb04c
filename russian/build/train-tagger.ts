// Learns the weights of the tagger from the treebanks beside the checkout and writes them to data/tagger.bin.br.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { taggerFile } from '../node.ts';
import { compress } from './compress.ts';
import { train } from './train.ts';
import { readExamples } from './treebanks.ts';
import { encodeWeights } from './weights.ts';

const examples = readExamples();
if (examples.length === 0) {
  console.error(
    'The treebanks (*.conllu) are not in ../shared/data/ud beside the checkout: nothing to learn from.',
  );
  process.exit(2);
}
const bytes = compress(encodeWeights(train(examples)));
writeFileSync(taggerFile, bytes);
console.log(`${examples.length} sentences, ${bytes.length} bytes: ${fileURLToPath(taggerFile)}`);
