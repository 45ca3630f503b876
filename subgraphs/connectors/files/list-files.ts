import { type Dirent, constants } from 'node:fs';
import { access, readdir, realpath } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { FileToDiscover } from './scan-file.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { MAX_FILES, MAX_FOLDERS, MAX_FOLDER_DEPTH } from './limits.ts';

/** What is read, and what is known and only reported as not readable. Other files (pictures, notes, code) are no data and not listed. */
export const DATA_FILE = /^\.(?:csv|tsv|tab|psv|txt|json|ndjson|jsonl|xls[xmb]?|ods|parquet|zip|gz|7z|db|sqlite|xml)$/u;

/**
 * The data files in a folder and its subfolders, by path. Hidden ones and links that lead out of the folder are left out.
 * @throws FOLDER_TOO_LARGE, and the file system's error when the folder itself cannot be read.
 */
export async function listFiles(folder: string): Promise<FileToDiscover[]> {
  const files: FileToDiscover[] = [];
  let visited = 0;
  const visit = async (directory: string, depth: number): Promise<void> => {
    if (++visited > MAX_FOLDERS || files.length > MAX_FILES) throw connectionErrors.FOLDER_TOO_LARGE({ folder, maxFiles: MAX_FILES });
    const entries = await readdir(directory, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const place = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (depth < MAX_FOLDER_DEPTH) await visit(place, depth + 1).catch(ignoreDenied);
      } else if (DATA_FILE.test(extname(entry.name).toLowerCase()) && (await isInside(folder, place, entry))) {
        files.push({ file: place, path: relative(folder, place).split(sep).join('/') });
      }
    }
  };
  await visit(folder, 0);
  if (files.length > MAX_FILES) throw connectionErrors.FOLDER_TOO_LARGE({ folder, maxFiles: MAX_FILES });
  return files;
}

async function isInside(folder: string, place: string, entry: Dirent): Promise<boolean> {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  const target = await realpath(place).catch(() => null);
  if (target === null || !target.startsWith(folder + sep)) return false;
  return access(target, constants.R_OK).then(
    () => true,
    () => false,
  );
}

/** A subfolder nobody lets us read holds nothing for us. */
function ignoreDenied(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error;
}
