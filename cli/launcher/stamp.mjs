import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {{ folders: string[], files: string[], isSource: (name: string) => boolean }} Inputs */

/**
 * One short text for the state of all inputs, from names, sizes and modification times: nothing is read, so a warm start costs milliseconds.
 * @param {string} root
 * @param {Inputs} inputs folders are walked whole; paths are relative to root; a missing one counts as absent, not as an error
 * @returns {string} 40 hexadecimal digits
 */
export function fingerprint(root, inputs) {
  const hash = createHash('sha1');
  const files = [...inputs.files, ...inputs.folders.flatMap((folder) => walk(root, folder, inputs.isSource))];
  files.sort();
  for (const file of files) {
    const stat = statSync(join(root, file), { throwIfNoEntry: false });
    hash.update(stat ? `${file}\0${stat.size}\0${stat.mtimeMs}\n` : `${file}\0absent\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {(name: string) => boolean} isSource
 * @returns {string[]}
 */
function walk(root, folder, isSource) {
  /** @type {string[]} */
  const found = [];
  for (const entry of listOrEmpty(join(root, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules') found.push(...walk(root, path, isSource));
    } else if (isSource(entry.name)) {
      found.push(path);
    }
  }
  return found;
}

/** @param {string} folder */
function listOrEmpty(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/**
 * @param {string} file
 * @returns {string | null} what the last good build was made of
 */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/**
 * Written only after a good build, and in one step: a build that was interrupted is simply done again.
 * @param {string} file
 * @param {string} value
 */
export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, `${value}\n`);
  renameSync(`${file}.${process.pid}`, file);
}
