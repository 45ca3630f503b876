import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Absolute path of a file or folder of this package, whether the code runs from its sources or built. @throws when it is not there */
export function packagePath(...parts: readonly string[]): string {
  const path = join(packageFolder, ...parts);
  if (!existsSync(path)) throw new Error(`${path} is missing from the installation`);
  return path;
}

/** Where package.json is. */
export const packageFolder = findPackageFolder(import.meta.dirname);

function findPackageFolder(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no package.json above the code');
  return findPackageFolder(parent);
}
