import { statSync } from 'node:fs';
import { NotUnpacked, type Packing } from './packing.ts';
import { unpackAgain } from './unpack.ts';

export interface TextToUnpack {
  file: string;
  packing: Packing;
  /** Where the text goes. */
  text: string;
}

/** Worker thread entry: unpacks a text to land it. @returns its size in bytes, or why it cannot be unpacked any more */
export default async function run({ file, packing, text }: TextToUnpack): Promise<{ bytes: number } | { reason: string }> {
  try {
    await unpackAgain(file, packing, text);
    return { bytes: statSync(text).size };
  } catch (error) {
    if (error instanceof NotUnpacked) return { reason: error.message };
    throw error;
  }
}
