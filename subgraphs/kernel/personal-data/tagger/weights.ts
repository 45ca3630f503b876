import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { packagePath } from '../../config/package-folder.ts';
import { ROWS } from './features.ts';
import { TAG_COUNT } from './tags.ts';

/** What was learnt: how much each feature speaks for each tag, and how well tags follow each other. */
export interface Weights {
  /** A row of TAG_COUNT for each feature. */
  features: Int8Array;
  /** From tag (row) to tag (column); the last row is for the start of a stretch. */
  transitions: Int16Array;
}

/** Bytes of the file after it is unpacked. */
const FEATURE_BYTES = ROWS * TAG_COUNT;
const TRANSITIONS = (TAG_COUNT + 1) * TAG_COUNT;

/** The weights of the product: 2 MB of memory. */
export function loadWeights(): Weights {
  return readWeights(brotliDecompressSync(readFileSync(packagePath('subgraphs', 'kernel', 'personal-data', 'tagger', 'weights.bin'))));
}

/** Weights from their file: the transitions in 16 bits, little-endian, then the features in 8. */
export function readWeights(file: Buffer): Weights {
  const transitions = Int16Array.from({ length: TRANSITIONS }, (_, index) => file.readInt16LE(index * 2));
  const features = new Int8Array(FEATURE_BYTES);
  features.set(file.subarray(TRANSITIONS * 2, TRANSITIONS * 2 + FEATURE_BYTES));
  return { features, transitions };
}

/** The other way round. */
export function writeWeights({ features, transitions }: Weights): Buffer {
  const file = Buffer.alloc(TRANSITIONS * 2 + FEATURE_BYTES);
  transitions.forEach((value, index) => file.writeInt16LE(value, index * 2));
  file.set(new Uint8Array(features.buffer, features.byteOffset, features.length), TRANSITIONS * 2);
  return file;
}
