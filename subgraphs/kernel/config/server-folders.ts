import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { System } from '../system.ts';

type Ground = Pick<System, 'config' | 'filesRoots'>;

/** Whether somebody may have a folder of the server read, and its real path when they may. */
export type FolderVerdict = { kind: 'ALLOWED'; real: string } | { kind: 'NOT_ABSOLUTE' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'NOT_READABLE' };

/** Links are followed first, so that none leads out of what is allowed. @param localOwner whose machine it is: may name any folder */
export async function judgeFolder(ground: Ground, folder: string, localOwner: boolean): Promise<FolderVerdict> {
  if (!isAbsolute(folder) || folder.includes('\0')) return { kind: 'NOT_ABSOLUTE' };
  const real = await realpath(folder).catch(() => null);
  // Keys, the database, and what every tenant uploaded: nobody's to read, whatever the operator allows around it.
  if (isBelow(real ?? resolve(folder), [await dataFolderOf(ground)])) return { kind: 'NOT_ALLOWED' };
  // What is outside is refused alike whether it is there or not: nobody learns what the server's disk holds.
  if (!localOwner && !isBelow(real ?? resolve(folder), await rootsOf(ground))) return { kind: 'NOT_ALLOWED' };
  if (real === null || !(await stat(real)).isDirectory()) return { kind: 'NOT_FOUND' };
  const readable = await access(real, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  return readable ? { kind: 'ALLOWED', real } : { kind: 'NOT_READABLE' };
}

/** The real path of the folder in which the product keeps its own things. */
export async function dataFolderOf({ config }: Ground): Promise<string> {
  const folder = resolve(config.dataFolder);
  return realpath(folder).catch(() => folder);
}

/** The real paths of the folders that people may have read. */
export async function rootsOf({ filesRoots }: Ground): Promise<string[]> {
  const real = await Promise.all(filesRoots.map((root) => realpath(root).catch(() => null)));
  return [...new Set(real.filter((root) => root !== null))];
}

export const isBelow = (path: string, roots: readonly string[]): boolean =>
  roots.some((root) => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep));

/** Whether reading the files below `folder` would reach into `inner`; hidden folders are never read. */
export function isListedBelow(inner: string, folder: string): boolean {
  const way = relative(folder, inner).split(sep);
  return isBelow(inner, [folder]) && !way.some((part) => part.startsWith('.'));
}
