import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';

/** The oldest Node that runs the built code: it has every API we use without a flag. */
export const OLDEST_NODE = '22.17.0';

/** @typedef {{ path: string, version: string }} Runtime */

/**
 * Compares two dotted versions numerically.
 * @param {string} version for example `22.17.1` or `v24.0.0-nightly`
 * @param {string} minimum
 * @returns {boolean} true when `version` is `minimum` or newer; false when it cannot be read
 */
export function isAtLeast(version, minimum) {
  const numbers = (/** @type {string} */ text) => /^v?(\d+)\.(\d+)\.(\d+)/.exec(text)?.slice(1).map(Number);
  const left = numbers(version);
  const right = numbers(minimum);
  if (!left || !right) return false;
  for (let index = 0; index < right.length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * The Node to run the built code with: the package's own first, so that everybody runs the same version; else the system's.
 * The package's binary may be missing (`npm ci --ignore-scripts`, platforms without one) or not run here (another C library).
 * @param {string} root folder of package.json
 * @param {Runtime} current the Node that runs this script
 * @param {(path: string) => string | null} probe says the version of the Node at a path, null when it does not run
 * @returns {Runtime}
 * @throws {Failure} when no Node is new enough
 */
export function findRuntime(root, current = { path: process.execPath, version: process.versions.node }, probe = probeVersion) {
  for (const candidate of [join(root, 'node_modules/node/bin/node'), join(root, 'node_modules/.bin/node')]) {
    if (!existsSync(candidate)) continue;
    const version = isSameFile(candidate, current.path) ? current.version : probe(candidate);
    if (version !== null && isAtLeast(version, OLDEST_NODE)) return { path: candidate, version };
  }
  if (isAtLeast(current.version, OLDEST_NODE)) return current;
  throw new Failure(
    EXIT.ENVIRONMENT,
    `this needs Node ${OLDEST_NODE} or newer, and finds only Node ${current.version} (${current.path}).\n` +
      '  The packages bring a Node of their own for most platforms, but none that runs is in node_modules/node.\n' +
      '  Either run `npm ci` without --ignore-scripts and without --omit=optional, or install Node 24 from your system or https://nodejs.org, then try again.',
  );
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function probeVersion(path) {
  const result = spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8', timeout: 10_000 });
  return result.status === 0 ? result.stdout.trim() : null;
}

/**
 * @param {string} left
 * @param {string} right
 * @returns {boolean}
 */
function isSameFile(left, right) {
  try {
    return realpathSync(left) === realpathSync(right);
  } catch {
    return false;
  }
}
