import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: everything the launcher installs, builds and runs lies under it. Found upwards, because this file also runs from dist/. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Built JavaScript and client; never committed. */
export const DIST = join(ROOT, 'dist');

/**
 * @param {string} folder
 * @returns {string}
 */
function findRoot(folder) {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no package.json above the launcher');
  return findRoot(parent);
}
