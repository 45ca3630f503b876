import { join } from 'node:path';
import { build, isStale } from './build.mjs';
import { withLock } from './lock.mjs';
import { install, whyInstall } from './packages.mjs';
import { DIST, ROOT } from './paths.mjs';
import { findRuntime } from './runtime.mjs';

/** Progress goes to stderr: standard output belongs to the command (`ask --json` is read by programs). */
const say = (/** @type {string} */ line) => {
  process.stderr.write(`autonomos: ${line}\n`);
};

const LOCK = join(DIST, '.launcher-lock');
const waiting = (/** @type {number} */ pid) => say(`waiting for another command (process ${pid}) that is installing or building`);

/**
 * Installs the packages when they are missing or older than the lock file.
 * @returns {Promise<void>}
 */
export async function ensureInstalled() {
  if (whyInstall(ROOT) === null) return;
  await withLock(
    LOCK,
    async () => {
      const reason = whyInstall(ROOT);
      if (reason !== null) await install(ROOT, reason, say);
    },
    waiting,
  );
}

/**
 * Brings dist/ up to date with the sources.
 * @param {string} node
 * @param {import('./build.mjs').Target[]} targets
 * @returns {Promise<void>}
 */
export async function ensureBuilt(node, targets) {
  if (!targets.some((target) => isStale(ROOT, target))) return;
  await withLock(
    LOCK,
    async () => {
      const stale = targets.filter((target) => isStale(ROOT, target));
      if (stale.length > 0) await build(ROOT, node, stale, say);
    },
    waiting,
  );
}

/** @returns {import('./runtime.mjs').Runtime} */
export function runtime() {
  return findRuntime(ROOT);
}
