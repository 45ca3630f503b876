import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { NotUnpacked } from './packing.ts';
import { TextWriter, byteMeter } from './text-writer.ts';

/** Unpacks a gzip file into a text. @throws NotUnpacked */
export async function unpackGzip(file: string, text: string): Promise<void> {
  using writer = new TextWriter(text, byteMeter(file));
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of source.pipe(gunzip)) writer.bytes(chunk as Uint8Array);
  } catch (error) {
    if (error instanceof NotUnpacked || !(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('Z_'))
      throw error;
    throw new NotUnpacked('UNREADABLE', `it is damaged or cut off: ${error.message}`);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
  writer.end();
}
