import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { fingerprint, readStamp, writeStamp } from './stamp.mjs';

/**
 * One thing that is built: `inputs` decide whether it is stale, `command` makes it, `output` must exist afterwards.
 * @typedef {{ name: string, output: string, stamp: string, inputs: import('./stamp.mjs').Inputs, command: string[] }} Target
 */

const CODE_FOLDERS = ['cli', 'embedded', 'gateway', 'migrations', 'sandbox', 'schema', 'subgraphs'];

/** @type {Target} */
export const SERVER = {
  name: 'the server',
  output: 'dist/cli/main.js',
  stamp: 'dist/.stamp-server',
  inputs: {
    folders: CODE_FOLDERS,
    files: ['package-lock.json', 'tsconfig.base.json', 'tsconfig.build.json'],
    isSource: (name) => /\.(ts|mts|mjs|json)$/.test(name) && !/\.(test|testkit)\.ts$/.test(name),
  },
  command: ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.build.json'],
};

/** @type {Target} */
export const CLIENT = {
  name: 'the web client',
  output: 'dist/web/index.html',
  stamp: 'dist/.stamp-web',
  inputs: {
    folders: ['web'],
    files: ['package-lock.json', 'tsconfig.base.json'],
    isSource: (name) => !/\.test\.tsx?$/.test(name),
  },
  command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'],
};

/**
 * @param {string} root
 * @param {Target} target
 * @returns {boolean}
 */
export function isStale(root, target) {
  return !existsSync(join(root, target.output)) || readStamp(join(root, target.stamp)) !== fingerprint(root, target.inputs);
}

/**
 * Builds what is stale among the targets, side by side.
 * @param {string} root
 * @param {string} node the Node to build with
 * @param {Target[]} targets
 * @param {(line: string) => void} say
 * @returns {Promise<void>}
 * @throws {Failure} naming every target that failed, with the compiler's own words
 */
export async function build(root, node, targets, say) {
  const results = await Promise.allSettled(targets.map((target) => buildOne(root, node, target, say)));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (failures.length > 0) throw new Failure(EXIT.ENVIRONMENT, failures.map((failure) => failure.message).join('\n\n'));
}

/**
 * @param {string} root
 * @param {string} node
 * @param {Target} target
 * @param {(line: string) => void} say
 */
async function buildOne(root, node, target, say) {
  say(`building ${target.name}`);
  const started = Date.now();
  // Taken before the compiler reads the sources: a file saved meanwhile makes the next start build again.
  const stamp = fingerprint(root, target.inputs);
  const { code, output } = await run(node, target.command, root);
  if (code !== 0) {
    throw new Error(`building ${target.name} failed (\`${target.command.join(' ')}\`, exit code ${code}):\n${lastLines(output, 40)}`);
  }
  if (!existsSync(join(root, target.output))) throw new Error(`building ${target.name} made no ${target.output}`);
  if (target === SERVER) removeOrphans(root, CODE_FOLDERS);
  writeStamp(join(root, target.stamp), stamp);
  say(`built ${target.name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Deletes built files whose source is gone, so that code removed from the sources cannot run from dist/.
 * @param {string} root
 * @param {string[]} folders
 */
export function removeOrphans(root, folders) {
  for (const folder of folders) {
    const built = join(root, 'dist', folder);
    if (!existsSync(built)) continue;
    for (const entry of readdirSync(built, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (existsSync(join(root, path))) removeOrphans(root, [path]);
        else rmSync(join(root, 'dist', path), { recursive: true });
      } else if (!sourcesOf(path).some((source) => existsSync(join(root, source)))) {
        rmSync(join(root, 'dist', path));
      }
    }
  }
}

/**
 * @param {string} path of a built file, relative to dist/
 * @returns {string[]} what it can have been made from
 */
function sourcesOf(path) {
  return [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx'), path.replace(/\.mjs$/, '.mts')];
}

/**
 * @param {string} node
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(node, args, cwd) {
  const child = spawn(node, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
  });
  let output = '';
  const keep = (/** @type {Buffer} */ chunk) => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, output: `${output}${error.message}` }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/**
 * @param {string} text
 * @param {number} count
 */
function lastLines(text, count) {
  const lines = text.trimEnd().split('\n');
  const shown = lines.slice(-count).map((line) => `  ${line}`);
  return lines.length > count ? [`  … ${lines.length - count} lines above`, ...shown].join('\n') : shown.join('\n');
}
