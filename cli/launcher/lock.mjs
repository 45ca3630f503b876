import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';

const POLL_MS = 200;
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Runs `work` while no other launcher of this clone installs or builds: two commands typed at once must not write dist/ together.
 * A lock whose owner is gone is taken over.
 * @template T
 * @param {string} file the lock file; its content is the owner's process id
 * @param {() => Promise<T>} work
 * @param {(ownerPid: number) => void} onWait called once when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = () => {}) {
  mkdirSync(dirname(file), { recursive: true });
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (let told = false; !tryCreate(file); told = true) {
    const owner = Number.parseInt(readOrEmpty(file), 10);
    if (Number.isInteger(owner) && !isAlive(owner)) {
      rmSync(file, { force: true });
      continue;
    }
    if (Date.now() > deadline)
      throw new Failure(EXIT.FAILED, `another command (process ${owner}) has held ${file} for too long; end it or delete the file.`);
    if (!told) onWait(owner);
    await delay(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {boolean} false when it exists already
 */
function tryCreate(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {string}
 */
function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
