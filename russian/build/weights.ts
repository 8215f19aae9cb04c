import { weightsMagic } from '../tagger/tagger.ts';
import { ByteWriter } from './writer.ts';

/** The file of weights, before compression. */
export function encodeWeights(weights: Int8Array): Uint8Array {
  return new ByteWriter().text(weightsMagic).column(new Uint8Array(weights.buffer)).finish();
}
