import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { listFiles } from '../list-files.ts';

/** What a folder that cannot be read is like: a sync of it says why. */
const GONE = 'gone';

/** A short text that changes with every data file that comes, goes or is written in a folder. Never throws. */
export async function folderSignature(folder: string): Promise<string> {
  const digest = createHash('sha256');
  try {
    if ((await realpath(folder)) !== folder) return GONE;
    for (const { file, path } of await listFiles(folder)) {
      const { size, mtimeMs } = await stat(file);
      digest.update(`${path}\0${size}\0${mtimeMs}\0`);
    }
  } catch {
    return GONE;
  }
  return digest.digest('base64url').slice(0, 27);
}
