import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** Smaller files travel as they are: they fit into one packet. */
const SMALL_BYTES = 1_024;
/** Files that are kept compressed; more than the client has. */
const MOST_KEPT = 2_000;
/** Of brotli, from 0 to 11: above this it takes many times as long for a few per cent. */
const BROTLI_QUALITY = 7;
const GZIP_LEVEL = 9;

const compress: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return promisify(brotliCompress)(bytes, { params });
  },
  gzip: (bytes) => promisify(gzip)(bytes, { level: GZIP_LEVEL }),
};

/** The best encoding of ours that a request accepts (`accept-encoding`); null: as it is. */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  const accepted = new Set(
    (header ?? '')
      .toLowerCase()
      .split(',')
      .map((each) => each.split(';').map((part) => part.trim()))
      .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
      .map(([name = '']) => name),
  );
  return accepted.has('br') ? 'br' : accepted.has('gzip') ? 'gzip' : null;
}

/**
 * Reads files compressed, each once: the work is done beside the event loop, and what came out is kept while the file stays as it is.
 * Gives null for a file that is not worth it.
 */
export function createCompressor(): (file: string, bytes: number, modifiedMs: number, encoding: Encoding) => Promise<Buffer> | null {
  const kept = new Map<string, Promise<Buffer>>();
  return (file, bytes, modifiedMs, encoding) => {
    if (bytes < SMALL_BYTES) return null;
    const key = `${encoding} ${modifiedMs} ${file}`;
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const made = readFile(file).then(compress[encoding]);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
}
