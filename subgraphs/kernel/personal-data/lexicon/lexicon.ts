import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { packagePath } from '../../config/package-folder.ts';

/** Bytes of one entry in the file: a hash of 32 bits and its flags. */
const ENTRY_BYTES = 8;

/** What is known of words, by the hash of their folded form. */
export interface Lexicon {
  /** The flags of a word, 0 when it is not known. One unknown word in some 20 000 is taken for a known one. */
  flagsOf: (hash: number) => number;
  size: number;
}

let loaded: Lexicon | null = null;

/** The lexicon of the product, read when first asked for: 5 MB of memory. */
export function lexicon(): Lexicon {
  return (loaded ??= readLexicon(
    brotliDecompressSync(readFileSync(packagePath('subgraphs', 'kernel', 'personal-data', 'lexicon', 'lexicon.bin'))),
  ));
}

/** A lexicon from its file: pairs of hash and flags, the hashes first, both little-endian. */
export function readLexicon(file: Buffer): Lexicon {
  const size = file.length / ENTRY_BYTES;
  let capacity = 1;
  while (capacity < size * 2) capacity *= 2;
  const mask = capacity - 1;
  const hashes = new Int32Array(capacity);
  const flags = new Int32Array(capacity);
  for (let entry = 0; entry < size; entry++) {
    const hash = file.readInt32LE(entry * 4);
    let slot = hash & mask;
    while (flags[slot] !== 0) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    flags[slot] = file.readInt32LE((size + entry) * 4);
  }
  return {
    size,
    flagsOf(hash) {
      for (let slot = hash & mask; flags[slot] !== 0; slot = (slot + 1) & mask) if (hashes[slot] === hash) return flags[slot] ?? 0;
      return 0;
    },
  };
}
