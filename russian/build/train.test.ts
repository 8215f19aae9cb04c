import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { taggerFile } from '../node.ts';
import { crossValidate } from './evaluate.ts';
import { train } from './train.ts';
import { readExamples } from './treebanks.ts';
import { encodeWeights } from './weights.ts';

const examples = readExamples();
const reason = 'the treebanks are not beside the checkout';

describe('the weights of the tagger', () => {
  it('take little room', () => {
    expect(readFileSync(taggerFile).length).toBeLessThan(100_000);
  });

  it('come out the same when they are learnt again', { timeout: 120_000 }, ({ skip }) => {
    if (examples.length === 0) skip(reason);
    const shipped = new Uint8Array(brotliDecompressSync(readFileSync(taggerFile)));
    expect(Buffer.compare(encodeWeights(train(examples)), shipped)).toBe(0);
  });

  it('choose well in sentences that they have not seen', { timeout: 240_000 }, ({ skip }) => {
    if (examples.length === 0) skip(reason);
    const accuracy = crossValidate(examples, 5);
    expect(accuracy.case).toBeGreaterThan(0.89);
    expect(accuracy.partOfSpeech).toBeGreaterThan(0.95);
    expect(accuracy.case).toBeGreaterThan(accuracy.firstParseCase + 0.1);
  });
});
