import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

const DECODERS = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

/** The text of a body that some servers send compressed although nobody asked for it. @throws Error when it is cut off or larger than `maxBytes` */
export async function decodedText(body: ArrayBuffer, encoding: string | undefined, maxBytes: number): Promise<string> {
  const decode = DECODERS[(encoding ?? '').trim().toLowerCase() as keyof typeof DECODERS] as (typeof DECODERS)['gzip'] | undefined;
  const bytes = Buffer.from(body);
  return (decode === undefined ? bytes : await decode(bytes, { maxOutputLength: maxBytes })).toString('utf8');
}
