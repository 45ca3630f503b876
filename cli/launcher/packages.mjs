import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';

const HEARTBEAT_MS = 10_000;

/**
 * Whether `npm ci` must run: node_modules is missing, was left half-written (npm writes its hidden lock last), or is older than the lock.
 * @param {string} root folder of package.json
 * @returns {string | null} the reason in words, null when everything is installed
 */
export function whyInstall(root) {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(join(root, 'node_modules'))) return 'node_modules is missing';
  if (!existsSync(hidden)) return 'node_modules is incomplete';
  if (statSync(hidden).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) return 'package-lock.json is newer than node_modules';
  return null;
}

/**
 * Installs exactly what the lock file says, development and optional packages included: the client is built here, and Node comes as an optional package.
 * @param {string} root folder of package.json
 * @param {string} reason shown to the person
 * @param {(line: string) => void} say
 * @returns {Promise<void>}
 * @throws {Failure} when npm is missing or fails
 */
export async function install(root, reason, say) {
  say(`installing packages, because ${reason} (about 1 GB; half a minute on a fast line)`);
  const started = Date.now();
  const heartbeat = setInterval(() => say(`still installing … ${Math.round((Date.now() - started) / 1000)} s`), HEARTBEAT_MS);
  try {
    await runNpm(root, ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
  } finally {
    clearInterval(heartbeat);
  }
  say(`installed in ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

/**
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function runNpm(root, args) {
  // `npm ci` deletes node_modules, and with it a Node that npm itself may have put first in PATH: it must run on the system's.
  const path = withoutLocalBins(process.env['PATH'] ?? '');
  const child = spawn('npm', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      reject(new Failure(EXIT.ENVIRONMENT, `npm could not be started (${error.message}). Install Node with npm, then try again.`));
    });
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Failure(EXIT.ENVIRONMENT, npmFailure(args, code, signal)));
    });
  });
}

/**
 * @param {string[]} args
 * @param {number | null} code
 * @param {string | null} signal
 * @returns {string}
 */
function npmFailure(args, code, signal) {
  const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
  return (
    `\`npm ${args.join(' ')}\` ended ${how}; its own message stands above.\n` +
    '  Usual causes: no way to the package registry (proxy, offline), a full disk, or a node_modules folder of another user.\n' +
    '  Nothing else was changed. Put it right and run the same command again.'
  );
}

/**
 * PATH without the node_modules/.bin folders that npm prepends for scripts.
 * @param {string} path
 * @returns {string}
 */
export function withoutLocalBins(path) {
  return path
    .split(delimiter)
    .filter((entry) => !entry.endsWith(`node_modules${sep}.bin`))
    .join(delimiter);
}
